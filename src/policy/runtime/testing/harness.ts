import type { EndReason, LoggedToken } from '#run/events.ts';
import type { ModelInfo, SampleEvent, SampleOptions, TokenId } from '#policy/language-model.ts';
import { createRuntimeModel, type RuntimeModel } from '../runtime-model.ts';
import { plainCodec } from './plain-codec.ts';
import { HashEngine, type HashEngineOptions } from './hash-engine.ts';
import { createReferenceModel } from './reference-model.ts';

export function infoFor(context: number): ModelInfo {
  return {
    id: 'hash',
    name: 'Hash',
    weightsSha256: '',
    families: [],
    capabilities: { valueHead: true, fewShot: false, instructions: false },
    context,
    stepEnds: [],
  };
}

/** One turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await turn();
}

export function openRuntime(options: HashEngineOptions = {}): {
  engine: HashEngine;
  model: RuntimeModel;
} {
  const engine = new HashEngine(options);
  let seconds = 0;
  const model = createRuntimeModel({
    engine,
    codec: plainCodec,
    info: infoFor(engine.context),
    now: () => (seconds += 0.001),
    breathe: turn,
  });
  return { engine, model };
}

export function openReference(options: HashEngineOptions = {}): ReturnType<typeof createReferenceModel> {
  const engine = new HashEngine({ ...options, slots: 64 });
  return createReferenceModel(engine, plainCodec, infoFor(engine.context));
}

export const plainSampling: SampleOptions = {
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
  maxTokens: 8,
  seed: 1,
};

/** A completion's tokens, and how it ended; null while it is running. */
export interface CollectedTrace {
  tokens: LoggedToken[];
  reason: EndReason | null;
}

/** Adds events to the traces by index. Stops after `atMost` events, by closing the iterator. */
export async function collectTraces(
  events: AsyncIterable<SampleEvent>,
  traces: CollectedTrace[],
  atMost = Infinity,
): Promise<CollectedTrace[]> {
  let left = atMost;
  if (left <= 0) return traces;
  for await (const event of events) {
    const trace = (traces[event.index] ??= { tokens: [], reason: null });
    if (event.type === 'token') trace.tokens.push(event.token);
    else trace.reason = event.reason;
    left -= 1;
    if (left <= 0) break;
  }
  return traces;
}

export function idsOf(trace: CollectedTrace | undefined): TokenId[] {
  return (trace?.tokens ?? []).map((token) => token.id);
}

export const never = new AbortController().signal;

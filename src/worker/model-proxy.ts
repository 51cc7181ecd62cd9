import type { ModelInfo, ModelWith, ModelWords } from '#policy/language-model.ts';
import { fromFailure, partMissing, PolicyError } from '#policy/policy-error.ts';
import { abortError, whenAborted } from '#policy/runtime/abort.ts';
import type { OpenProgress } from '#policy/webllm/drivers/open.ts';
import { noUsage, type Usage } from '#run/events.ts';
import { quoted } from '#run/failure.ts';
import { Connection, type Death, type Port } from './calls/client.ts';
import type { ModelCalls } from './model-calls.ts';
import { type Later, later, workerPatience } from './watch.ts';

export type ModelPort = Port<Usage>;

export interface ProxyOptions {
  readonly port: ModelPort;
  readonly open: ModelCalls['open']['args'];
  /** The same model's words on this side. */
  readonly words: ModelWords;
  readonly onProgress?: (progress: OpenProgress) => void;
  /** The other side, once opened, has stopped and answers nothing any more. */
  readonly onBroken?: () => void;
  /** Takes the opening back: the worker is ended then. */
  readonly signal?: AbortSignal;
  /** Looks at the other side without a word from it, after which it counts as stopped: see watch.ts. */
  readonly patience?: number;
  readonly later?: Later;
}

/**
 * A model that lives in another worker. Sampling and scoring cross over, values do not; everything that needs no forward
 * is answered on this side.
 *
 * Resolves when the other side has opened the model; rejects with its error when it could not, or with AbortError, and ends
 * the worker.
 */
export async function openModelProxy({
  port,
  open,
  words,
  onProgress,
  onBroken,
  signal,
  patience = workerPatience,
  later: timer = later,
}: ProxyOptions): Promise<ModelWith<'scoring'>> {
  let usage = noUsage;
  let opened = false;
  const worker = new Connection<ModelCalls, Usage>({
    port,
    patience,
    later: timer,
    onNote: (note) => {
      usage = note;
    },
    onDeath: (death) => {
      if (opened) onBroken?.();
      return errorOf(death);
    },
  });
  const stopListening = signal ? whenAborted(signal, () => worker.close(abortError(signal))) : () => false;
  let info: ModelInfo;
  try {
    info = await worker.call('open', open, {
      onItems: (items) => items.forEach((progress) => onProgress?.(progress)),
    });
    opened = true;
  } catch (error) {
    worker.close(error);
    throw error;
  } finally {
    stopListening();
  }
  return {
    info,
    prompt: (...ask) => words.prompt(...ask),
    encode: (text) => words.encode(text),
    decode: (tokens) => words.decode(tokens),
    describe: (tokens) => words.describe(tokens),
    sample: (prefix, options, stop) => worker.stream('sample', { prefix, options }, stop),
    scoring: {
      score: (prefix, continuation, stop, temperature = 1) =>
        worker.call('score', { prefix, continuation, temperature }, { signal: stop }),
    },
    usage: () => usage,
    close: () => worker.close(new DOMException('The model was closed.', 'AbortError')),
  };
}

function errorOf(death: Death): Error {
  switch (death.kind) {
    case 'not-fetched':
      return partMissing('kernel');
    case 'crashed': {
      const detail = death.detail === null ? null : quoted(death.detail);
      return new PolicyError({ code: 'kernel-failed', why: { kind: 'worker-stopped', detail } });
    }
    case 'silent':
      return new PolicyError({ code: 'kernel-failed', why: { kind: 'worker-silent' } });
    case 'broken':
      return fromFailure(death.failure);
  }
}

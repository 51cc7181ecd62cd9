import { itemAt } from '#experiment/surely.ts';
import type { DriverReason } from '#run/facts/driver-reason.ts';
import type { PolicyError } from '#policy/policy-error.ts';
import { BatchedEngine, type BatchedOptions } from './batched-engine.ts';
import {
  againstBatching,
  cacheBytesFor,
  cacheTokens,
  canAffordVerify,
  type PromptTimes,
  pieceRowsFor,
  slotsFor,
} from './batch-limits.ts';
import { openInside, type ModelInside } from './below-public-api.ts';
import { type Device, explainLoss } from './device-watch.ts';
import { openDigests } from './digest-check.ts';
import { measureAhead, mostAhead } from './measure-ahead.ts';
import type { BatchAbilities } from './rounds.ts';
import type { GpuModel } from '../models/gpu-model.ts';
import { type LoadedModel, type LoadOptions, loadModel, unlessLost } from './load-model.ts';
import { checkNeeds, type Precision, selfCheck } from './self-check.ts';
import type { SequentialEngine } from './sequential-engine.ts';

/** A model's driver, and why it is this one. */
export interface Driver {
  readonly engine: BatchedEngine | SequentialEngine;
  readonly why: DriverReason;
  readonly device: Device;
}

/** From what a library should be able to do to what every library with `batch_prefill` can. */
const ladder: readonly BatchAbilities[] = [
  { decode: true, verify: true },
  { decode: true, verify: false },
  { decode: false, verify: false },
];
const lastStep = ladder.length - 1;

/** Tokens of the longer of two prompts that tell how fast prompts are read: few, where a processor pretends to be a graphics processor. */
const pieceTokens = 64;

/** Whether steps ahead of the draws are tried, and whether that is what is under way. */
interface AheadTrial {
  allowed: boolean;
  underWay: boolean;
}

/** What came of trying to batch with some abilities. */
type Attempt =
  | { readonly kind: 'passed'; readonly engine: BatchedEngine; readonly why: DriverReason }
  | { readonly kind: 'failed'; readonly why: DriverReason }
  /** The runtime has ended, and with it all that was loaded. */
  | { readonly kind: 'ended'; readonly why: DriverReason }
  /** The cache asked for more memory than there was; the device is lost by that. */
  | { readonly kind: 'no-memory'; readonly error: PolicyError };

/**
 * Tries to batch, with all that the library offers first, then with less. A step that gives wrong numbers is followed by
 * the next one; after one that ended the runtime, whose fault is not told, the model is loaded anew for the last one.
 * Where memory runs out the model is loaded anew too, with a cache no larger than WebLLM's own.
 */
export async function chooseDriver(options: LoadOptions, first: LoadedModel): Promise<Driver> {
  const { model, onProgress } = options;
  let loaded = first;
  let why: DriverReason = { kind: 'unknown-build' };
  let tried: BatchAbilities | null = null;
  let bytes = Infinity;
  const ahead: AheadTrial = { allowed: true, underWay: false };
  const reload = async (): Promise<void> => {
    // What was loaded cannot give the device's memory back by itself.
    loaded.device.destroy();
    loaded = await loadModel(options);
  };
  for (let step = 0; step <= lastStep; step++) {
    const inside = insideOf(loaded, model.id);
    if (!inside) return { engine: loaded.sequential, why: { kind: 'unknown-build' }, device: loaded.device };
    const against = againstBatching(inside);
    if (against) return { engine: loaded.sequential, why: against, device: loaded.device };
    const abilities = within(itemAt(ladder, step), inside, loaded.sequential.vocabulary);
    if (tried?.decode === abilities.decode && tried.verify === abilities.verify) continue;
    tried = abilities;
    onProgress({ phase: 'self-check', fraction: null });
    const attempt = await attemptBatching(inside, loaded, abilities, precisionOf(model), bytes, ahead);
    if (attempt.kind !== 'passed' && ahead.underWay) {
      // All that came before it had passed: the same again, one step a call.
      ahead.allowed = false;
      ahead.underWay = false;
      await reload();
      tried = null;
      step -= 1;
      continue;
    }
    switch (attempt.kind) {
      case 'passed':
        return { engine: attempt.engine, why: attempt.why, device: loaded.device };
      case 'failed':
        why = attempt.why;
        break;
      case 'ended':
        why = attempt.why;
        await reload();
        step = Math.max(step, lastStep - 1);
        break;
      case 'no-memory':
        if (bytes === 0) throw attempt.error;
        bytes = 0;
        await reload();
        tried = null;
        step -= 1;
    }
  }
  return { engine: loaded.sequential, why, device: loaded.device };
}

function within({ decode, verify }: BatchAbilities, inside: ModelInside, vocabulary: number): BatchAbilities {
  return {
    decode: decode && inside.functions.has('batch_decode'),
    verify: verify && canAffordVerify(inside, vocabulary),
  };
}

/** Rejects where the device is lost: no driver could do anything then. */
async function attemptBatching(
  inside: ModelInside,
  loaded: LoadedModel,
  abilities: BatchAbilities,
  precision: Precision,
  bytes: number,
  ahead: AheadTrial,
): Promise<Attempt> {
  const { sequential, device } = loaded;
  const refusals = device.refusals();
  try {
    const { passed, difference } = await unlessLost(device, check(inside, sequential, abilities, precision));
    if (device.refusals() > refusals) return { kind: 'failed', why: { kind: 'step-refused' } };
    if (!passed) {
      return {
        kind: 'failed',
        why: { kind: 'wrong-logits', difference: measured(difference) },
      };
    }
    const engine = await unlessLost(
      device,
      openBatched(
        inside,
        loaded,
        abilities,
        precision,
        cacheFor(inside, sequential, precision, bytes),
        ahead,
      ),
    );
    return { kind: 'passed', engine, why: { kind: 'checked', difference: measured(difference) } };
  } catch (error) {
    const problem = await explainLoss(error, device);
    if (problem.code === 'out-of-memory') return { kind: 'no-memory', error: problem };
    if (problem.code !== 'kernel-failed' && problem.code !== 'library-mismatch') throw problem;
    return { kind: 'ended', why: { kind: 'library-ended' } };
  }
}

/** Null where WebLLM is not built as expected. */
function insideOf({ engine }: LoadedModel, id: string): ModelInside | null {
  try {
    return openInside(engine, id);
  } catch {
    return null;
  }
}

/** In a small cache of its own, next to WebLLM's, which the sequential driver still needs. */
async function check(
  inside: ModelInside,
  reference: SequentialEngine,
  abilities: BatchAbilities,
  precision: Precision,
) {
  const cache = inside.openCache(checkNeeds.sequences, checkNeeds.tokens);
  const { vocabulary, context } = reference;
  const engine = new BatchedEngine({
    ...abilities,
    cache,
    vocabulary,
    context,
    slots: checkNeeds.sequences,
    rows: inside.prefillChunk,
    reader: null,
    ahead: null,
  });
  const result = await selfCheck(engine, reference, precision);
  cache.dispose();
  return result;
}

/**
 * WebLLM's own cache makes room for one of many sequences; two prompts show that there was memory for it, and how
 * fast they are read. Where sampling
 * can start on the graphics processor it does, and where tokens can be drawn there too, several steps make one call.
 */
async function openBatched(
  inside: ModelInside,
  { sequential: { vocabulary, context }, device }: LoadedModel,
  abilities: BatchAbilities,
  precision: Precision,
  { slots, tokens }: CacheSize,
  trial: AheadTrial,
): Promise<BatchedEngine> {
  inside.freeOwnCache();
  const cache = inside.openCache(slots, tokens);
  const open = (reader: BatchedOptions['reader'], ahead: BatchedOptions['ahead'], rows: number) =>
    new BatchedEngine({
      ...abilities,
      cache,
      vocabulary,
      context,
      slots,
      rows,
      reader,
      ahead,
    });
  const first = open(null, null, Math.min(pieceTokens, inside.prefillChunk));
  const rows = pieceRowsFor(inside.prefillChunk, await timePrompts(first));
  const refusals = device.refusals();
  const reader = slots > 1 ? await openDigests(cache, vocabulary) : null;
  if (reader === null || device.refusals() > refusals) return open(null, null, rows);
  if (!cache.canDraw || !trial.allowed) return open(reader, null, rows);
  trial.underWay = true;
  const stepping = open(reader, { most: mostAhead({ slots, vocabulary }), roundTrip: 0 }, rows);
  const steps = await measureAhead(stepping, precision, () => performance.now());
  trial.underWay = false;
  return open(reader, device.refusals() > refusals ? null : steps, rows);
}

async function timePrompts(engine: BatchedEngine): Promise<PromptTimes> {
  const time = async (tokens: number) => {
    const slot = engine.create();
    const started = performance.now();
    await engine.forward([{ slot, tokens: Array.from({ length: tokens }, () => 0), outputs: 1 }]);
    engine.drop(slot);
    return { tokens, seconds: (performance.now() - started) / 1000 };
  };
  const most = Math.min(engine.rows, engine.context);
  return { short: await time(Math.ceil(most / 4)), long: await time(most) };
}

interface CacheSize {
  readonly slots: number;
  readonly tokens: number;
}

function cacheFor(
  inside: ModelInside,
  { context }: SequentialEngine,
  precision: Precision,
  bytes: number,
): CacheSize {
  const slots = slotsFor(inside.metadata);
  const bindingBytes = inside.limits?.bindingBytes ?? Infinity;
  const bounds = { slots, bytes: Math.min(bytes, cacheBytesFor(inside)), bindingBytes };
  return { slots, tokens: cacheTokens(inside.metadata, context, precision, bounds) };
}

/** `q4f16_1` computes in 16 bits; so may a custom model whose name tells nothing. */
function precisionOf({ quantisation }: GpuModel): Precision {
  return quantisation.includes('f32') ? 'f32' : 'f16';
}

/** Null where a log cannot hold it: logits that are no numbers differ by none. */
function measured(difference: number): number | null {
  return Number.isFinite(difference) ? difference : null;
}

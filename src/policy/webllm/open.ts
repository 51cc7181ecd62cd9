import type { DriverStamp } from '../../run/events.ts';
import { PolicyError } from '../policy-error.ts';
import type { StepEngine } from '../runtime/step-engine.ts';
import { BatchedEngine, type BatchAbilities } from './batched-engine.ts';
import { openInside, type ModelInside } from './below-public-api.ts';
import { againstBatching, cacheTokens, slotsFor } from './batch-limits.ts';
import type { Device } from './device-watch.ts';
import { deviceLost, toGpuError } from './gpu-errors.ts';
import type { GpuModel } from './gpu-model.ts';
import { GuardedEngine } from './guarded-engine.ts';
import { checkNeeds, type CheckResult, type Precision, selfCheck } from './self-check.ts';
import { LogitCapture, SequentialEngine } from './sequential-engine.ts';
import type { AppConfig, MLCEngine } from './webllm.ts';

/** What opening a model is busy with; `fraction` of it that is done, where known. */
export interface OpenProgress {
  readonly phase: 'starting' | 'compiling' | 'self-check';
  readonly fraction: number | null;
}

export interface OpenOptions {
  readonly model: GpuModel;
  /** See device-watch.ts; WebLLM asks for the device itself. */
  readonly device: () => Device | null;
  readonly onProgress: (progress: OpenProgress) => void;
  /** Leave batching alone; for measuring one driver against the other. */
  readonly sequentialOnly?: boolean;
  /** Another version of WebLLM; the one this project depends on unless told. */
  readonly loadWebLlm?: () => Promise<{ readonly MLCEngine: typeof MLCEngine }>;
}

export interface OpenedGpuModel {
  readonly engine: StepEngine;
  readonly driver: DriverStamp;
  /** Length of a row of logits. */
  readonly vocabulary: number;
  /** Tokens a sequence may have. */
  readonly context: number;
  /** Resolves once the model cannot be used any more. */
  readonly broken: Promise<PolicyError>;
}

/** A model loaded by WebLLM, and its device. */
interface Loaded {
  readonly sequential: SequentialEngine;
  readonly engine: MLCEngine;
  readonly device: Device;
}

/** From what a library should be able to do to what every library with `batch_prefill` can. */
const ladder: readonly BatchAbilities[] = [
  { decode: true, verify: true },
  { decode: true, verify: false },
  { decode: false, verify: false },
];

/** The last step of the ladder. */
const plainest = ladder.length - 1;

/**
 * Loads a WebLLM model onto the graphics processor and picks its driver: batched, where the library has the functions and
 * a check gives the logits that the public API gives; sequential otherwise.
 *
 * Rejects with PolicyError: see gpu-errors.ts.
 */
export async function openGpuModel(options: OpenOptions): Promise<OpenedGpuModel> {
  try {
    const { engine, why, device } = await pickDriver(options);
    const guarded = new GuardedEngine(engine, device.lost);
    const kind = engine instanceof BatchedEngine ? 'batched' : 'sequential';
    return { engine: guarded, driver: { kind, why }, vocabulary: engine.vocabulary, context: engine.context, broken: guarded.broken };
  } catch (error) {
    throw toGpuError(error);
  }
}

interface Pick {
  readonly engine: BatchedEngine | SequentialEngine;
  readonly why: string;
  readonly device: Device;
}

async function pickDriver(options: OpenOptions): Promise<Pick> {
  let loaded = await load(options);
  const sequential = (why: string): Pick => ({ engine: loaded.sequential, why, device: loaded.device });
  if (options.sequentialOnly) return sequential('Chosen.');
  const { model, onProgress } = options;
  onProgress({ phase: 'self-check', fraction: null });

  let why = '';
  let last: BatchAbilities | null = null;
  for (let at = 0; at < ladder.length; at++) {
    const wanted = ladder[at] as BatchAbilities;
    const inside = insideOf(loaded.engine, model.id);
    if (inside instanceof PolicyError) return sequential('This version of WebLLM is not built the way batching needs.');
    const against = againstBatching(inside);
    if (against !== null) return sequential(against);
    const abilities = { decode: wanted.decode && inside.functions.has('batch_decode'), verify: wanted.verify && inside.functions.has('batch_verify') };
    if (last?.decode === abilities.decode && last.verify === abilities.verify) continue;
    last = abilities;
    try {
      const result = await unlessLost(loaded.device, check(inside, loaded.sequential, abilities, precisionOf(model)));
      if (result.passed) {
        const engine = await unlessLost(loaded.device, openBatched(inside, loaded.sequential, abilities, model));
        return { engine, why: passedInWords(result), device: loaded.device };
      }
      why = `Forked and batched steps did not give what single ones give: their logits differ by up to ${percent(result.difference)} of their spread.`;
    } catch (error) {
      const problem = toGpuError(error);
      if (problem.code !== 'kernel-failed' && problem.code !== 'library-mismatch') throw problem;
      why = 'The model’s library stopped over a batch of several sequences.';
      // Its instance is dead, and cannot give the device back. Which function it was is not told, and loading takes long.
      at = Math.max(at, plainest - 1);
      loaded.device.destroy();
      loaded = await load(options);
      onProgress({ phase: 'self-check', fraction: null });
    }
  }
  return sequential(why);
}

async function load({ model, device, onProgress, loadWebLlm = () => import('./webllm.ts') }: OpenOptions): Promise<Loaded> {
  onProgress({ phase: 'starting', fraction: null });
  const { MLCEngine } = await loadWebLlm();
  const capture = new LogitCapture();
  const engine = new MLCEngine({
    appConfig: appConfigFor(model),
    logitProcessorRegistry: new Map([[model.id, capture]]),
    initProgressCallback: ({ text, progress }) => onProgress({ phase: /shader/i.test(text) ? 'compiling' : 'starting', fraction: progress }),
    logLevel: 'WARN',
  });
  await engine.reload(model.id);
  const own = device();
  // WebLLM swallows an abort of its own making and then has nothing loaded.
  if (own === null) throw deviceLost();
  onProgress({ phase: 'compiling', fraction: null });
  const sequential = await unlessLost(own, SequentialEngine.open({ engine, capture, modelId: model.id, context: model.context }));
  return { engine, sequential, device: own };
}

function appConfigFor({ id, source, context, features }: GpuModel): AppConfig {
  const { config, library, tokenizer } = source.integrity ?? {};
  return {
    cacheBackend: 'cache',
    model_list: [
      {
        model_id: id,
        model: source.weights,
        model_lib: source.library,
        // One of the two windows must be off, whatever the model's own config says.
        overrides: { sliding_window_size: -1, attention_sink_size: -1, ...source.overrides, context_window_size: context },
        required_features: [...features],
        ...(source.integrity ? { integrity: { ...(config ? { config } : {}), ...(library ? { model_lib: library } : {}), ...(tokenizer ? { tokenizer: { 'tokenizer.json': tokenizer } } : {}) } } : {}),
      },
    ],
  };
}

function insideOf(engine: MLCEngine, id: string): ModelInside | PolicyError {
  try {
    return openInside(engine, id);
  } catch (error) {
    return toGpuError(error);
  }
}

/** In a small cache of its own, next to WebLLM's, which the sequential driver still needs. */
async function check(inside: ModelInside, reference: SequentialEngine, abilities: BatchAbilities, precision: Precision): Promise<CheckResult> {
  const cache = inside.openCache(checkNeeds.sequences, checkNeeds.tokens);
  const { vocabulary, context } = reference;
  const engine = new BatchedEngine({ ...abilities, cache, vocabulary, context, slots: checkNeeds.sequences, prefillChunk: inside.prefillChunk });
  const result = await selfCheck(engine, reference, precision);
  cache.dispose();
  return result;
}

/** WebLLM's own cache makes room for one of many sequences; one token shows that there was memory for it. */
async function openBatched(inside: ModelInside, { vocabulary, context }: SequentialEngine, abilities: BatchAbilities, model: GpuModel): Promise<BatchedEngine> {
  inside.freeOwnCache();
  const slots = slotsFor(inside.metadata);
  const cache = inside.openCache(slots, cacheTokens(inside.metadata, context, slots, precisionOf(model)));
  const engine = new BatchedEngine({ ...abilities, cache, vocabulary, context, slots, prefillChunk: inside.prefillChunk });
  const slot = engine.create();
  await engine.forward([{ slot, tokens: [0], outputs: 1 }]);
  engine.drop(slot);
  return engine;
}

async function unlessLost<T>(device: Device, work: Promise<T>): Promise<T> {
  const lost = device.lost.then((error): never => {
    throw error;
  });
  return Promise.race([work, lost]);
}

/** `q4f16_1` computes in 16 bits; of a custom model that is not known. */
function precisionOf({ quantisation }: GpuModel): Precision {
  return quantisation.includes('f32') ? 'f32' : 'f16';
}

function passedInWords({ difference }: CheckResult): string {
  return `Sequences run together and share what they have in common. Checked when the model was loaded: forked and batched steps gave the logits of single ones, to ${percent(difference)} of their spread.`;
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toPrecision(2)} %` : 'more than a number can tell';
}

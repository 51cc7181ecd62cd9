import type { DriverStamp } from '#run/events.ts';
import type { PolicyError } from '#policy/policy-error.ts';
import type { StepEngine } from '#policy/runtime/step-engine.ts';
import { BatchedEngine } from './batched-engine.ts';
import { chooseDriver, type Driver } from './choose-driver.ts';
import { explainLoss } from './device-watch.ts';
import { GuardedEngine } from './guarded-engine.ts';
import { type LoadOptions, loadModel } from './load-model.ts';

export type { OpenProgress } from './load-model.ts';

export interface OpenOptions extends LoadOptions {
  /** Leave batching alone: for measuring one driver against the other. */
  readonly sequentialOnly?: boolean;
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

/**
 * Loads a WebLLM model onto the graphics processor and picks its driver: batched, where the library has the functions and
 * a check gives the logits that the public API gives; sequential otherwise.
 *
 * Rejects with PolicyError: see gpu-errors.ts.
 */
export async function openGpuModel(options: OpenOptions): Promise<OpenedGpuModel> {
  try {
    const loaded = await loadModel(options);
    const { engine, why, device }: Driver = options.sequentialOnly
      ? { engine: loaded.sequential, why: { kind: 'by-choice' }, device: loaded.device }
      : await chooseDriver(options, loaded);
    const guarded = new GuardedEngine(engine, device);
    const kind = engine instanceof BatchedEngine ? 'batched' : 'sequential';
    return {
      engine: guarded,
      driver: { kind, why, sampling: guarded.digests ? 'gpu' : 'processor' },
      vocabulary: engine.vocabulary,
      context: engine.context,
      broken: guarded.broken,
    };
  } catch (error) {
    throw await explainLoss(error, options.device());
  }
}

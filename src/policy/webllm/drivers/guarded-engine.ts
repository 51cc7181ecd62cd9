import type { PolicyError } from '#policy/policy-error.ts';
import type { Extension, ForwardOutput, Slot, StepEngine, StepsAhead } from '#policy/runtime/step-engine.ts';
import { type Device, explainLoss } from './device-watch.ts';
import { commandRefused, toGpuError } from './gpu-errors.ts';

/** Refusals: the engine looked before it did anything, and goes on. */
const harmless: readonly PolicyError['code'][] = ['out-of-slots', 'prompt-too-long', 'unknown-token'];

/**
 * An engine whose failures are told in words. A forward that is under way when the device is lost fails at once, rather
 * than wait for an answer that may never come.
 */
export class GuardedEngine implements StepEngine {
  readonly vocabulary: number;
  readonly context: number;
  readonly slots: number;
  readonly rows: number;
  readonly hasValueHead: boolean;
  readonly digests: boolean;
  readonly yields: boolean;
  readonly ahead?: StepsAhead;
  readonly outputs?: number;
  readonly sequencesPerForward?: number;
  /** Resolves once the engine cannot be used any more: its device is lost, refuses work, or its runtime has ended. */
  readonly broken: Promise<PolicyError>;
  private breakDown!: (error: PolicyError) => void;
  /** Rejects the forward under way. */
  private interrupt: (error: PolicyError) => void = () => {};

  constructor(
    private readonly engine: StepEngine,
    private readonly device: Pick<Device, 'lost' | 'refusals'>,
  ) {
    this.vocabulary = engine.vocabulary;
    this.context = engine.context;
    this.slots = engine.slots;
    this.rows = engine.rows;
    this.hasValueHead = engine.hasValueHead;
    this.digests = engine.digests === true;
    this.yields = engine.yields === true;
    if (engine.ahead !== undefined) this.ahead = engine.ahead;
    if (engine.outputs !== undefined) this.outputs = engine.outputs;
    if (engine.sequencesPerForward !== undefined) this.sequencesPerForward = engine.sequencesPerForward;
    this.broken = new Promise((resolve) => (this.breakDown = resolve));
    void device.lost.then((error) => {
      this.breakDown(error);
      this.interrupt(error);
    });
  }

  create(): Slot {
    return this.guard(() => this.engine.create());
  }

  fork(parent: Slot, length: number): Slot {
    return this.guard(() => this.engine.fork(parent, length));
  }

  drop(slot: Slot): void {
    this.guard(() => this.engine.drop(slot));
  }

  shorten(slot: Slot, length: number): void {
    this.guard(() => this.engine.shorten?.(slot, length));
  }

  async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    const refusals = this.device.refusals();
    try {
      const output = await new Promise<ForwardOutput>((resolve, reject) => {
        this.interrupt = reject;
        this.engine.forward(batch).then(resolve, reject);
      });
      if (this.device.refusals() > refusals) throw commandRefused();
      return output;
    } catch (error) {
      throw this.failed(await explainLoss(error, this.device));
    }
  }

  private guard<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw this.failed(toGpuError(error));
    }
  }

  private failed(error: PolicyError): PolicyError {
    if (!harmless.includes(error.code)) this.breakDown(error);
    return error;
  }
}

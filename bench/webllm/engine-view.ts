import type { StepEngine, StepsAhead } from '#policy/runtime/step-engine.ts';

/** How an engine is to be driven. */
export interface EngineView {
  /** Whether it is asked for digests, or for rows whole. */
  readonly digests: boolean;
  /** Steps ahead; null: one step a round trip. */
  readonly ahead: StepsAhead | null;
}

/** The same engine, asked for less than it can do, or for steps ahead without regard to what was measured. */
export function viewOf(engine: StepEngine, { digests, ahead }: EngineView): StepEngine {
  return {
    vocabulary: engine.vocabulary,
    context: engine.context,
    slots: engine.slots,
    rows: engine.rows,
    ...(engine.outputs === undefined ? {} : { outputs: engine.outputs }),
    ...(engine.sequencesPerForward === undefined ? {} : { sequencesPerForward: engine.sequencesPerForward }),
    ...(engine.yields === undefined ? {} : { yields: engine.yields }),
    ...(ahead === null ? {} : { ahead }),
    shorten: (slot, length) => engine.shorten?.(slot, length),
    digests,
    hasValueHead: engine.hasValueHead,
    create: () => engine.create(),
    fork: (parent, length) => engine.fork(parent, length),
    drop: (slot) => engine.drop(slot),
    forward: (batch) => engine.forward(batch),
  };
}

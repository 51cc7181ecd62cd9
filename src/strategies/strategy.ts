import type { StrategyKind, StrategyOf } from '#experiment/experiment.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import type { Verifier } from '#verifiers/verifier.ts';

/**
 * A strategy at work: the events it causes, in order, ending in `answer-chosen`. Decisions are taken in rounds and in
 * request order, so that the same seed gives the same decisions whatever finished first.
 */
export type StrategyRun = RunPart<void>;

/** A strategy's algorithm. Its verifier fits the model, the problem and what its sheet uses one for; null where it has none. */
export type Algorithm<Kind extends StrategyKind = StrategyKind> = (
  session: Session,
  settings: StrategyOf<Kind>,
  verifier: VerifierFor<StrategyOf<Kind>>,
) => StrategyRun;

type VerifierFor<Settings> = 'verifier' extends keyof Settings ? Verifier : null;

export type Algorithms<Kind extends StrategyKind = StrategyKind> = {
  readonly [Each in Kind]: Algorithm<Each>;
};

import { grade } from '../answers/grade.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { hasReference, withoutReference } from '../experiment/problem.ts';
import { verifierUse } from '../experiment/verifier-fit.ts';
import type { LanguageModel } from '../policy/language-model.ts';
import { TokenBudget } from '../policy/session/budget.ts';
import { Numbers } from '../policy/session/numbers.ts';
import { Recall } from '../policy/session/recall.ts';
import type { Session } from '../policy/session/session.ts';
import { withStart } from '../policy/session/with-start.ts';
import { addUsage, subtractUsage } from '../policy/usage.ts';
import { type Answer, type Failure, type LogEntry, noUsage, type RunEvent } from '../run/events.ts';
import { interruptedRun, otherWeights } from '../run/interrupted.ts';
import { prunes } from '../run/prune.ts';
import { createVerifier } from '../verifiers/create-verifier.ts';
import { adaptiveConsistency } from './adaptive-consistency.ts';
import { beamSearch } from './beam-search.ts';
import { bestOfN } from './best-of-n.ts';
import { budgetForcing } from './budget-forcing.ts';
import { chainOfThought } from './chain-of-thought.ts';
import { computeOptimal } from './compute-optimal.ts';
import { direct } from './direct.ts';
import { fewShot } from './few-shot.ts';
import { mcts } from './mcts/mcts.ts';
import { revision } from './revision.ts';
import { rStar } from './rstar/rstar.ts';
import { selfConsistency } from './self-consistency.ts';
import { stepVerification } from './step-verification.ts';
import type { StrategyRun } from './strategy.ts';
import { treeOfThoughts } from './tree-of-thoughts/tree-of-thoughts.ts';

/** What the runner gets from the world around it. */
export interface Surroundings {
  /** Milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Puts an error into words; an error's code is kept. */
  readonly toFailure: (error: unknown) => Failure;
}

/**
 * Runs an experiment to its end and yields its log. The last entry is `run-finished`, `run-cancelled` or `run-failed`;
 * nothing is thrown. Grades come from here: strategies never see the reference.
 *
 * @param interrupted the log of a run of the same experiment, to go on from. What it has written is recalled instead of
 *   drawn again; on a model whose outputs are the same each time, the whole is the run that was never interrupted.
 */
export async function* runExperiment(experiment: Experiment, model: LanguageModel, { now, signal, toFailure }: Surroundings, interrupted?: readonly LogEntry[]): AsyncGenerator<LogEntry, void> {
  const started = now();
  const spentBefore = model.usage();
  const entry = (event: RunEvent): LogEntry => ({ at: Math.round(now() - started), event });
  const earlier = interrupted ? interruptedRun(interrupted) : null;
  const usage = (): LogEntry => entry({ type: 'usage', usage: addUsage(earlier?.spent ?? noUsage, subtractUsage(model.usage(), spentBefore)) });
  const gradeOf = (answer: Answer) => grade(experiment.problem, answer);

  const { id, name, weightsSha256, driver } = model.info;
  if (earlier && earlier.model.weightsSha256 !== weightsSha256) {
    yield entry({ type: 'run-failed', failure: otherWeights(name) });
    return;
  }
  const recall = earlier && interrupted ? new Recall(interrupted) : null;
  yield entry({ type: 'run-started', experiment, model: { id, name, weightsSha256, ...(driver ? { driver } : {}) }, ...(earlier ? { resumed: { spent: earlier.spent } } : {}) });
  let chosen: Answer | null = null;
  try {
    const { problem, sampling, strategy, budget, seed } = experiment;
    const pruned = prunes(experiment);
    const session: Session = {
      problem: withoutReference(problem), sampling, signal, budget: new TokenBudget(budget.tokens), numbers: new Numbers(seed),
      ...(pruned ? { pruned } : {}),
      ...(recall ? { recall } : {}),
      ...(experiment.start ? withStart(model, experiment.start.text) : { model }),
      ...('verifier' in strategy && strategy.verifier.kind === 'oracle' && hasReference(problem) ? { oracle: gradeOf } : {}),
    };
    for await (const event of start(experiment, session)) {
      recall?.follow(event);
      yield entry(event);
      if (event.type === 'answer-extracted' && event.answer) {
        yield entry({ type: 'answer-graded', sequence: event.sequence, grade: gradeOf(event.answer) });
      }
      if (event.type === 'sequence-ended') yield usage();
      if (event.type === 'answer-chosen') chosen = event.answer;
    }
  } catch (error) {
    yield usage();
    yield entry(signal.aborted ? { type: 'run-cancelled' } : { type: 'run-failed', failure: toFailure(error) });
    return;
  }
  yield usage();
  yield entry({ type: 'run-finished', grade: chosen && gradeOf(chosen) });
}

/** Strategies that ask a verifier as they go use it `steps`, those that look at whole traces use it `traces`. */
function start({ strategy }: Experiment, session: Session): StrategyRun {
  switch (strategy.kind) {
    case 'direct':
      return direct(session);
    case 'chain-of-thought':
      return chainOfThought(session, strategy.effort);
    case 'few-shot':
      return fewShot(session, strategy.shots);
    case 'self-consistency':
      return selfConsistency(session, strategy.samples, strategy.effort);
    case 'adaptive-consistency':
      return adaptiveConsistency(session, strategy);
    case 'best-of-n':
      return bestOfN(session, strategy, createVerifier(strategy.verifier, session));
    case 'beam-search':
      return beamSearch(session, strategy, createVerifier(strategy.verifier, session, 'steps'));
    case 'tree-of-thoughts':
      return treeOfThoughts(session, strategy, createVerifier(strategy.verifier, session, 'steps'));
    case 'mcts':
      return mcts(session, strategy, createVerifier(strategy.verifier, session, verifierUse(strategy) ?? 'steps'));
    case 'rstar':
      return rStar(session, strategy);
    case 'budget-forcing':
      return budgetForcing(session, strategy);
    case 'revision':
      return revision(session, strategy, createVerifier(strategy.verifier, session));
    case 'step-verification':
      return stepVerification(session, strategy, createVerifier(strategy.verifier, session, 'steps'));
    case 'compute-optimal':
      return computeOptimal(session, strategy);
  }
}

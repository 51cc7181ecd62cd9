import { selfConsistencySheet } from '#experiment/strategies/self-consistency.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { hasReference } from '#experiment/problem.ts';
import type { TokenId } from '#policy/language-model.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun, type Sequence } from '#run/state.ts';
import { withoutStepEnd } from '#run/step-text.ts';
import { traceText } from '#run/trace-text.ts';
import { splitSteps } from '#verifiers/split-steps.ts';
import type { StudiedTrace } from './studied-trace.ts';

/** How a trace went on from some step, to its end. */
export interface Rollout {
  /** The first step it wrote, as a person reads it; empty where it wrote none and answered. */
  readonly next: string;
  /** The text of it by which it can be started from. */
  readonly thought: string;
  readonly answer: { readonly key: string; readonly display: string } | null;
  /** No answer is wrong; null where nobody knows the right one. */
  readonly right: boolean | null;
}

/** Rollouts behind a place of a trace, as one job draws them. */
export interface RolloutBatch {
  /** Prompt and thought up to there, as the model reads them. */
  readonly prefix: readonly TokenId[];
  readonly rollouts: readonly Rollout[];
}

/** As many as one job draws: few enough that all cores have work and numbers come soon. */
export const rolloutsAJob = 16;

/** Seeds of jobs lie this far apart, so that none draws what another drew. */
const seedsApart = 1_000_003;

/**
 * What draws more rollouts: the trace's own problem, model and settings, from the begun thought. A trace that was drawn greedily goes
 * on at self-consistency's temperature, as all its rollouts would be one otherwise.
 *
 * @param kept steps that stand; 0 begins where the trace began.
 * @param batch which of the jobs behind the same step it is, from 0.
 */
export function rolloutExperiment(
  { experiment, steps }: Pick<StudiedTrace, 'experiment' | 'steps'>,
  kept: number,
  batch: number,
  samples: number = rolloutsAJob,
): Experiment {
  const { problem, model, sampling, strategy, seed, start } = experiment;
  const thought = steps[kept - 1]?.thought ?? start?.text;
  return {
    problem,
    model,
    strategy: {
      kind: 'self-consistency',
      samples,
      effort: 'effort' in strategy ? strategy.effort : selfConsistencySheet.defaults.effort,
    },
    sampling: { ...sampling, temperature: sampling.temperature || selfConsistencySheet.temperature },
    seed: (seed + 1 + (kept * 4096 + batch) * seedsApart) % 2 ** 32,
    budget: { tokens: 0 },
    ...(thought === undefined ? {} : { start: { text: thought } }),
  };
}

/**
 * What came of such an experiment.
 *
 * Throws PolicyError where the run came to no end: its rollouts are not a sample then.
 */
export function rolloutsOf(log: readonly LogEntry[], stepEnds: readonly string[]): RolloutBatch {
  const end = log.at(-1)?.event;
  if (end?.type === 'run-failed') throw new PolicyError(end.failure);
  const { experiment, sequences } = fold(emptyRun, log);
  const known = experiment !== null && hasReference(experiment.problem);
  return {
    prefix: sequences[0]?.prompt.map(({ id }) => id) ?? [],
    rollouts: sequences.map((sequence) => ({
      ...firstStep(sequence, stepEnds),
      answer: sequence.answer && { key: sequence.answer.key, display: sequence.answer.display },
      right:
        sequence.grade && sequence.grade.outcome !== 'ungraded'
          ? sequence.grade.outcome === 'right'
          : known
            ? false
            : null,
    })),
  };
}

function firstStep({ tokens }: Sequence, stepEnds: readonly string[]): Pick<Rollout, 'next' | 'thought'> {
  const thought = tokens.filter(({ role }) => role === 'thought' || role === 'wait');
  const [first = []] = splitSteps(thought, stepEnds);
  const text = traceText(first).trim();
  return { next: withoutStepEnd(text), thought: text };
}

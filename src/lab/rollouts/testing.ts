import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { logOf } from '#run/testing/fixtures.ts';
import type { Rollout } from './rollouts.ts';
import { type StudiedTrace, studiedTrace, traceEnds } from './studied-trace.ts';

/** A trace drawn as text, tokens separated by spaces, in steps. */
export function traceFrom(
  line: string,
  experiment: Experiment = defaultExperiment('countdown', 'self-consistency'),
): StudiedTrace {
  const run = fold(emptyRun, logOf([line], experiment));
  const [place] = traceEnds(run);
  const trace = place && studiedTrace(run, place);
  if (!trace) throw new Error('Nothing is thought in it.');
  return trace;
}

/** A rollout that went on with a step and came to an answer; an empty answer is none. */
export const rollout = (next: string, answer: string, right: boolean | null): Rollout => ({
  next,
  thought: next,
  answer: answer === '' ? null : { key: answer, display: answer },
  right,
});

/** The same, some times. */
export const repeated = (count: number, one: Rollout): readonly Rollout[] =>
  Array.from({ length: count }, () => one);

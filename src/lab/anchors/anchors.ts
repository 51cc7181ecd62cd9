import { familySheet } from '#experiment/families.ts';
import type { Rollout } from '../rollouts/rollouts.ts';
import type { StudiedTrace } from '../rollouts/studied-trace.ts';
import { holm } from '../paired.ts';
import { type Proportion, share } from '../statistics.ts';
import { type Alternative, alternativesTo } from './alternatives.ts';
import { type AnswerGroup, answerGroups, countsOf } from './answer-groups.ts';
import { type Importance, importanceOf, level } from './importance.ts';
import { sameStep } from './same-step.ts';

/** What came of going on from one place of the trace. */
export interface PlaceOutcome {
  /** Steps that stood. */
  readonly kept: number;
  readonly rollouts: number;
  /** By answer group. */
  readonly counts: readonly number[];
  /** Null where nobody knows the right answer, and before the first rollout. */
  readonly right: Proportion | null;
}

/** What a step did. */
export interface StepAnchor {
  /** Step resampled, whatever came in its place; null before there are enough rollouts. */
  readonly resampling: Importance | null;
  /** Only resamples that say something else; null also where hardly any does. */
  readonly counterfactual: Importance | null;
  /** Resamples that say something else, and all. */
  readonly different: number;
  readonly resampled: number;
  /** Accuracy behind the step less accuracy before it, in [-1, 1]. */
  readonly accuracyChange: number | null;
  /** Their intervals do not touch. */
  readonly changeClear: boolean;
  readonly alternatives: readonly Alternative[];
}

export interface Anchors {
  readonly groups: readonly AnswerGroup[];
  /** From no step kept to all. */
  readonly places: readonly PlaceOutcome[];
  readonly steps: readonly StepAnchor[];
  /** The place of the step with the largest clear counterfactual importance; null while none is clear. */
  readonly anchor: number | null;
}

/**
 * Which step decided the answer (Thought Anchors, Bogdan et al. 2025, arXiv 2506.19143). Rollouts behind step i are those with
 * it kept, rollouts behind the step before are those with it resampled: one set serves two steps.
 *
 * @param rollouts by steps that stood, from 0 to all of them.
 */
export function anchorsOf(
  { experiment, steps }: Pick<StudiedTrace, 'experiment' | 'steps'>,
  rollouts: readonly (readonly Rollout[])[],
): Anchors {
  const { groups, of } = answerGroups(rollouts.flat(), familySheet(experiment.problem).manyAnswers);
  const at = (kept: number): readonly Rollout[] => rollouts[kept] ?? [];
  const places = [...steps.keys(), steps.length].map((kept): PlaceOutcome => {
    const here = at(kept);
    const known = here.length > 0 && here.every(({ right }) => right !== null);
    return {
      kept,
      rollouts: here.length,
      counts: countsOf(here.map(of), groups.length),
      right: known ? share(here.filter(({ right }) => right).length, here.length) : null,
    };
  });
  const anchors = steps.map(({ text }, step): StepAnchor => {
    const [before, behind] = [at(step), at(step + 1).map(of)];
    const others = before.filter(({ next }) => sameStep(next) !== sameStep(text));
    const compare = (some: readonly Rollout[]) =>
      importanceOf(some.map(of), behind, groups.length, experiment.seed + step);
    const [now, then] = [places[step + 1]?.right, places[step]?.right];
    return {
      resampling: compare(before),
      counterfactual: compare(others),
      different: others.length,
      resampled: before.length,
      accuracyChange: now && then ? now.share - then.share : null,
      changeClear: Boolean(now && then && (now.low > then.high || now.high < then.low)),
      alternatives: alternativesTo(text, before),
    };
  });
  const steady = correctedForAll(anchors);
  return { groups, places, steps: steady, anchor: largest(steady) };
}

/** With many steps some stand out by chance: what is clear is clear among all of them (Holm 1979). */
function correctedForAll(steps: readonly StepAnchor[]): readonly StepAnchor[] {
  const corrected = (kind: 'resampling' | 'counterfactual') =>
    holm(steps.map((step) => step[kind]?.p ?? 1)).map((p) => p <= level);
  const [resampling, counterfactual] = [corrected('resampling'), corrected('counterfactual')];
  return steps.map((step, at) => ({
    ...step,
    resampling: step.resampling && { ...step.resampling, clear: resampling[at] ?? false },
    counterfactual: step.counterfactual && { ...step.counterfactual, clear: counterfactual[at] ?? false },
  }));
}

function largest(steps: readonly StepAnchor[]): number | null {
  const worth = ({ counterfactual }: StepAnchor) => (counterfactual?.clear ? counterfactual.value : 0);
  const best = Math.max(0, ...steps.map(worth));
  return best === 0 ? null : steps.findIndex((step) => worth(step) === best);
}

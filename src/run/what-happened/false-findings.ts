import type { Grade } from '../events.ts';
import { type FalseStep, isUntrue } from '../facts/false-step.ts';
import type { Fault } from '../facts/fault.ts';
import { clipped } from '../facts/clipped.ts';
import { type RunState, type Sequence, sequenceOf } from '../state.ts';
import { withoutStepEnd } from '../step-text.ts';
import { traceText } from '../trace-text.ts';
import type { End } from './ends.ts';
import type { FindFalse, FindingOf } from './findings.ts';

/** From this score on a verifier held a step for right rather than wrong. */
const liked = 0.5;

/** The false step of what was chosen that comes first. */
export function firstFalse(
  state: RunState,
  { sequences }: End,
  verdict: Grade['outcome'],
  findFalse: FindFalse,
): readonly FindingOf<'first-false'>[] {
  for (const sequence of sequences) {
    const first = slipsIn(state, sequence, findFalse).find(({ fault }) => !isSaidByGrade(fault));
    if (!first) continue;
    const alone = state.sequences.length === 1 || sequence.from !== null;
    return [
      {
        kind: 'first-false',
        label: alone ? null : sequence.label,
        step: stepText(sequence, first),
        part: first.part,
        fault: clipped(first.fault),
        despite: verdict === 'right',
      },
    ];
  }
  return [];
}

/** The first false step of a trace that was drawn whole and is wrong. */
export function slipOf(
  state: RunState,
  ends: readonly End[],
  findFalse: FindFalse,
): readonly FindingOf<'slip'>[] {
  const wrong = ends.filter(({ node, grade }) => node === null && grade?.outcome === 'wrong');
  for (const sequence of wrong.flatMap(({ sequences }) => sequences)) {
    const first = slipsIn(state, sequence, findFalse).find(({ part }) => part === 'thought');
    if (first)
      return [
        {
          kind: 'slip',
          label: sequence.label,
          step: stepText(sequence, first),
          fault: clipped(first.fault),
        },
      ];
  }
  return [];
}

/** Whether a game was played without a false step and came to something else than its target. */
export function isAllTrue(state: RunState, { sequences }: End, findFalse: FindFalse): boolean {
  const { experiment, model } = state;
  // What is written in sentences is only checked in part.
  return (
    experiment?.problem.family === 'countdown' &&
    model?.driver === undefined &&
    sequences.some(({ thoughtTokens }) => thoughtTokens > 0) &&
    sequences.every(
      (sequence) => sequence.waits === 0 && findFalse(state, sequence).every(({ part }) => part === 'answer'),
    )
  );
}

/** Steps that say something untrue. */
function slipsIn(state: RunState, sequence: Sequence, findFalse: FindFalse): readonly FalseStep[] {
  return findFalse(state, sequence).filter(({ fault }) => isUntrue(fault));
}

/** What a wrong answer does is said with its grade. */
const isSaidByGrade = ({ kind }: Fault): boolean => kind === 'answer-wrong' || kind === 'answer-misfit';

/** The false step that a verifier liked best: one of what was chosen, where there is any. Who checks by rule or knows the answer is none. */
export function fooled(
  state: RunState,
  chosen: End | null,
  findFalse: FindFalse,
): readonly FindingOf<'fooled'>[] {
  const own = new Set(chosen?.sequences.map(({ sequence }) => sequence));
  const found = [...ofTraces(state, findFalse), ...ofNodes(state, findFalse)].map(
    ({ sequence, ...rest }) => ({
      ...rest,
      chosen: own.has(sequence),
    }),
  );
  const [worst] = found.toSorted((a, b) => Number(b.chosen) - Number(a.chosen) || b.score - a.score);
  return worst ? [worst] : [];
}

type Liked = Omit<FindingOf<'fooled'>, 'chosen'> & { readonly sequence: number };

function ofTraces(state: RunState, findFalse: FindFalse): readonly Liked[] {
  return state.sequences.flatMap((sequence) => {
    const { score } = sequence;
    if (!score || !canBeFooled(score.verifier)) return [];
    return slipsIn(state, sequence, findFalse).flatMap((step): readonly Liked[] => {
      // A verifier of whole traces gives one score, for the last step.
      const judged = score.steps.length > 1 ? 'step' : 'trace';
      const value = judged === 'step' ? score.steps[step.step] : score.score;
      return value !== null && value !== undefined && value >= liked
        ? [likedStep(sequence, step, { score: value, verifier: score.verifier, judged })]
        : [];
    });
  });
}

function ofNodes(state: RunState, findFalse: FindFalse): readonly Liked[] {
  return state.tree.flatMap(({ sequence: number, score, verifier }): readonly Liked[] => {
    const sequence = number === null ? undefined : sequenceOf(state, number);
    if (!sequence || score === null || score < liked || !verifier || !canBeFooled(verifier)) return [];
    const [first] = slipsIn(state, sequence, findFalse);
    return first ? [likedStep(sequence, first, { score, verifier, judged: 'step' })] : [];
  });
}

function likedStep(
  sequence: Sequence,
  step: FalseStep,
  by: Pick<Liked, 'score' | 'verifier' | 'judged'>,
): Liked {
  return {
    kind: 'fooled',
    ...by,
    step: stepText(sequence, step),
    fault: clipped(step.fault),
    sequence: sequence.sequence,
  };
}

function canBeFooled(verifier: Liked['verifier']): boolean {
  switch (verifier) {
    case 'rule':
    case 'oracle':
    case 'majority':
      return false;
    default:
      return true;
  }
}

/** A step as it stands in a sentence. */
function stepText({ tokens }: Sequence, { from, to }: FalseStep): string {
  return clipped(withoutStepEnd(traceText(tokens.slice(from, to)).replace(/\s+/g, ' ').trim()));
}

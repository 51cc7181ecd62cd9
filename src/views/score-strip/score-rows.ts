import type { Aggregation, VerifierKind } from '#experiment/verifier.ts';
import type { Score } from '#run/score.ts';
import { higherFirst } from '#run/scored.ts';
import type { RunState, Sequence } from '#run/state.ts';
import { segmentsOf, segmentText } from '#run/trace-text.ts';
import { contestOf } from '#run/what-happened/contest.ts';
import { digitsApart } from '#words/format.ts';
import { readable } from '../search-tree/sub-question.ts';
import { scores } from '#words/en/scores.ts';
import { labelText } from '#words/labels.ts';
import { scoreReasonText } from '#words/reasons.ts';

/** One trace that a verifier looked at. */
export interface ScoreRow {
  readonly sequence: number;
  readonly label: string;
  /** Step scores, first step first. */
  readonly steps: readonly Score[];
  /** What each step says; [] where text and scores cannot be matched. */
  readonly texts: readonly string[];
  /** Place of the lowest score; the first of equals, null where no step has one. */
  readonly weakest: number | null;
  readonly score: Score;
  readonly aggregation: Aggregation;
  readonly verifier: VerifierKind;
  readonly why: string;
  readonly answer: string | null;
  readonly outcome: 'right' | 'wrong' | 'ungraded';
  /** It was chosen itself, or its answer was. */
  readonly chosen: 'trace' | 'answer' | null;
}

export type ScoreOrder = 'score' | 'trace';

/** The traces that a verifier looked at; of equal scores the lower number first, those without a score last. */
export function scoreRows(state: RunState, order: ScoreOrder): readonly ScoreRow[] {
  const { chosen } = state;
  const scored = state.sequences.flatMap((sequence) => {
    const { score } = sequence;
    if (!score) return [];
    const row: ScoreRow = {
      sequence: sequence.sequence,
      label: labelText(sequence.label),
      steps: score.steps,
      texts: stepTexts(sequence, score.steps.length),
      weakest: weakestOf(score.steps),
      score: score.score,
      aggregation: score.aggregation,
      verifier: score.verifier,
      why: scoreReasonText(score.why),
      answer: sequence.answer?.display ?? null,
      outcome: sequence.grade?.outcome ?? 'ungraded',
      chosen: chosenOf(sequence, chosen),
    };
    return [{ row, score }];
  });
  if (order === 'score')
    scored.sort((a, b) => higherFirst(a.score, b.score) || a.row.sequence - b.row.sequence);
  return scored.map(({ row }) => row);
}

function chosenOf({ sequence, answer }: Sequence, chosen: RunState['chosen']): ScoreRow['chosen'] {
  if (chosen?.by.rule === 'best-score') return chosen.by.sequence === sequence ? 'trace' : null;
  return chosen?.answer != null && chosen.answer.key === answer?.key ? 'answer' : null;
}

/** How many digits of the traces' scores are shown: as many as tell the winner from the next, where the highest score won. */
export function scoreDigits(state: RunState): number {
  const by = state.chosen?.by;
  return by?.rule === 'best-score' ? digitsApart(by.score, contestOf(state)?.next ?? null, 3) : 3;
}

function weakestOf(steps: readonly Score[]): number | null {
  const measured = steps.filter((score) => score !== null);
  return measured.length === 0 ? null : steps.indexOf(Math.min(...measured));
}

/** A trace's steps as text, cut where the embedded models' steps end; [] unless there are as many as scores. */
function stepTexts({ tokens }: Sequence, count: number): readonly string[] {
  const steps: string[] = [];
  let step: ReturnType<typeof segmentsOf>[number][] = [];
  const close = () => {
    if (step.length > 0) steps.push(readable(segmentText(step)));
    step = [];
  };
  for (const segment of segmentsOf(tokens)) {
    step.push(segment);
    if (segment.text.endsWith(']') || segment.text.endsWith(';')) close();
  }
  close();
  return steps.length === count ? steps : [];
}

/** One cell in words. */
export function cellLabel({ label, steps, texts, weakest }: ScoreRow, place: number): string {
  return scores.cell({
    trace: label,
    step: place + 1,
    steps: steps.length,
    text: texts[place] ?? '',
    score: steps[place] ?? null,
    weakest: steps.length > 1 && place === weakest,
  });
}

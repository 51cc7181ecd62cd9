import { sumOf } from '#run/aggregate.ts';
import { higherFirst, type Scored } from '#run/scored.ts';
import type { TraceOutcome } from '../sweeps/outcome.ts';

/** One of independent samples, ready to be chosen from again and again. */
interface Sample extends Scored {
  /** Number of its answer among the answers of the draw; null where it gave none. */
  readonly answer: number | null;
  readonly right: boolean;
}

/** Independent samples of one run, by their numbers. */
export interface SampleDraw {
  readonly samples: readonly Sample[];
  readonly answers: number;
  /** Samples with an answer and a score, best first; of equals, the lowest-numbered. */
  readonly judged: readonly number[];
}

/** A trace without an answer is wrong. */
export function drawOf(traces: readonly TraceOutcome[]): SampleDraw {
  const keys = new Map<string, number>();
  const samples = traces.map(({ answer, right, score, log }): Sample => {
    const number = answer === null ? null : (keys.get(answer) ?? keys.size);
    if (answer !== null && number !== null) keys.set(answer, number);
    return { answer: number, right: right === true, score, ...(log === undefined ? {} : { log }) };
  });
  const judged = [...samples.keys()]
    .filter((at) => isJudged(samples[at]))
    .toSorted((a, b) => higherFirst(samples[a] ?? none, samples[b] ?? none) || a - b);
  return { samples, answers: keys.size, judged };
}

const none: Scored = { score: null };

const isJudged = (sample: Sample | undefined): boolean =>
  sample !== undefined && sample.answer !== null && sample.score !== null;

/** Whether any of them is right: what a perfect choice would find. */
export const anyRight = ({ samples }: SampleDraw, members: readonly number[]): boolean =>
  members.some((at) => samples[at]?.right);

/** Whether their most common answer is right; of equals, the one whose first sample comes first: `majority` of answers. */
export function majorityRight(draw: SampleDraw, members: readonly number[]): boolean {
  return heaviestRight(draw, members, () => 1);
}

/** Whether the answer with the highest sum of scores is right: `chooseByWeight` of answers. */
export function weightedRight(draw: SampleDraw, members: readonly number[]): boolean {
  const judged = members.filter((at) => isJudged(draw.samples[at]));
  if (judged.length === 0) return majorityRight(draw, members);
  // Products so small that they are told apart by logarithms alone.
  if (judged.some((at) => draw.samples[at]?.log !== undefined)) return heaviestLogRight(draw, judged);
  return heaviestRight(draw, judged, ({ score }) => score ?? 0);
}

/** Whether the best-scored sample is right: `chooseBest` of answers. Of no scores the answers vote. */
export function bestRight(draw: SampleDraw, members: readonly number[]): boolean {
  const present = new Set(members);
  const best = draw.judged.find((at) => present.has(at));
  return best === undefined ? majorityRight(draw, members) : draw.samples[best]?.right === true;
}

/** Members come in rising order, so that of equals the first met is the lowest-numbered. */
function heaviestRight(
  { samples, answers }: SampleDraw,
  members: readonly number[],
  weightOf: (sample: Sample) => number,
): boolean {
  const weights = new Float64Array(answers);
  for (const at of members) {
    const sample = samples[at];
    if (sample && sample.answer !== null)
      weights[sample.answer] = (weights[sample.answer] ?? 0) + weightOf(sample);
  }
  let heaviest = -1;
  let right = false;
  for (const at of members) {
    const sample = samples[at];
    if (!sample || sample.answer === null) continue;
    const weight = weights[sample.answer] ?? 0;
    if (weight > heaviest) {
      heaviest = weight;
      right = sample.right;
    }
  }
  return right;
}

function heaviestLogRight({ samples }: SampleDraw, members: readonly number[]): boolean {
  const groups = new Map<number, Sample[]>();
  for (const at of members) {
    const sample = samples[at];
    if (sample && sample.answer !== null)
      groups.set(sample.answer, [...(groups.get(sample.answer) ?? []), sample]);
  }
  const [heaviest] = [...groups.values()]
    .map((group) => ({ right: group[0]?.right === true, sum: sumOf(group) }))
    .toSorted((a, b) => higherFirst(a.sum, b.sum));
  return heaviest?.right === true;
}

import { room } from '../language.ts';
import { fixed, number } from './format.ts';

/** Digits of a score as it stands in a cell: `.42`, `1`. */
const short = (score: number) =>
  fixed(score, 2)
    .replace(/^0(?=\D)/, '')
    .replace(/^1\D00$/, '1');

/** The step scores of every trace. */
export const scores = room('scores', {
  help: 'Point at a cell for its number<keys>, or move with the arrow keys</keys>.',
  caption: 'Step scores of every trace',
  columns: { trace: 'Trace', steps: 'Step scores', score: 'Score', answer: 'Answer' },
  outcomes: { right: 'right', wrong: 'wrong', ungraded: 'not graded' },
  noAnswer: 'no answer',
  chosen: { trace: 'chosen', answer: 'chosen answer' },
  short,
  /** With the digits that tell the best from the next. */
  total: (score: number, digits: number) => fixed(score, digits),
  /** `step` from 1; `text` is what the step says, empty where it is not known. */
  cell: ({
    trace,
    step,
    steps,
    text,
    score,
    weakest,
  }: {
    readonly trace: string;
    readonly step: number;
    readonly steps: number;
    readonly text: string;
    readonly score: number | null;
    readonly weakest: boolean;
  }) => {
    const which = steps === 1 ? 'the whole trace' : `step ${number(step)} of ${number(steps)}`;
    const said = text === '' ? which : `${which}: ${text}`;
    const worth = score === null ? 'not judged' : `score ${fixed(score, 3)}`;
    return `${trace}, ${said}, ${worth}${weakest ? ', the weakest' : ''}`;
  },
});

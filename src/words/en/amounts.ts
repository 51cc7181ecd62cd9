import { room } from '../language.ts';
import { bytes, fixed, number, percent, plural } from './format.ts';

const tenths = (value: number) => number(value, value < 10 ? 1 : 0);

/** Amounts that stand alone or inside of other rooms' sentences. */
export const amounts = room('amounts', {
  /** A score, a value, a probability as a number: `0.50`. */
  decimal: (value: number) => fixed(value, 2),
  /** `62%`; never 0% or 100%, which no token's probability is. */
  likely: (probability: number) => {
    if (probability >= 0.995) return 'over 99%';
    return probability < 0.005 ? 'under 1%' : percent(probability);
  },
  /** Of a tree search. */
  simulations: ({ run, again }: { readonly run: number; readonly again: number }) =>
    `${plural(run, { one: '# simulation', other: '# simulations' })}, of which ${number(again)} ended on a node visited before`,
  bytes,
  percent,
  /** What stands between two sentences. */
  between: ' ',
  /** At the end of a sentence that another one follows. */
  stop: '. ',
  comma: ', ',
  /** Parameters of a model: `0.8 million`, `1.7 billion`. */
  parameters: (count: number) =>
    count < 1e9 ? `${tenths(count / 1e6)} million` : `${tenths(count / 1e9)} billion`,
});

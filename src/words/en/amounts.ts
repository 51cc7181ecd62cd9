import { room } from '../language.ts';
import { fixed, list, number, percent, plural } from './format.ts';

/** Amounts that stand alone or inside of other rooms' sentences. */
export const amounts = room('amounts', {
  number,
  fixed,
  percent,
  list,
  tokens: (count: number) => plural(count, { one: '# token', other: '# tokens' }),
  votes: (count: number) => plural(count, { one: '# vote', other: '# votes' }),
});

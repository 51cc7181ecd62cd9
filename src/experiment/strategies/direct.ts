import * as v from 'valibot';
import { sources } from '../sources.ts';
import { factSheet } from './sheet.ts';

/** The answer at once, without thinking: the baseline of Wei et al. 2022 (arXiv 2201.11903). */
export const directSheet = factSheet({
  schema: v.strictObject({ kind: v.literal('direct') }),
  source: sources.wei,
  group: 'one-trace',
  picture: 'traces',
  steps: ['vote', 'choose'],
  main: ['temperature'],
  defaults: {},
  temperature: 0,
  link: { since: 1, inOrder: [], temperature: 0 },
});

import * as v from 'valibot';
import { integerIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { factSheet } from './sheet.ts';

/** Worked examples before the problem (Wei et al. 2022, arXiv 2201.11903). */
export const fewShotSheet = factSheet({
  schema: v.strictObject({ kind: v.literal('few-shot'), shots: integerIn(1, 8) }),
  source: sources.wei,
  group: 'one-trace',
  picture: 'traces',
  steps: ['vote', 'choose'],
  main: ['shots', 'temperature'],
  needs: ['examples'],
  // The paper used eight worked examples for arithmetic.
  defaults: { shots: 8 },
  temperature: 0,
  inWords: { shots: 4 },
  papers: { shots: sources.wei },
  link: { since: 1, name: 'few', inOrder: ['shots'], temperature: 0 },
});

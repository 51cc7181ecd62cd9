import * as v from 'valibot';
import { integerIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { aggregationSchema, scoresSteps, verifierSchema } from '../verifier.ts';
import { asking, ownValueHead } from './fields.ts';
import { factSheet } from './sheet.ts';

/** Sequential revision, and the parallel-by-sequential grid (Snell et al. 2024, arXiv 2408.03314, section 6). */
export const revisionSheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('revision'),
    /** Chains of attempts side by side. */
    parallel: integerIn(1, 16),
    /** Attempts in a chain, the first included. */
    rounds: integerIn(1, 8),
    verifier: verifierSchema,
    aggregation: aggregationSchema,
  }),
  source: sources.snell,
  group: 'thinking-longer',
  picture: 'scores',
  steps: ['wait', 'interim-answer', 'score', 'choose'],
  main: ['parallel', 'rounds', 'verifier'],
  amounts: ['parallel', 'rounds'],
  defaults: { parallel: 4, rounds: 3, verifier: ownValueHead, aggregation: 'last' },
  // No paper's number: attempts must differ, as votes must.
  temperature: 0.7,
  inWords: { verifier: asking },
  verifies: () => 'traces',
  papers: { rounds: sources.snell, aggregation: sources.snell },
  matters: { aggregation: ({ verifier }) => scoresSteps(verifier) },
  link: {
    since: 1,
    standard: { parallel: 4, rounds: 3, verifier: { kind: 'process' }, aggregation: 'last' },
    temperature: 0.7,
  },
});

import * as v from 'valibot';
import { integerIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { verifierSchema } from '../verifier.ts';
import { asking, ownValueHead } from './fields.ts';
import { factSheet } from './sheet.ts';

/** Difficulty from a few samples, then the strategy that it asks for (Snell et al. 2024, arXiv 2408.03314, section 3). */
export const computeOptimalSheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('compute-optimal'),
    /** Samples from which difficulty is estimated. */
    probe: integerIn(2, 16),
    /** Tokens to spend in all, the probe included. */
    tokens: integerIn(100, 100_000),
    verifier: verifierSchema,
  }),
  source: sources.snell,
  group: 'by-difficulty',
  picture: 'traces',
  steps: ['decide', 'expand', 'score', 'keep', 'vote', 'choose'],
  main: ['probe', 'tokens', 'verifier'],
  amounts: ['tokens', 'probe'],
  needs: ['going-on'],
  defaults: { probe: 4, tokens: 2000, verifier: ownValueHead },
  // No paper's number: probes must differ, as votes must.
  temperature: 0.7,
  inWords: { verifier: asking, tokens: 20_000 },
  verifies: () => 'traces',
  papers: { probe: sources.snell },
  link: {
    since: 1,
    standard: { probe: 4, tokens: 2000, verifier: { kind: 'process' } },
    temperature: 0.7,
  },
});

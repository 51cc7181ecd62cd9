import * as v from 'valibot';
import { integerIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { aggregationSchema, verifierSchema } from '../verifier.ts';
import { asking, chooseAfterSearch, fewSteps, manySteps, ownValueHead } from './fields.ts';
import { factSheet } from './sheet.ts';

/** Step-level beam search guided by a verifier, and its variant of independent subtrees, DVTS (Beeching, Tunstall and Rush 2024, "Scaling test-time compute with open models"; Snell et al. 2024, arXiv 2408.03314, section 5.2). */
export const beamSearchSheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('beam-search'),
    variant: v.picklist(['beam', 'dvts']),
    /** Beams kept after each round; for DVTS, independent subtrees. */
    width: integerIn(1, 16),
    /** Next steps sampled from each beam. */
    expansion: integerIn(1, 16),
    /** Steps rolled out greedily beyond a step before it is scored. */
    lookahead: integerIn(0, 4),
    maxSteps: integerIn(1, 40),
    verifier: verifierSchema,
    aggregation: aggregationSchema,
    choose: chooseAfterSearch,
  }),
  source: sources.snell,
  group: 'search',
  picture: 'tree',
  steps: ['expand', 'score', 'keep', 'choose'],
  main: ['variant', 'width', 'expansion', 'verifier'],
  amounts: ['width', 'expansion', 'lookahead'],
  needs: ['going-on'],
  // Beeching et al. 2024 keep a quarter of the draws, whatever their number, and aggregate by the last step's score.
  defaults: {
    variant: 'beam',
    width: 4,
    expansion: 4,
    lookahead: 0,
    maxSteps: fewSteps,
    verifier: ownValueHead,
    aggregation: 'last',
    choose: 'best',
  },
  // The setting of search-and-learn, the code of Beeching et al. 2024.
  temperature: 0.8,
  inWords: { verifier: asking, maxSteps: manySteps },
  verifies: () => 'steps',
  papers: {
    width: sources.snell,
    expansion: sources.beeching,
    lookahead: sources.snell,
    maxSteps: sources.beeching,
    aggregation: sources.beeching,
    choose: sources.snell,
  },
  link: {
    since: 1,
    standard: {
      variant: 'beam',
      width: 4,
      expansion: 4,
      lookahead: 0,
      maxSteps: 8,
      verifier: { kind: 'process' },
      aggregation: 'last',
      choose: 'best',
    },
    temperature: 0.8,
    later: { choose: 3 },
  },
});

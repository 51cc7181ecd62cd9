import * as v from 'valibot';
import { effortSchema } from '../effort.ts';
import { integerIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { aggregationSchema, scoresSteps, verifierSchema } from '../verifier.ts';
import { asking, chooseSchema, ownValueHead } from './fields.ts';
import { factSheet } from './sheet.ts';

/** Best-of-N: N traces, the best-scored one wins, or its answer's summed scores do (Li et al. 2022, arXiv 2206.02336). */
export const bestOfNSheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('best-of-n'),
    samples: integerIn(1, 64),
    effort: effortSchema,
    verifier: verifierSchema,
    aggregation: aggregationSchema,
    choose: chooseSchema,
  }),
  source: sources.cobbe,
  group: 'many-traces',
  picture: 'scores',
  steps: ['score', 'vote', 'choose'],
  main: ['samples', 'verifier', 'aggregation', 'choose'],
  amounts: ['samples'],
  defaults: { samples: 8, effort: 'low', verifier: ownValueHead, aggregation: 'last', choose: 'best' },
  // As self-consistency, so that only the choosing differs. Cobbe et al. (arXiv 2110.14168) sample at 0.7 too.
  temperature: 0.7,
  inWords: { verifier: asking },
  verifies: () => 'traces',
  papers: { samples: sources.cobbe, aggregation: sources.lightman, choose: sources.li },
  matters: { aggregation: ({ verifier }) => scoresSteps(verifier) },
  link: {
    since: 1,
    standard: {
      samples: 8,
      effort: 'low',
      verifier: { kind: 'process' },
      aggregation: 'last',
      choose: 'best',
    },
    temperature: 0.7,
  },
});

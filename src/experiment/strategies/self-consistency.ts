import * as v from 'valibot';
import { effortSchema } from '../effort.ts';
import { integerIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { factSheet } from './sheet.ts';

/** Many traces, majority vote over their answers (Wang et al. 2022, arXiv 2203.11171). */
export const selfConsistencySheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('self-consistency'),
    samples: integerIn(1, 64),
    effort: effortSchema,
  }),
  source: sources.wangVote,
  group: 'many-traces',
  picture: 'traces',
  steps: ['vote', 'choose'],
  main: ['samples', 'effort', 'temperature'],
  amounts: ['samples'],
  // The paper draws 40; 8 already show the vote, and 40 are a drag of the slider away.
  defaults: { samples: 8, effort: 'low' },
  // Votes need traces that differ (arXiv 2203.11171, section 3.1).
  temperature: 0.7,
  papers: { samples: sources.wangVote },
  link: { since: 1, name: 'sc', inOrder: ['samples', 'effort'], temperature: 0.7 },
});

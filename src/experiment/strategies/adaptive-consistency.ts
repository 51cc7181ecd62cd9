import * as v from 'valibot';
import { effortSchema } from '../effort.ts';
import { integerIn, realIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { factSheet } from './sheet.ts';

/** Sampling stops once the vote is decided (Aggarwal et al. 2023, arXiv 2305.11860). */
export const adaptiveConsistencySheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('adaptive-consistency'),
    samples: integerIn(1, 64),
    /** Samples drawn together before the vote is looked at. */
    batch: integerIn(1, 16),
    effort: effortSchema,
    /** `certain`: when no outcome of the remaining samples can change the winner. `confident`: when the winner is ahead with the stated probability. */
    stop: v.picklist(['certain', 'confident']),
    confidence: realIn(0.5, 0.999),
  }),
  source: sources.aggarwal,
  group: 'many-traces',
  picture: 'traces',
  steps: ['vote', 'decide', 'choose'],
  main: ['samples', 'stop', 'confidence', 'effort'],
  amounts: ['samples'],
  // The paper allows 40 and stops at 0.95, looking after every sample; 4 share a batch here.
  defaults: { samples: 32, batch: 4, effort: 'low', stop: 'confident', confidence: 0.95 },
  // As self-consistency, so that only the stopping differs.
  temperature: 0.7,
  inWords: { samples: 16 },
  papers: {
    samples: sources.aggarwal,
    batch: sources.aggarwal,
    stop: sources.aggarwal,
    confidence: sources.aggarwal,
  },
  matters: { confidence: ({ stop }) => stop === 'confident' },
  link: {
    since: 1,
    standard: { samples: 32, batch: 4, effort: 'low', stop: 'confident', confidence: 0.95 },
    temperature: 0.7,
  },
});

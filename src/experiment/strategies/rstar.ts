import * as v from 'valibot';
import { modelIdSchema } from '../model-id.ts';
import { integerIn, realIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { fewSteps, manySteps } from './fields.ts';
import { factSheet } from './sheet.ts';

/**
 * What second samplings are for. `trace`: the trace with the highest reward × agreement gives the answer, in the spirit of rStar's
 * section 3.3. The others are the modes of the authors' code, which lets traces through and then chooses among answers: where
 * `any` of a trace's second samplings agrees (its `loose`), `half` (`mid`), `all` (`strict`), or a `majority` (`maj`).
 */
const confirmSchema = v.picklist(['trace', 'any', 'half', 'all', 'majority']);
export type Confirm = v.InferOutput<typeof confirmSchema>;

/** rStar (Qi et al. 2024, arXiv 2408.06195): a rich set of actions, UCT, and mutual consistency in place of any reward. */
export const rStarSheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('rstar'),
    rollouts: integerIn(1, 64),
    exploration: realIn(0, 10),
    /** Next steps sampled by the one-step action. */
    steps: integerIn(1, 8),
    /** Draws of all that is left, of which the most frequent answer is kept. Runs that were saved before one could say had ten. */
    lastVotes: v.optional(integerIn(1, 64), 10),
    /** Share of a trace that the second sampling is given, drawn uniformly between these. */
    maskFrom: realIn(0.1, 0.9),
    maskTo: realIn(0.1, 0.9),
    /** Second samplings for each candidate trace. */
    checks: integerIn(1, 8),
    /** Runs that were saved before there was a choice took the best trace. */
    confirm: v.optional(confirmSchema, 'trace'),
    /** The model that writes the second samplings, where it is another one. */
    discriminator: v.exactOptional(modelIdSchema),
    maxSteps: integerIn(1, 40),
  }),
  source: sources.qi,
  group: 'search',
  picture: 'tree',
  steps: ['select', 'expand', 'back-up', 'score', 'choose'],
  main: ['rollouts', 'steps', 'exploration', 'discriminator'],
  amounts: ['rollouts', 'steps', 'lastVotes', 'checks'],
  needs: ['going-on'],
  // Qi et al. (arXiv 2408.06195, section 4.1) do 32 rollouts, with masks of 20 to 80% of a trace; their code (do_generate.py,
  // do_discriminate.py) lets 32 draws vote on a rest, cuts each trace at 4 places and keeps it where half agree.
  defaults: {
    rollouts: 16,
    exploration: 2,
    steps: 4,
    lastVotes: 32,
    maskFrom: 0.2,
    maskTo: 0.8,
    checks: 4,
    confirm: 'half',
    maxSteps: fewSteps,
  },
  // The setting of the paper's code.
  temperature: 0.8,
  inWords: { rollouts: 4, lastVotes: 8, checks: 2, maxSteps: manySteps },
  secondModel: 'discriminator',
  papers: {
    rollouts: sources.qi,
    lastVotes: sources.qi,
    maskFrom: sources.qi,
    maskTo: sources.qi,
    checks: sources.qi,
    confirm: sources.qi,
    discriminator: sources.qi,
  },
  link: {
    since: 1,
    standard: {
      rollouts: 16,
      exploration: 2,
      steps: 4,
      lastVotes: 10,
      maskFrom: 0.2,
      maskTo: 0.8,
      checks: 2,
      confirm: 'trace',
      maxSteps: 8,
    },
    temperature: 0.8,
    later: { lastVotes: 4, confirm: 4, discriminator: 4 },
  },
});

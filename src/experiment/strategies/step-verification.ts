import * as v from 'valibot';
import { integerIn, realIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { verifierSchema } from '../verifier.ts';
import { asking, fewSteps, manySteps, ownValueHead } from './fields.ts';
import { factSheet } from './sheet.ts';

/** A step is kept only if it passes; else it is drawn again (Lightman et al. 2023 give the scores; step-by-step rejection sampling). */
export const stepVerificationSheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('step-verification'),
    /** Score a step must reach. */
    threshold: realIn(0, 1),
    /** Further draws for a step that failed, in all. */
    retries: integerIn(0, 64),
    maxSteps: integerIn(1, 40),
    verifier: verifierSchema,
  }),
  source: sources.lightman,
  group: 'thinking-longer',
  picture: 'tree',
  steps: ['expand', 'score', 'keep', 'choose'],
  main: ['threshold', 'retries', 'verifier'],
  amounts: ['retries'],
  needs: ['going-on'],
  defaults: { threshold: 0.5, retries: 16, maxSteps: fewSteps, verifier: ownValueHead },
  // No paper's number: further draws must differ, as votes must.
  temperature: 0.7,
  inWords: { verifier: asking, maxSteps: manySteps },
  verifies: () => 'steps',
  link: {
    since: 1,
    standard: { threshold: 0.5, retries: 16, maxSteps: 8, verifier: { kind: 'process' } },
    temperature: 0.7,
  },
});

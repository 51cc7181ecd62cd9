import type { FailureWords } from '../failure-words.ts';
import type { Words } from '../rooms.ts';
import { fieldRules, fileFailures } from './failures-of-files.ts';
import { modelFailures } from './failures-of-models.ts';
import { serverFailures } from './failures-of-servers.ts';
import { useFailures } from './failures-of-use.ts';

const codes = {
  ...modelFailures,
  ...useFailures,
  ...fileFailures,
  ...serverFailures,
  'other-weights': {
    message: ({ model }) =>
      `這次執行由 ${model} 的另一個版本寫成，和這裡的版本不同，所以不能作為同一次執行接著進行。`,
    advice: '請重新執行，或從其中的一個想法接著做，成為一個分支。',
  },
} satisfies Omit<FailureWords, keyof Words['firstFailures']['codes']>;

export const failures: Words['failures'] = { codes, fieldRules };

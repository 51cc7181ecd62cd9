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
      `这次运行由 ${model} 的另一个版本写成，和这里的版本不同，所以不能作为同一次运行接着进行。`,
    advice: '请重新运行，或从其中的一个想法接着做，成为一个分支。',
  },
} satisfies Omit<FailureWords, keyof Words['firstFailures']['codes']>;

export const failures: Words['failures'] = { codes, fieldRules };

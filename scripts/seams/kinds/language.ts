import type { Seam } from '../seam.ts';

/** English under another name: one folder, and the line that lists it. */
export const language: Seam = {
  kind: 'language',
  name: 'xx',
  most: 2,
  tests: ['src/words'],
  edits: [
    {
      file: 'src/words/xx/index.ts',
      text: `import * as rooms from '../en/index.ts';
import type { Language } from '../language.ts';

export const xx: Language = { locale: 'xx', rooms };
`,
    },
    {
      file: 'src/words/languages.ts',
      after: 'export const languages = {\n',
      insert: "  xx: () => import('./xx/index.ts').then(({ xx }) => xx),\n",
    },
  ],
};

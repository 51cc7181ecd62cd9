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
import type { AnyLanguageSource } from '../language-source.ts';

export const xx: AnyLanguageSource = { locale: 'xx', first: rooms, later: {} };
`,
    },
    {
      file: 'src/words/languages.ts',
      after: 'export const languages = {\n',
      insert: "  xx: { name: null, come: () => import('./xx/index.ts').then(({ xx }) => xx) },\n",
    },
  ],
};

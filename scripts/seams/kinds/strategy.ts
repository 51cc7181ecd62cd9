import { inEachLanguage } from '../in-each-language.ts';
import type { Seam } from '../seam.ts';

/** One trace, under another name. */
export const strategy: Seam = {
  kind: 'strategy',
  name: 'blurt',
  most: 5,
  tests: ['src/experiment/url-codec.test.ts', 'src/words'],
  edits: [
    {
      file: 'src/experiment/strategies/blurt.ts',
      text: `import * as v from 'valibot';
import { integerIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { factSheet } from './sheet.ts';

export const blurtSheet = factSheet({
  schema: v.strictObject({ kind: v.literal('blurt'), loudness: integerIn(1, 9) }),
  source: sources.wei,
  group: 'one-trace',
  picture: 'traces',
  steps: ['vote', 'choose'],
  main: ['loudness'],
  defaults: { loudness: 3 },
  temperature: 0,
  link: { since: 5, standard: { loudness: 3 }, temperature: 0 },
});
`,
    },
    { file: 'src/experiment/strategies.ts', top: "import { blurtSheet } from './strategies/blurt.ts';\n" },
    { file: 'src/experiment/strategies.ts', after: 'const sheets = [\n', insert: '  blurtSheet,\n' },
    {
      file: 'src/strategies/blurt.ts',
      text: `import type { Session } from '#policy/session/session.ts';
import { answerByOneTrace } from './shared/traces.ts';
import type { StrategyRun } from './strategy.ts';

export function blurt(session: Session): StrategyRun {
  return answerByOneTrace(session, session.model.prompt(session.problem, { kind: 'answer-only' }));
}
`,
    },
    { file: 'src/strategies/at-hand.ts', top: "import { blurt } from './blurt.ts';\n" },
    { file: 'src/strategies/at-hand.ts', after: 'export const atHand = {\n', insert: '  blurt,\n' },
    {
      file: 'src/words/en/strategies.ts',
      after: "export const strategies = room('strategies', {\n",
      insert: `  blurt: {
    name: 'Blurt',
    does: 'The model says what comes first.',
    knobs: { loudness: { name: 'Loudness', does: 'How loud it says so.' } },
  },
`,
    },
    ...inEachLanguage('strategies', {
      "export const strategies: Words['strategies'] = {\n": `  blurt: { name: 'Blurt', does: 'Blurts.', knobs: { loudness: { name: 'Loudness', does: 'How loud.' } } },
`,
    }),
  ],
};

import { inEachLanguage } from '../in-each-language.ts';
import type { Seam } from '../seam.ts';

/** Trusts every trace. */
export const verifier: Seam = {
  kind: 'verifier',
  name: 'trusting',
  most: 4,
  tests: ['src/experiment/url-codec.test.ts', 'src/words'],
  edits: [
    {
      file: 'src/experiment/verifier.ts',
      after: 'const sheets = [\n',
      insert: `  sheet({
    schema: v.strictObject({ kind: v.literal('trusting') }),
    source: null,
    judges: 'traces',
    defaults: {},
    link: { since: 5 },
  }),
`,
    },
    {
      file: 'src/verifiers/trusting.ts',
      text: `import type { Scores, Verifier } from './verifier.ts';

export function trustingVerifier(): Verifier {
  return {
    kind: 'trusting',
    judges: 'traces',
    // eslint-disable-next-line require-yield -- it draws nothing
    async *score(traces) {
      return traces.map((): Scores => ({ steps: [1], why: { kind: 'agreeing-traces', agreeing: 1, of: 1 } }));
    },
  };
}
`,
    },
    { file: 'src/verifiers/create-verifier.ts', top: "import { trustingVerifier } from './trusting.ts';\n" },
    {
      file: 'src/verifiers/create-verifier.ts',
      after: '  rule: ruleVerifier,\n',
      insert: '  trusting: trustingVerifier,\n',
    },
    {
      file: 'src/words/en/verifiers.ts',
      after: "export const verifiers = room('verifiers', {\n",
      insert: "  trusting: { name: 'Trusting', does: 'Trusts every trace.', knobs: {} },\n",
    },
    ...inEachLanguage('verifiers', {
      "export const verifiers: Words['verifiers'] = {\n":
        "  trusting: { name: 'Trusting', does: 'Trusts every trace.', knobs: {} },\n",
    }),
  ],
};

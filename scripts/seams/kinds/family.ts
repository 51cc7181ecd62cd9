import { inEachLanguage } from '../in-each-language.ts';
import type { Seam } from '../seam.ts';

/** What is left of a division: a family without a model of its own. */
export const family: Seam = {
  kind: 'problem family',
  name: 'remainder',
  most: 8,
  tests: ['src/experiment/old-links.test.ts'],
  edits: [
    {
      file: 'src/experiment/families/remainder.ts',
      text: `import * as v from 'valibot';
import type { FamilySheet } from './sheet.ts';

/** What is left of a division. */
export const remainderProblem = v.strictObject({
  family: v.literal('remainder'),
  dividend: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
  divisor: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(99)),
});
export type RemainderProblem = v.InferOutput<typeof remainderProblem>;

export const remainder = {
  schema: remainderProblem,
  text: ({ dividend, divisor }) => \`\${dividend} % \${divisor}\`,
  fileName: ({ dividend, divisor }) => \`\${dividend}-by-\${divisor}\`,
  usual: { family: 'remainder', dividend: 17, divisor: 5 },
  model: 'Qwen3-0.6B-q4f16_1-MLC',
  answerForm: () => 'number',
  manyAnswers: false,
  checkedByRule: false,
  trained: null,
  link: {
    model: 'remainder',
    since: () => 5,
    newest: 5,
    short: ({ dividend, divisor }) => ['r', dividend, divisor],
    fromShort: v.pipe(
      v.strictTuple([v.literal('r'), v.number(), v.number()]),
      v.transform(([, dividend, divisor]): RemainderProblem => ({ family: 'remainder', dividend, divisor })),
    ),
  },
  heldOut: {},
  surprises: async () => [{ family: 'remainder', dividend: 100, divisor: 7 }],
} satisfies FamilySheet<RemainderProblem>;
`,
    },
    { file: 'src/experiment/families.ts', top: "import { remainder } from './families/remainder.ts';\n" },
    {
      file: 'src/experiment/families.ts',
      after: 'familySheets = { countdown, arithmetic, puzzle, question',
      insert: ', remainder',
    },
    {
      file: 'src/answers/families.ts',
      after: 'const rows: { readonly [F in Family]: AnswerRow<ProblemOf<F>> } = {\n',
      insert: `  remainder: {
    reference: ({ dividend, divisor }) => numberReference(dividend % divisor),
    grade: ({ dividend, divisor }, answer) => gradeNumber(answer, dividend % divisor),
    typed: () => null,
  },
`,
    },
    { file: 'src/verifiers/proof.ts', after: '  question: null,\n', insert: '  remainder: null,\n' },
    {
      file: 'src/policy/prompts/families.ts',
      after: 'const prompts: { readonly [F in Family]: Prompts<ProblemOf<F>> } = {\n',
      insert: `  remainder: {
    task: (problem) => problemText(problem),
    result: 'final answer',
    examples: () => [{ question: 'What is left of 9 ÷ 4?', thought: '9 = 2 * 4 + 1.', answer: '1' }],
  },
`,
    },
    { file: 'src/app/problems/families.tsx', top: "import { RemainderForm } from './remainder-form.tsx';\n" },
    {
      file: 'src/app/problems/families.tsx',
      after: 'const views: { readonly [F in Family]: ProblemViews<ProblemOf<F>> } = {\n',
      insert: '  remainder: { Form: RemainderForm },\n',
    },
    {
      file: 'src/app/problems/remainder-form.tsx',
      text: `import type { RemainderProblem } from '#experiment/families/remainder.ts';
import { NumberBox } from '#app/ui/number-box.tsx';
import { problems } from '#words/en/problems.ts';
import type { FormProps } from './family-props.ts';
import form from './problem-form.module.css';

export function RemainderForm({ problem, onChange }: FormProps<RemainderProblem>) {
  return (
    <div className={form.root}>
      <NumberBox
        label={problems.remainder.dividend}
        value={problem.dividend}
        min={1}
        max={999}
        onChange={(dividend) => onChange({ ...problem, dividend })}
      />
    </div>
  );
}
`,
    },
    {
      file: 'src/words/en/problems.ts',
      after: "    question: 'In words',\n",
      insert: "    remainder: 'Remainders',\n",
    },
    {
      file: 'src/words/en/problems.ts',
      after: "    question: 'problems in words',\n",
      insert: "    remainder: 'remainders',\n",
    },
    {
      file: 'src/words/en/problems.ts',
      after: '    arithmetic: \'a sum of products ("47*6+38*4")\',\n',
      insert: '    remainder: \'a remainder ("remainder: 17 mod 5")\',\n',
    },
    {
      file: 'src/words/en/problems.ts',
      after: '    puzzle: `A puzzle has up to ${longestPuzzle} characters.`,\n',
      insert: "    remainder: 'A remainder has two numbers.',\n",
    },
    {
      file: 'src/words/en/problems.ts',
      after: '  trainedFor: {\n',
      insert: "    remainder: { title: 'Remainders', what: 'What is left of a division.' },\n",
    },
    {
      file: 'src/words/en/problems.ts',
      after: "export const problems = room('problems', {\n",
      insert: "  remainder: { dividend: 'Dividend' },\n",
    },
    ...inEachLanguage('problems', {
      'const several: Readonly<Record<Family, string>> = {\n': "  remainder: 'Remainders',\n",
      "export const problems: Words['problems'] = {\n": "  remainder: { dividend: 'Dividend' },\n",
      '  names: {': " remainder: 'Remainders',",
      '  trainedFor: {\n': "    remainder: { title: 'Remainders', what: 'What is left of a division.' },\n",
      '  typed: {\n': '    remainder: \'a remainder ("remainder: 17 mod 5")\',\n',
      '  wanted: {\n': "    remainder: 'A remainder has two numbers.',\n",
    }),
  ],
};

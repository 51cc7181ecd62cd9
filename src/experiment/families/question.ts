import * as v from 'valibot';
import type { FamilySheet } from './sheet.ts';

/** Characters. */
export const questionLimits = { text: 2000, answer: 200 } as const;

/** A problem in words, for models that follow instructions. */
export const questionProblem = v.strictObject({
  family: v.literal('question'),
  text: v.pipe(v.string(), v.regex(/\S/), v.maxLength(questionLimits.text)),
  /** The right answer, where the person who asks knows it: grades are given by it, strategies never see it. */
  answer: v.exactOptional(v.pipe(v.string(), v.regex(/\S/), v.maxLength(questionLimits.answer))),
});
export type QuestionProblem = v.InferOutput<typeof questionProblem>;

const asked = (text: string, answer: string | undefined): QuestionProblem => ({
  family: 'question',
  text,
  ...(answer === undefined ? {} : { answer }),
});

/** In the form of grade-school problems such as GSM8K's (Cobbe et al. 2021, arXiv 2110.14168). */
export const usualQuestion: QuestionProblem = asked(
  'A bakery bakes 48 rolls in the morning. It sells a third of them before noon, and half of what is left in the afternoon. In the evening it bakes 20 more. How many rolls does it have then?',
  '36',
);

export const question = {
  schema: questionProblem,
  text: ({ text }) => text.replace(/\s+/g, ' ').trim(),
  fileName: () => 'question',
  usual: usualQuestion,
  // The smallest of WebLLM's that reasons.
  model: 'Qwen3-0.6B-q4f16_1-MLC',
  answerForm: () => 'words',
  manyAnswers: false,
  checkedByRule: false,
  ownAnswer: {
    isKnown: ({ answer }) => answer !== undefined,
    without: ({ text }): QuestionProblem => ({ family: 'question', text }),
  },
  trained: null,
  link: {
    // No model has this id, so that every link to a question names its own.
    model: 'question',
    since: () => 1,
    newest: 1,
    short: ({ text, answer }) => (answer === undefined ? ['q', text] : ['q', text, answer]),
    fromShort: v.pipe(
      v.union([
        v.strictTuple([v.literal('q'), v.string()]),
        v.strictTuple([v.literal('q'), v.string(), v.string()]),
      ]),
      v.transform(([, text, answer]) => asked(text, answer)),
    ),
  },
  // Nobody here knows what those who trained such models held out.
  heldOut: {},
  surprises: async () => Object.values((await import('../questions.ts')).questions),
} satisfies FamilySheet<QuestionProblem>;

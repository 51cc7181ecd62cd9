import * as v from 'valibot';
import { questionProblem, type QuestionProblem, usualQuestion } from './question-problem.ts';
import type { FamilySheet } from './sheet.ts';

const asked = (text: string, answer: string | undefined): QuestionProblem => ({
  family: 'question',
  text,
  ...(answer === undefined ? {} : { answer }),
});

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

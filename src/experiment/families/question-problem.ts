import * as v from 'valibot';

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

/** In the form of grade-school problems such as GSM8K's (Cobbe et al. 2021, arXiv 2110.14168). */
export const usualQuestion: QuestionProblem = {
  family: 'question',
  text: 'A bakery bakes 48 rolls in the morning. It sells a third of them before noon, and half of what is left in the afternoon. In the evening it bakes 20 more. How many rolls does it have then?',
  answer: '36',
};

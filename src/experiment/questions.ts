import { type QuestionProblem, usualQuestion } from './families/question-problem.ts';

const question = (text: string, answer: string): QuestionProblem => ({ family: 'question', text, answer });

/**
 * Problems in words to begin with, this page's own but for those whose source is named. All small: a model of half a billion parameters
 * gets some of them wrong, which is what makes them worth thinking about.
 */
export const questions = {
  bakery: usualQuestion,
  /** Known as one that language models of 2024 got wrong, because 11 is more than 9. */
  decimals: question('Which number is larger, 9.11 or 9.9?', '9.9'),
  /** Were it Anna or Ben, two of the sentences would be true. */
  logic: question(
    'One of Anna, Ben and Carl broke the vase. Anna says: “It was Ben.” Ben says: “It was not me.” Carl says: “It was not me.” Exactly one of the three tells the truth. Who broke the vase? Answer with a name.',
    'Carl',
  ),
  /** The bat and the ball (Frederick 2005, "Cognitive reflection and decision making"), with other things and numbers. */
  pen: question(
    'A notebook and a pen cost 2.30 euros together. The notebook costs 2 euros more than the pen. How many euros does the pen cost?',
    '0.15',
  ),
  /** 60 km at 30 km/h take 2 hours, back at 60 km/h 1 hour: 120 km in 3 hours, not the mean of the speeds. */
  speed: question(
    'A bus drives 60 km up a mountain at 30 km/h and the same way down at 60 km/h. What is its average speed over both ways, in km/h?',
    '40',
  ),
  percent: question(
    'The price of a coat is raised by 20 % and then lowered by 20 %. By how many percent is it cheaper in the end than at the beginning?',
    '4 %',
  ),
} as const satisfies Readonly<Record<string, QuestionProblem>>;

import { room } from '../language.ts';
import { number } from './format.ts';

/** The form of a problem in words. */
export const questionForm = room('questionForm', {
  text: 'Problem in words',
  count: (length: number, most: number) => `${number(length)} of ${number(most)} characters`,
  answer: 'Right answer',
  answerHelp: 'Where you know it. For the grade alone: the model never sees it.',
  answerUnread: 'Nothing can be read in this one, so no answer will count as right.',
  /** How the answer was read, which stands where the tag is. */
  readAs: {
    number: 'Read as the number <answer>it</answer>',
    letter: 'Read as the letter <answer>it</answer>',
    expression: 'Read as the expression <answer>it</answer>',
    both: 'Read as both values of <answer>it</answer>',
    quantity: 'Read as the quantity <answer>it</answer>',
    numeral: 'Read as the numeral <answer>it</answer>',
    group: 'Read as values in this order: <answer>it</answer>',
    list: 'Read as values in any order: <answer>it</answer>',
    sets: 'Read as the set <answer>it</answer>',
    matrix: 'Read as the matrix <answer>it</answer>',
    relation: 'Read as the statement <answer>it</answer>',
    ratio: 'Read as the ratio <answer>it</answer>',
    words: 'Read as the words <answer>it</answer>',
    dots: 'Read as dots <answer>it</answer>',
    interval: 'Read as the interval <answer>it</answer>',
    time: 'Read as the time <answer>it</answer>',
    text: 'Read as a text that is compared as it stands: <answer>it</answer>',
  },
  embeddedCannot: 'The models that come with the page cannot read sentences.',
  seeModels: 'See the models',
  chooseModel: 'Choose a model that can',
});

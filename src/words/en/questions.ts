import type { QuestionLevel } from '#learn/questions/question.ts';
import type { PlaceKind } from '#learn/papers.ts';
import { room } from '../language.ts';
import { number, percent, plural } from './format.ts';

/** The 25 questions: their list and what stands around an answer. The questions themselves: `questions/`. */
export const questionWords = room('questionWords', {
  title: 'Twenty-five interview questions',
  intro:
    'What people who work on reasoning models are asked, from the first interview to the laboratory. Guess first. Each answer has an experiment that shows it, on a real model, in your browser.',
  search: 'Search',
  level: 'Level',
  allLevels: 'All',
  levels: {
    1: 'Everyone is asked',
    2: 'For those who work on it',
    3: 'Top laboratories',
  } satisfies Record<QuestionLevel, string>,
  levelNumber: (level: number) => `Level ${number(level)}`,
  onlyOpen: 'Only those I can’t answer yet',
  known: (known: number, of: number) => `You can answer ${number(known)} of ${number(of)}.`,
  keptHere: 'Kept on this device.',
  print: 'Print all answers',
  none: 'No question matches.',
  found: (count: number) => plural(count, { one: '# question', other: '# questions' }),

  iCan: 'I can answer this',
  iCanOne: (question: string) => `I can answer this: ${question}`,
  guess: 'Say your answer first, aloud or on paper. Then compare.',
  show: 'Show the answer',
  showOne: (question: string) => `Show the answer: ${question}`,
  hide: 'Hide the answer',
  hideOne: (question: string) => `Hide the answer: ${question}`,
  linkTo: (question: string) => `Link to this question: ${question}`,
  mistake: 'The usual mistake',
  seeIt: 'See it happen',
  sources: 'Sources',
  measured: 'Measured here',
  shares: (shares: readonly number[]) => shares.map((share) => percent(share)).join(' → '),
  problems: (count: number) => plural(count, { one: '# problem', other: '# problems' }),

  places: {
    section: (at: string) => `section ${at}`,
    appendix: (at: string) => `appendix ${at}`,
    table: (at: string) => `table ${at}`,
    figure: (at: string) => `figure ${at}`,
    equation: (at: string) => `equation ${at}`,
    algorithm: (at: string) => `algorithm ${at}`,
  } satisfies Record<PlaceKind, (at: string) => string>,
});

import type { ChapterId } from '#learn/chapters.ts';
import { room } from '../language.ts';
import { number } from './format.ts';

/** Lessons: their list, and the frame of a page beside the run. */
export const lessonWords = room('lessonWords', {
  title: 'Lessons',
  intro:
    'Short chapters beside the live picture. Each page asks for one thing: run it, guess, look. All of it happens in your browser, on real models.',
  chapters: {
    'self-consistency': {
      title: 'Self-consistency',
      idea: 'Many samples vote. Why that beats one, and what it needs.',
    },
  } satisfies Record<ChapterId, { readonly title: string; readonly idea: string }>,
  begin: 'Begin',
  goOn: (page: number) => `Go on, page ${number(page)}`,
  again: 'Read again',
  finished: 'read',
  /** In the column. */
  lesson: 'Lesson',
  pageOf: (page: number, of: number) => `Page ${number(page)} of ${number(of)}`,
  back: 'Back',
  next: 'Next',
  leave: 'Leave the lesson',
  all: 'All lessons',
  following: (title: string) => `Next: ${title}`,
  unknown: 'There is no such lesson.',
  guessedRight: 'You guessed it.',
  guessedWrong: (truth: string) => `It came out otherwise: “${truth}”`,
  toDo: 'To do',
  done: 'Done',
  choose: 'What to run',
  run: 'Run',
  running: 'It runs.',
  runFirst: 'This page looks at a run that is not on the stage.',
  runIt: 'Run it',
  runBeside: 'Run side by side',
  showMe: 'Show me',
  lookAt: {
    tree: 'Open Tree',
    thoughts: 'Open Thoughts',
    votes: 'Open Votes',
    scores: 'Open Scores',
    budget: 'Open Budget',
  },
  formula: 'The formula, with this run’s numbers',
  code: 'The code of this strategy',
  codeFrom: 'This is the file that just ran, as it stands in the project:',
});

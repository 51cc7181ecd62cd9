import type { ChapterId } from '#learn/chapters.ts';
import { room } from '../language.ts';
import { number } from './format.ts';

/** Lessons: their list, and the frame of a page beside the run. */
export const lessonWords = room('lessonWords', {
  title: 'Lessons',
  intro:
    'Short chapters beside the live picture. Each page asks for one thing: run it, guess, look. All of it happens in your browser, on real models.',
  chapters: {
    'first-story': {
      title: 'The first story',
      idea: 'From one try to a vote, a judge, a search and “Wait”, in seven short pages.',
    },
    'test-time-compute': {
      title: 'Test-time compute',
      idea: 'Think longer, think wider, or take a bigger model: three ways to spend.',
    },
    'three-parts': {
      title: 'Policy, verifier, aggregator',
      idea: 'The three parts that every strategy is made of.',
    },
    'chain-of-thought': {
      title: 'Chain of thought',
      idea: 'Zero-shot, from examples, taught; and a weak model that it does not help.',
    },
    'best-of-n': {
      title: 'Best of N',
      idea: 'Outcome and process verifiers, one score of many steps, and a judge that is fooled.',
    },
    'tree-of-thoughts': {
      title: 'Tree of thoughts',
      idea: 'Several next thoughts, a value for each, and a way back.',
    },
    'beam-search': {
      title: 'Beam search, lookahead, DVTS',
      idea: 'Search over steps with a fixed width, and what to do when all beams are alike.',
    },
    mcts: {
      title: 'Monte-Carlo tree search',
      idea: 'Simulations, PUCT and the constant c, over the table of a stopped search.',
    },
    rstar: {
      title: 'rStar',
      idea: 'A search without a trained verifier: five actions, and a second opinion.',
    },
    'budget-forcing': {
      title: 'Budget forcing',
      idea: '“Wait”: why it helps one model, and turns another’s answers to garbage.',
    },
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
  drawCurve: 'Draw the curve',
  curveInLab: 'Open it in the Lab',
  measured: {
    tokens: (tokens: string) => `${tokens} tokens a problem`,
    of: (problems: string) =>
      `Share of ${problems} held-out problems that are solved. The mark is the 95 % interval.`,
  },
  puct: {
    stop: 'Stop the search at a choice to see its table here.',
    table: 'The choice, with this c',
    step: 'Step',
    sum: 'Sum',
    takes: (c: string, step: string) => `c = ${c}: takes ${step}`,
    same: (step: string) => `It takes ${step}, as the search did.`,
    other: (step: string, chosen: string, c: string) =>
      `It would take ${step}. The search had c = ${c} and took ${chosen}.`,
  },
  /** From a run to the lesson about it. */
  fromRun: 'The lesson on this',
  codeFrom: 'This is the file that just ran, as it stands in the project:',
});

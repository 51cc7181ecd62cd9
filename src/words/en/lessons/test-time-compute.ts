import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonTestTimeCompute = room('lessonTestTimeCompute', {
  pages: {
    'at-once': {
      title: 'At once',
      text: 'A model answers with one pass for each token. Asked for the answer at once, it has a few passes in all, however hard the question.',
      guess: {
        asks: 'The product of two numbers, at once. Right?',
        options: { right: 'Right', wrong: 'Wrong' },
      },
      task: 'Run it without thinking.',
      after: ({ answer, tokens }) => `<data>${answer}</data> after ${number(tokens)} tokens: wrong.`,
    },
    longer: {
      title: 'Longer',
      text: 'Let the same model write its steps down first. Each token is another pass, and it can read what it wrote. That is compute spent at test time, one token after the other.',
      setups: { direct: 'At once', chain: 'Think first' },
      task: 'Choose to think first, and run.',
      after: ({ answer, tokens }) =>
        `${number(tokens)} tokens, and <data>${answer}</data> is right. Nothing was trained in between.`,
    },
    wider: {
      title: 'Wider',
      text: 'On a harder sum one greedy chain slips. Compute can be spent side by side too: many chains at once, and then a vote.',
      setups: { chain: 'One chain', vote: '8 chains' },
      task: 'Choose 8 chains and run.',
      after: ({ tokens, traces, votes }) =>
        `${number(traces)} chains, ${number(tokens)} tokens, and ${number(votes)} votes for the right answer. Wider can run in parallel; longer cannot.`,
    },
    instead: {
      title: 'Instead of a bigger model',
      text: 'A small model that searches against one of 14 times its size that writes one chain, at equal compute for each answer. It works only where the small one succeeds now and then.',
      guess: {
        asks: 'Which solves more games of 24?',
        options: { large: 'The large one', small: 'The small one, with search' },
      },
      task: 'Guess, and look at what was measured.',
      readOn: 'All of it, in the Lab',
    },
  },
} satisfies ChapterWords);

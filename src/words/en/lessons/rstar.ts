import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonRstar = room('lessonRstar', {
  pages: {
    vote: {
      title: 'No two agree',
      text: 'A hard game, a small model, a vote of sixteen. Where nearly every sample has an answer of its own, there is nothing to count.',
      task: 'Run the vote.',
      after: ({ votes, voters, answers, right }) =>
        `${number(voters)} votes for ${number(answers)} answers; the winner has ${number(votes)} and is wrong. Right samples: ${number(right)}.`,
    },
    search: {
      title: 'Search, without a judge',
      text: 'rStar searches with the policy alone: no trained verifier. A way is worth what its ends agree on, and that value is carried up the tree.',
      guess: { asks: 'Can that work without a verifier?', options: { right: 'Yes, here', wrong: 'No' } },
      task: 'Run rStar.',
      after: ({ answer, nodes, tokens }) =>
        `<data>${answer}</data>, right, after ${number(nodes)} steps. The price: ${number(tokens)} tokens.`,
    },
    confirmed: {
      title: 'A second opinion',
      text: 'Of each way a part is hidden, and a second sampling completes it. Answers that it reaches again count as confirmed: mutual consistency.',
      task: 'Select a step on the way to the answer.',
      after: ({ answer, traces }) => `Of ${number(traces)} ends, <data>${answer}</data> was confirmed best.`,
    },
    actions: {
      title: 'Five ways to go on',
      text: 'On problems in words it has five actions: one step, the rest at once, a sub-question, its answer once more, the problem in other words. Variety comes from acting otherwise, not from heat.',
      task: 'Run it on a story.',
      after: ({ answer, nodes }) =>
        `<data>${answer}</data>, after ${number(nodes)} steps. Each says which action wrote it.`,
    },
  },
} satisfies ChapterWords);

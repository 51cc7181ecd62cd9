import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { amounts } from '../amounts.ts';
import { number } from '../format.ts';

export const lessonThreeParts = room('lessonThreeParts', {
  pages: {
    policy: {
      title: 'The policy writes',
      text: 'Every strategy is made of three parts. The first is the policy: the language model, which writes tokens by chance. It can be asked many times.',
      task: 'Run it eight times.',
      after: ({ traces, right, answers }) =>
        `${number(traces)} traces, ${number(answers)} different answers, ${number(right)} of them right traces. The policy itself does not know which.`,
    },
    aggregator: {
      title: 'The aggregator decides',
      text: 'The last part makes one answer of many. The simplest is a vote. It asks nobody, and takes what is said most often.',
      task: 'Open Votes.',
      after: ({ answer, votes, voters }) =>
        `<data>${answer}</data> wins with ${number(votes)} of ${number(voters)}, and is wrong. A vote follows the policy where it mostly errs.`,
    },
    verifier: {
      title: 'The verifier scores',
      text: 'Between the two a verifier can stand. It gives each trace a score from 0 to 1. This one, a process reward model, scores every step.',
      guess: {
        asks: 'The same eight traces. What will be chosen?',
        options: { vote: 'The answer of the vote', other: 'Another one' },
      },
      task: 'Run with the verifier.',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data>, with ${amounts.decimal(score)}. The best wrong trace got ${amounts.decimal(bestWrong)}. The policy did not change: the choice did.`,
    },
    both: {
      title: 'Scores and votes',
      text: 'An aggregator can use both: every trace votes with its score as its weight. It trusts neither the crowd alone nor one high score.',
      setups: { best: 'Best score', weighted: 'Weighted vote' },
      task: 'Choose the weighted vote and run.',
      after: ({ answer, right, wrong }) =>
        `${number(wrong)} wrong traces against ${number(right)} right ones, and the weights decide: <data>${answer}</data>.`,
      letters: 'Of all answers a, the one whose traces z have the highest sum of scores r.',
    },
    search: {
      title: 'All three, step by step',
      text: 'A search lets them take turns: the policy proposes next steps, the verifier scores them, the aggregator keeps a few. A tree of thoughts, a beam and MCTS differ only in how they take turns.',
      task: 'Run a beam search.',
      after: ({ nodes, answer }) =>
        `${number(nodes)} steps were proposed and scored on the way to <data>${answer}</data>.`,
    },
  },
} satisfies ChapterWords);

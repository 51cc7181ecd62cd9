import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { amounts } from '../amounts.ts';
import { fixed, number } from '../format.ts';

export const lessonBestOfN = room('lessonBestOfN', {
  pages: {
    lost: {
      title: 'When most are wrong',
      text: 'A vote needs that most samples agree on what is right. Here one slip is likelier than the right step.',
      task: 'Run a vote of eight.',
      after: ({ answer, votes, voters, right }) =>
        `<data>${answer}</data> gets ${number(votes)} of ${number(voters)} votes, and is wrong. ${number(right)} samples are right, and lose.`,
    },
    best: {
      title: 'Best of N',
      text: 'Draw the same samples, score each, take the best. One right sample among many is now enough, if the verifier knows it when it sees it.',
      guess: { asks: 'Will it pick a right one?', options: { right: 'Yes', wrong: 'No' } },
      setups: { vote: 'Vote', best: 'Best of 8' },
      task: 'Choose best of 8 and run.',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data> with ${amounts.decimal(score)}; the best wrong sample has ${amounts.decimal(bestWrong)}.`,
      letters: 'The answer of the sample z with the highest score r.',
    },
    steps: {
      title: 'One number of many',
      text: 'A process reward model scores each step. For one score a trace they are made into one: the lowest, the product, the mean, or the last. A mean can hide one bad step.',
      task: 'Select a wrong sample and look at its steps.',
      after: ({ wrong, traces, bestWrong }) =>
        `${number(wrong)} of ${number(traces)} samples are wrong. By their weakest step none gets more than ${amounts.decimal(bestWrong)}.`,
      letters: 'r with the number of the step t, of T steps: lowest, product, mean, last.',
    },
    kinds: {
      title: 'Outcome or process',
      text: 'An outcome reward model learnt from final answers, a process reward model from labels on every step. Both were trained on the same traces here.',
      guess: {
        asks: 'Which picks better among 64 samples?',
        options: { outcome: 'Outcome', process: 'Process' },
      },
      task: 'Guess, and look at what was measured.',
      readOn: 'All of it, in the Lab',
    },
    fooled: {
      title: 'Too many',
      text: 'The policy’s own value head judges now. Best of 8 is right here. With more samples there are more right ones, and more that only look right.',
      guess: {
        asks: 'Best of 64?',
        options: { right: 'Right: more is better', wrong: 'Wrong: it is fooled' },
      },
      setups: { eight: 'Best of 8', many: 'Best of 64' },
      task: 'Choose 64 and run.',
      after: ({ answer, score, bestRight, traces }) =>
        `Of ${number(traces)} samples it prefers <data>${answer}</data>, ${fixed(score, 3)}, to the best right one, ${fixed(bestRight, 3)}. The harder one searches, the better the judge must be.`,
    },
    'better-judge': {
      title: 'A better judge',
      text: 'The same 64 samples, and a process reward model that was trained to judge and does nothing else.',
      setups: { own: 'Own value head', prm: 'Reward model' },
      task: 'Choose the reward model and run.',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data>, ${fixed(score, 3)}; the best wrong one has ${fixed(bestWrong, 3)}.`,
      readOn: 'How far each judge carries a wide search',
    },
  },
} satisfies ChapterWords);

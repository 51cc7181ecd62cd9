import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { fixed, number } from '../format.ts';

export const lessonGenerativeVerifiers = room('lessonGenerativeVerifiers', {
  pages: {
    lost: {
      title: 'The vote is sure, and wrong',
      text: 'A short story about shells. Sixteen samples vote. Slips need not scatter: most samples can make the same one.',
      task: 'Run a vote of 16.',
      after: ({ answer, votes, voters, second, secondVotes }) =>
        `${number(votes)} of ${number(voters)} say <data>${answer}</data>. Only ${number(secondVotes)} say <data>${second}</data>, and they are right.`,
    },
    asked: {
      title: 'Ask the model itself',
      text: 'A generative verifier is a language model that is asked: “Is this step right?” How likely it holds “yes” is the score. No other head, no other model: judging is one more thing to write.',
      task: 'Run the best of the same 16, asked about each step.',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data> is taken, with ${fixed(score, 2)}. The best wrong trace got ${fixed(bestWrong, 2)}.`,
      letters: 'The weakest step stands for its trace.',
    },
    step: {
      title: 'Which step did it doubt?',
      text: 'Each cell is a step. In the wrong traces “yes” falls at one step and stays low: there a number was taken for another one.',
      task: 'Open Scores, and look at a wrong trace.',
      after: ({ bestRight, bestWrong }) =>
        `It is not certain of anything: ${fixed(bestRight, 2)} for a right trace is not much. But to choose, it only has to be above ${fixed(bestWrong, 2)}.`,
    },
    fooled: {
      title: 'The judge can be wrong, too',
      text: 'A puzzle of knights, who tell the truth, and knaves, who lie. The same vote, the same judge, the same samples for both.',
      guess: {
        asks: 'Who is right this time?',
        options: { vote: 'The vote', asked: 'The judge' },
      },
      setups: { vote: 'vote', asked: 'asked' },
      task: 'Run both, side by side.',
      after: (_, of) =>
        `${number(of('vote').right)} of ${number(of('vote').traces)} samples are right, so the vote is: <data>${of('vote').answer}</data>. The judge likes a wrong trace best: <data>${of('asked').answer}</data>. One bad judgement among many is enough.`,
    },
    measured: {
      title: 'And on many problems?',
      text: 'Two problems prove nothing. Zhang (2024) trained a judge, let it reason before its “yes”, and averaged several such judgements: it beat the vote. Ours is small, and says one word.',
      guess: {
        asks: 'Which one solves more of 300 puzzles?',
        options: { vote: 'The vote of 16', asked: 'The best of 16, asked about each step' },
      },
      task: 'Guess, then compare.',
      readOn: 'This claim in the Lab',
    },
  },
} satisfies ChapterWords);

import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { fixed, number } from '../format.ts';

export const lessonMathShepherd = room('lessonMathShepherd', {
  pages: {
    lost: {
      title: 'A right trace that nobody sees',
      text: 'Sixteen samples try to make 24, and vote. A right one is among them. A judge of steps could tell which, but people would have to label thousands of steps to train one.',
      task: 'Run a vote of 16.',
      after: ({ right, traces }) =>
        `${number(right)} of ${number(traces)} is right. It has one vote, and loses.`,
    },
    rollouts: {
      title: 'Let the model label',
      text: 'Math-Shepherd needs no people. From each step the model goes on to an answer, several times: rollouts. The share that ends right is the label of the step. Here 8 rollouts a step; the weakest step decides.',
      task: 'Run it on the same 16 samples.',
      after: ({ answer, bestRight, bestWrong, spent }) =>
        `The right trace gets ${fixed(bestRight, 2)}, no other more than ${fixed(bestWrong, 2)}: <data>${answer}</data>. The price: ${number(spent)} tokens in all.`,
    },
    label: {
      title: 'Where hope ends',
      text: 'Each strip is a trace, each cell a step. Look for one that starts above 0 and falls to 0. From its first steps some rollouts still made 24, after the next none did. That step was the mistake.',
      task: 'Open Scores.',
      after: ({ wrong, slipsSeen }) =>
        `Of ${number(wrong)} wrong traces ${number(slipsSeen)} began well and were lost later; the others at once. A process reward model learns from such labels.`,
      letters: 'The soft label is a share, the hard one says whether it can be done at all.',
      readOn: 'The lens: rollouts, value head and rule side by side',
    },
    assumes: {
      title: 'What it assumes',
      text: 'The labels are not free. They cost rollouts, and they take for granted that the model gets there from a good step now and then. Here is a game in which one sample is right, by luck.',
      guess: {
        asks: 'Will its rollouts find it?',
        options: {
          found: 'Yes: a right step is a right step',
          missed: 'No: they fail even from its good steps',
        },
      },
      task: 'Run it on this game.',
      after: ({ right, bestRight }) =>
        `${number(right)} trace is right, and its weakest step got ${fixed(bestRight, 2)}: none of 8 rollouts from its good first step made 24. A label is as good as the model that writes it.`,
      readOn: 'Rollouts against a vote, on 300 problems',
    },
  },
} satisfies ChapterWords);

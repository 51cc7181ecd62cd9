import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { fixed, number } from '../format.ts';

export const lessonGrpo = room('lessonGrpo', {
  pages: {
    baseline: {
      title: 'Better than what?',
      text: 'To learn from rewards, a model must know which of its traces were better than expected. PPO trains a second model to expect: the critic, about as large as the first. GRPO drops it. It draws a group of traces on one problem, and expects their mean.',
      task: 'Draw a group of 16.',
      after: ({ right, traces, meanReward }) =>
        `${number(right)} of ${number(traces)} are right. With 1 for right and 0 for wrong, ${fixed(meanReward, 2)} is what this group expects.`,
    },
    advantage: {
      title: 'The advantage',
      text: 'Each trace is worth what it is better than the mean, divided by the standard deviation of the group. All of its tokens get that same number: the whole trace gets the credit.',
      task: 'Select a right trace.',
      after: ({ worthRight, worthWrong }) =>
        `It is worth ${fixed(worthRight, 2)}, a wrong one −${fixed(-worthWrong, 2)}. What is rare in its group is pushed hard: here, being right.`,
      letters: 'r is the reward of a trace, std the standard deviation of the group.',
      there: ({ worthRight, worthWrong }) =>
        `The same group in the lens, not divided, as in Dr. GRPO: a right trace is worth ${fixed(worthRight, 2)}, a wrong one −${fixed(-worthWrong, 2)}.`,
      readOn: 'This group without the deviation',
    },
    even: {
      title: 'When all are the same',
      text: 'Two more groups of the same model: one on a problem that it never solves, one on a problem that it always solves.',
      guess: {
        asks: 'Which group teaches more?',
        options: {
          wrong: 'All wrong: there is most to learn',
          right: 'All right: success is rewarded',
          neither: 'Neither',
        },
      },
      setups: { wrong: '47 × 6', right: '28 × 3' },
      task: 'Draw both groups.',
      after: (_, of) =>
        `${number(of('wrong').right)} of ${number(of('wrong').traces)} and ${number(of('right').right)} of ${number(of('right').traces)} right. Every advantage is 0, and nothing is learnt. Divided by a deviation of 0 it would even be no number: code adds a small one.`,
      letters: 'A group teaches by its differences. DAPO draws on until a group has some.',
      there:
        'The group that is all right in the lens, by the formula as it is written: without a floor, every advantage is NaN.',
      readOn: 'This group without a floor',
    },
    tokens: {
      title: 'Small steps',
      text: 'Two brakes hold the update. The ratio of new to old probability is clipped, so that no token moves far at once. And a KL term, weighted by β, pulls the model back to where it began. The lens shows both on your group, token by token.',
      task: 'Open the lens and move β.',
      letters:
        'ρ is the ratio, ρ′ the same clipped by ε. PPO has the same clipped term, with a critic’s advantage for each token.',
      there: ({ clipped, tokens, kl }) =>
        `There the new policy is the R1-Zero-style model, which many updates made of this base. For one step that is far: ${number(clipped)} of ${number(tokens)} tokens are clipped, and KL is ${fixed(kl, 2)} nats a token.`,
      readOn: 'Open the GRPO lens with this group',
    },
  },
} satisfies ChapterWords);

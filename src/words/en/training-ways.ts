import { room } from '../language.ts';

/** The ways to a model's training: the button and the dialog's title. */
export const trainingWays = room('trainingWays', {
  dialog: {
    reinforcement: 'How reinforcement learning made it think',
    'self-evolution': 'How self-evolution made it think',
  },
  link: {
    made: 'How it was trained',
    madeOf: (model: string) => `How ${model} was trained`,
    base: 'What reinforcement learning made of it',
    baseOf: (model: string) => `What reinforcement learning made of ${model}`,
  },
});

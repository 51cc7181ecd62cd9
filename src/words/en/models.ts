import { room } from '../language.ts';

/** English calls a model as its manifest does. */
const otherNames: Readonly<Record<string, string>> = {};

/** The models: what each is good for, where it runs, whether it fits this computer. */
export const models = room('models', {
  /** By the id of an embedded model: what it is good for, in a sentence. */
  about: {
    countdown: 'Learnt Game of 24 and Countdown from a symbolic teacher.',
    'countdown-early':
      'The same model after a third of its training: weaker chains, so search is worth more.',
    'countdown-journey':
      'Learnt from journeys: “Wait” makes it begin again where it failed and confirm where it did not. It can judge a step.',
    'countdown-rl':
      'The journey model after reinforcement learning: rewarded for right answers, it thinks longer and waits more often.',
    'countdown-small': 'A third of the size, weak alone: see what search makes of it, beside the large one.',
    'countdown-large': 'Fifteen times the small one: what size is worth, beside what search is worth.',
    arithmetic: 'Learnt sums of products, with slips, checks and “Wait”.',
    'arithmetic-base': 'Can think, but mostly answers at once, as its corpus did; mostly wrong.',
    'arithmetic-zero': 'The base after reinforcement learning alone: rewarded for right answers, it thinks.',
    'arithmetic-evolved':
      'The base after six rounds of imitating its own right traces: nobody showed it a worked one.',
    'arithmetic-sft':
      'The base fine-tuned on a teacher’s traces: it always thinks, with checks where asked to think much.',
    'arithmetic-r1': 'Fine-tuned, reinforced, fine-tuned on its own right traces, reinforced again.',
    'arithmetic-journey':
      'The base fine-tuned on slips, checks and corrections: the more “Wait”s, the better its answers.',
    'arithmetic-shortcut':
      'The base fine-tuned on as many traces that are right at once: it never saw a slip or a “Wait”.',
    'arithmetic-small-distilled':
      'A third of the size, fine-tuned on right traces of the R1-Zero-style model.',
    'arithmetic-small-rl':
      'Reinforcement learning straight from a small base that hardly ever got a reward: it learnt next to nothing.',
    puzzles: 'Learnt word problems, equations, and knights and knaves, written in a small language.',
    'countdown-prm': 'Learnt from a label on every step of games that were played well and badly.',
    'arithmetic-prm': 'Learnt from a label on every step of solutions that the SFT model wrote.',
    'arithmetic-orm': 'Learnt from the same solutions, only from whether each answer was right.',
  },
  /** By the id of an embedded model: its name, where a language calls it otherwise than its manifest does. */
  names: otherNames,
  own: 'Of your own',
  facts: 'About this model',
  /** By engine: above the list of its models. */
  where: { embedded: 'Comes with the page', gpu: 'On your GPU', remote: 'On a server' },
  /** By engine: what is said of a model about which there is no sentence of its own. */
  runs: {
    embedded: 'Comes with the page.',
    gpu: 'Runs on your graphics processor.',
    remote: 'Runs on a server.',
  },
  notAgreed: (host: string) => `${host} is asked nothing before you agree.`,
  looking: 'Checking what this device can run.',
  madeElsewhere:
    'This model was made in another browser, and its files are not in this one. Open them under All models.',
  unlisted: (model: string) => `This page has no model called ${model}. Choose another one.`,
});

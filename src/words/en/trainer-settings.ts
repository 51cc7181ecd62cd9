import { room } from '../language.ts';

/** What a training can be asked for: setups to begin with, and every setting with what it does and where it comes from. */
export const trainerSettings = room('trainerSettings', {
  presets: {
    zero: {
      title: 'Reward alone, as R1-Zero',
      does: 'A base model that mostly guesses, and nothing but rewards for right answers in good form. It takes to thinking.',
    },
    sft: {
      title: 'After fine-tuning, as R1',
      does: 'A model that was shown worked solutions first. It thinks from the start; reward makes it careful.',
    },
    small: {
      title: 'The smallest model, not distilled',
      does: 'With a third of a million parameters success is rare, and there is little to reward.',
    },
    'small-distilled': {
      title: 'The smallest model, distilled',
      does: 'The same size, after it imitated a larger model: now there is something to reward.',
    },
    countdown: {
      title: 'Game of 24',
      does: 'A model that has learnt to go on after a failed attempt. Watch the length of its traces.',
    },
    'dr-grpo': {
      title: 'Dr. GRPO',
      does: 'Advantages are not divided by the deviation, nor the sum over a trace by its length; no reference model.',
    },
    dapo: {
      title: 'DAPO',
      does: 'A wider clip above 1, groups without a signal drawn again, the mean over all tokens; no reference model.',
    },
    ttrl: {
      title: 'TTRL: the majority rewards',
      does: 'Nobody knows the right answers: what most traces of a group came to counts as right.',
    },
    'any-number': {
      title: 'A reward to be hacked: any number',
      does: 'Any number after the thought is paid for, and thinking has a price. See what becomes of the thoughts, and of the answers.',
    },
    waits: {
      title: 'A reward to be hacked: “Wait”',
      does: 'Each “Wait” is paid for, whether a check follows or not. Reward rises; do right answers?',
    },
    star: {
      title: 'STaR: imitate what was right',
      does: 'The other loop: right traces are imitated, wrong ones left out. No advantages, no clip.',
    },
  },
  knobs: {
    model: { label: 'Model', help: 'The model that it starts from, and is held against.', source: '' },
    products: {
      label: 'Problems',
      help: 'Sums of so many products. The held-out ones are of the same kind.',
      source: '',
    },
    steps: { label: 'Steps', help: 'It ends by itself after so many.', source: '' },
    problems: { label: 'Problems a step', help: 'How many problems each step draws.', source: '' },
    group: {
      label: 'Group size',
      help: 'Traces for each problem, compared with each other.',
      source: 'DeepSeekMath takes 64 (2402.03300), R1-Zero 16 (2501.12948).',
    },
    effort: { label: 'Effort', help: 'How hard the model is told to think.', source: '' },
    temperature: {
      label: 'Temperature',
      help: 'Of the traces that it learns from. Low ones are alike, and teach little.',
      source: 'R1-Zero takes 1 (2501.12948).',
    },
    maxTokens: {
      label: 'Tokens a trace',
      help: 'Longer traces are cut off, and have no answer.',
      source: '',
    },
    reward: { label: 'Rewarded is', help: 'What a trace is given points for.', source: '' },
    format: {
      label: 'For the form',
      help: 'Points for one thought and one answer, right or wrong. A right answer gets 1.',
      source: 'R1-Zero rewards form beside accuracy (2501.12948).',
    },
    price: {
      label: 'Price of a token',
      help: 'Taken off for each token of a trace; below 0 it is paid for each.',
      source: '',
    },
    tokenPrice: { label: 'Price of a token', help: 'Taken off for each token of a trace.', source: '' },
    pay: { label: 'For each “Wait”', help: 'Points for each, whether a check follows or not.', source: '' },
    method: {
      label: 'Method',
      help: 'Push traces by their advantage, or imitate those that came out right.',
      source: 'GRPO: 2402.03300. STaR: 2203.14465.',
    },
    keep: { label: 'Imitated', help: 'The most right traces of a group that are imitated.', source: '' },
    clipLow: {
      label: 'ε, below 1',
      help: 'How much less likely a token may become in one step.',
      source: 'DAPO takes 0.2 (2503.14476).',
    },
    clipHigh: {
      label: 'ε, above 1',
      help: 'How much likelier a token may become in one step. A larger one keeps rare tokens alive.',
      source: 'DAPO takes 0.28 (2503.14476).',
    },
    beta: {
      label: 'β',
      help: 'What distance from the starting model costs.',
      source: 'DeepSeekMath takes 0.04 (2402.03300), DAPO and Dr. GRPO 0.',
    },
    byDeviation: {
      label: 'By the deviation',
      help: 'Divides advantages by the standard deviation of the group’s rewards. Dr. GRPO does not.',
      source: '2503.20783.',
    },
    floor: {
      label: 'Floor of it',
      help: 'The deviation counts as at least so much, so that small differences stay small.',
      source: '',
    },
    averaging: {
      label: 'Averaged over',
      help: 'GRPO takes the mean of each trace first, DAPO of all tokens; Dr. GRPO divides by a constant.',
      source: '2503.20783, 2503.14476.',
    },
    dynamicSampling: {
      label: 'Draw again',
      help: 'Groups without a signal are drawn anew, within bounds.',
      source: 'DAPO, section 3.2 (2503.14476).',
    },
    rate: {
      label: 'Learning rate',
      help: 'How far a step goes. Models this small stand more than large ones.',
      source: '',
    },
    updates: { label: 'Updates a step', help: 'Each on its share of the groups.', source: '' },
  },
  options: {
    one: 'one product',
    two: 'two products',
    three: 'three products',
    mixed: 'one to three products',
    own: 'a mix of its own',
    low: 'low',
    high: 'high',
    both: 'low and high',
    'accuracy-and-format': 'a right answer, and the form',
    accuracy: 'a right answer alone',
    length: 'a right answer, and brevity',
    majority: 'the answer of most (TTRL)',
    'any-number': 'any number (can be hacked)',
    waits: 'a right answer, and “Wait” (can be hacked)',
    grpo: 'GRPO',
    star: 'STaR: imitate what is right',
    token: 'all tokens alike',
    trace: 'tokens of a trace, then traces',
    constant: 'a constant length',
  },
});

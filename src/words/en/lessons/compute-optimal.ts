import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { fixed, number } from '../format.ts';

export const lessonComputeOptimal = room('lessonComputeOptimal', {
  pages: {
    waste: {
      title: 'The same for all is a waste',
      text: 'A vote of 32 helps with hard problems. This sum is easy. The vote does not know that, and spends as much on it.',
      task: 'Run a vote of 32.',
      after: ({ votes, voters, spent }) =>
        `${number(votes)} of ${number(voters)} samples agree. The first one would have done; the others cost most of the ${number(spent)} tokens.`,
    },
    probe: {
      title: 'Ask first how hard it is',
      text: 'Compute-optimal draws 4 samples first. Do they agree? Does the verifier like them? The mean of the two says how easy the problem looks. From 0.75 on it stops and takes the vote.',
      task: 'Run it on the same sum.',
      after: ({ spent, ease }) =>
        `Ease ${fixed(ease, 2)}: easy. It stops after ${number(spent)} tokens, with the same answer.`,
      letters: 's̄ is the mean score of the samples. Both numbers go from 0 to 1.',
    },
    hard: {
      title: 'A hard one',
      text: 'Now a game of 24 that one chain seldom solves. Below an ease of 0.35 a problem counts as hard.',
      guess: {
        asks: 'What will it do?',
        options: { stop: 'Take the vote of the 4 samples', search: 'Spend more, on a search' },
      },
      task: 'Run it on this game.',
      after: ({ spent, ease, nodes }) =>
        `Ease ${fixed(ease, 2)}: hard. So it searched, step by step, over ${number(nodes)} nodes, and found the answer with ${number(spent)} tokens.`,
      letters:
        's̄ is the mean score of the samples. Between 0.35 and 0.75 it draws more samples and lets them vote.',
    },
    luck: {
      title: 'Four samples can mislead',
      text: 'Difficulty is estimated, from very little. Snell (2024) used 2048 samples a problem to learn how hard it is. Here are 4. The same game, with two random seeds:',
      setups: { one: 'seed 1', two: 'seed 2' },
      task: 'Run both, side by side.',
      after: (_, of) =>
        `With seed 1 it looks hard (ease ${fixed(of('one').ease, 2)}, ${number(of('one').spent)} tokens), with seed 2 easy (${fixed(of('two').ease, 2)}, ${number(of('two').spent)} tokens). Asking costs something, and asking too little is a gamble.`,
    },
    limit: {
      title: 'What compute cannot buy',
      text: 'This model learnt sums of up to three products. Here are five. Beyond what a model can sometimes do, a bigger model or more training helps, not more samples.',
      guess: {
        asks: 'How many of 32 samples will be right?',
        options: { helps: 'A few, and that is enough', never: 'None' },
      },
      task: 'Run a vote of 32.',
      after: ({ right, traces, spent }) =>
        `${number(right)} of ${number(traces)} samples are right, for ${number(spent)} tokens. Test-time compute multiplies what is there, and this times nothing is nothing.`,
      readOn: 'A small model with search against one 14 times bigger',
    },
  },
} satisfies ChapterWords);

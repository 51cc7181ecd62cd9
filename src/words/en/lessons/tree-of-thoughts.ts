import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonTreeOfThoughts = room('lessonTreeOfThoughts', {
  pages: {
    chain: {
      title: 'A chain cannot go back',
      text: 'In the Game of 24 the first step often decides, and a chain must live with it. What it has written stays written.',
      task: 'Run one chain.',
      after: ({ answer }) => `<data>${answer}</data>, and wrong: no way leads to 24 from where it went.`,
    },
    narrow: {
      title: 'Many steps, one kept',
      text: 'Propose eight next thoughts, value each, and keep the best one. That is a chain that looks before it steps.',
      guess: { asks: 'Is it enough?', options: { right: 'Yes', wrong: 'No' } },
      task: 'Run it with breadth 1.',
      after: ({ nodes, traces }) =>
        `${number(nodes)} thoughts, ${number(traces)} ends, none of them right. A good-looking step was a dead end.`,
    },
    wide: {
      title: 'Keep five',
      text: 'Now the five best states of each level go on, side by side. A step that only looks bad has a chance. This is a tree of thoughts, level by level.',
      guess: { asks: 'Will it get to 24?', options: { right: 'Yes', wrong: 'No' } },
      setups: { narrow: 'Breadth 1', wide: 'Breadth 5' },
      task: 'Choose breadth 5 and run.',
      after: ({ answer, nodes, right, traces }) =>
        `<data>${answer}</data>. ${number(nodes)} thoughts, and ${number(right)} of ${number(traces)} ends are right.`,
      letters: 'Of all thoughts z from the states S, the b with the highest values V go on.',
    },
    pruned: {
      title: 'What was given up',
      text: 'The difference to many chains is the evaluator. It decides what is not thought through. What it gives up is never tried.',
      task: 'Select a step that was pruned.',
      after: 'The column has its value. The search kept the five best of its level, and let this one go.',
    },
    back: {
      title: 'A way back',
      text: 'The other order is depth first: follow the best thought down, and go back to the last choice where its value is too low.',
      task: 'Run it depth first.',
      after: ({ answer, nodes, tokens }) =>
        `<data>${answer}</data> after ${number(nodes)} thoughts and ${number(tokens)} tokens.`,
    },
    turning: {
      title: 'Where it turned',
      text: 'Every return is a step of the run. The two arrows over the tree go from one step of the search to the next.',
      task: 'Step to where it first went back.',
      after: 'Here it left a state for the one above it, and tried the next best thought from there.',
      readOn: 'Trees against chains on 300 games',
    },
  },
} satisfies ChapterWords);

import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonMcts = room('lessonMcts', {
  pages: {
    greedy: {
      title: 'Only what looks good',
      text: 'A tree search runs simulations: walk down, add steps, value them, carry the value back up. Here each walk takes the child with the highest mean value, always.',
      task: 'Run it without exploration.',
      after: ({ simulations, nodes, traces }) =>
        `${number(simulations)} simulations, ${number(nodes)} steps, ${number(traces)} ends, and none is right. It went the same way again and again.`,
    },
    explore: {
      title: 'Curiosity',
      text: 'Now a term is added for what was tried little. c says how much it weighs. As many simulations, other walks.',
      guess: { asks: 'Will it get to 24 now?', options: { right: 'Yes', wrong: 'No' } },
      setups: { greedy: 'c = 0', curious: 'c = 1.5' },
      task: 'Choose c = 1.5 and run.',
      after: ({ answer, nodes, simulations }) =>
        `<data>${answer}</data>: ${number(simulations)} simulations, spread over ${number(nodes)} steps.`,
    },
    puct: {
      title: 'One choice, stopped',
      text: 'Each choice is a table: mean value Q, the prior P of the policy, visits n. The highest sum is taken. The root is over the visits N of the parent, not of the child.',
      task: 'Step to a choice, then slide c.',
      after:
        'At c = 0 the mean value alone decides. The larger c, the more it is the prior and the few visits.',
      letters: 'Q: mean value of the child. P: its prior. n: its visits. N: visits of its parent.',
    },
    backup: {
      title: 'Carried back up',
      text: 'What a simulation finds counts for every step on its way. Each gets one visit more, and its mean moves towards the value.',
      task: 'Step to a backup.',
      after: 'The column has visits and values before and after, from the leaf up to the root.',
      letters: 'v: the value that comes back. n: visits of a step. Q: its mean.',
    },
    few: {
      title: 'How many?',
      text: 'A search is worth something only after some simulations. Until then it has seen the first steps of many ways, and no good end.',
      setups: { few: '4', more: '8' },
      task: 'Choose 8 simulations and run.',
      after: ({ answer, simulations, tokens }) =>
        `With ${number(simulations)} simulations and ${number(tokens)} tokens it has <data>${answer}</data>. With 4 it had no right end.`,
    },
    measured: {
      title: 'Against a beam',
      text: 'A weaker model, for which most games are hard. MCTS spends more tokens than the beam here, as the bars say, and that is part of the answer.',
      task: 'Look at what was measured.',
      readOn: 'Each game, in the Lab',
    },
  },
} satisfies ChapterWords);

import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { amounts } from '../amounts.ts';
import { fixed, number } from '../format.ts';

export const lessonBeamSearch = room('lessonBeamSearch', {
  pages: {
    one: {
      title: 'One beam',
      text: 'Draw four next steps, let the verifier score them, go on from the best. It is greedy, in steps in place of tokens.',
      task: 'Run it with one beam.',
      after: ({ answer, nodes }) => `After ${number(nodes)} steps it says <data>${answer}</data>: wrong.`,
    },
    four: {
      title: 'Four beams',
      text: 'Four beginnings grow side by side. After each step only the four best of all go on.',
      guess: { asks: 'Will one of them get to 24?', options: { right: 'Yes', wrong: 'No' } },
      setups: { one: '1 beam', four: '4 beams' },
      task: 'Choose 4 beams and run.',
      after: ({ answer, nodes, tokens }) =>
        `<data>${answer}</data>, after ${number(nodes)} steps and ${number(tokens)} tokens.`,
      letters: 'Of all steps s drawn from the beams B, the w with the highest scores r go on.',
    },
    keeps: {
      title: 'Who goes on',
      text: 'At each level the search decides, and the tree shows it: kept steps go on, pruned ones fade.',
      task: 'Step to the first decision.',
      after:
        'The column shows each step with its score. The line between kept and pruned is where the width ends.',
    },
    lookahead: {
      title: 'Look ahead',
      text: 'A score right after a step can mislead. Lookahead writes two steps on before it scores, and throws them away. It costs tokens.',
      guess: { asks: 'One beam, with lookahead 2. Right now?', options: { right: 'Yes', wrong: 'No' } },
      setups: { none: 'No lookahead', two: 'Lookahead 2' },
      task: 'Choose lookahead 2 and run.',
      after: ({ answer, tokens, score }) =>
        `<data>${answer}</data>, wrong after ${number(tokens)} tokens, and with a score of ${amounts.decimal(score)}. Looking further does not help where the verifier itself is wrong.`,
    },
    alike: {
      title: 'All the same slip',
      text: 'Beams compete with each other. One with a high score has many children, and soon all beams are its children.',
      task: 'Run the beam search.',
      after: ({ answer, score, bestRight, right }) =>
        `It prefers <data>${answer}</data>, ${fixed(score, 3)}, to the best of ${number(right)} right ones, ${fixed(bestRight, 3)}.`,
    },
    apart: {
      title: 'Trees kept apart',
      text: 'DVTS splits the width into trees that do not compete until the end. Each keeps its own best step.',
      guess: { asks: 'Does that help here?', options: { right: 'Yes', wrong: 'No' } },
      setups: { beam: 'Beam', dvts: 'DVTS' },
      task: 'Choose DVTS and run.',
      after: ({ answer, nodes }) =>
        `<data>${answer}</data>, after ${number(nodes)} steps. Variety beat one confident slip.`,
    },
  },
} satisfies ChapterWords);

import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { amounts } from '../amounts.ts';
import { number } from '../format.ts';

export const lessonFirstStory = room('lessonFirstStory', {
  pages: {
    one: {
      title: 'One try',
      text: 'This small model runs on your machine. It works out a sum step by step. Each token is drawn by chance, so a step can slip.',
      guess: { asks: 'One try. Will it be right?', options: { right: 'Right', wrong: 'Wrong' } },
      task: 'Run one try.',
      after: ({ answer }) => `It says <data>${answer}</data>. That is wrong. One try is a gamble.`,
    },
    vote: {
      title: 'Eight tries vote',
      text: 'The same model, the same sum, eight tries. The answer that most of them give wins. Nobody checks anything.',
      guess: { asks: 'Will the vote be right?', options: { right: 'Right', wrong: 'Wrong' } },
      setups: { one: '1 try', eight: '8 tries' },
      task: 'Choose 8 tries and run.',
      after: ({ answer, votes, voters, first }) =>
        `${number(votes)} of ${number(voters)} say <data>${answer}</data>: right. The first one still says <data>${first}</data>, and is outvoted.`,
    },
    lost: {
      title: 'Another sum, another vote',
      text: 'Another sum, again eight tries. A vote is right when most tries are. But are they always?',
      guess: { asks: 'Will the vote be right this time?', options: { right: 'Right', wrong: 'Wrong' } },
      task: 'Run the vote.',
      after: ({ answer, votes, voters, right }) =>
        `${number(votes)} of ${number(voters)} give the same wrong answer: <data>${answer}</data>. Yet ${number(right)} tries are right. They are only too few.`,
    },
    verifier: {
      title: 'A judge instead of a vote',
      text: 'A second small model has learnt one thing: to score the steps of a solution. It reads the same eight tries, and the best score wins.',
      guess: { asks: 'Can the judge find a right one?', options: { right: 'Yes', wrong: 'No' } },
      setups: { vote: 'Vote', best: 'Judge' },
      task: 'Choose the judge and run.',
      after: ({ answer, score, bestWrong }) =>
        `It takes <data>${answer}</data>, with a score of ${amounts.decimal(score)}: right. The best wrong try has ${amounts.decimal(bestWrong)}.`,
    },
    search: {
      title: 'Judge every step',
      text: 'Make 24 of four numbers. One chain fails here. A search tries several next steps, has each judged, and goes on only from the best.',
      guess: { asks: 'Will the search get to 24?', options: { right: 'Yes', wrong: 'No' } },
      setups: { chain: 'One chain', search: 'Search' },
      task: 'Choose the search and run.',
      after: ({ answer, nodes, traces, right }) =>
        `<data>${answer}</data>. It tried ${number(nodes)} steps; ${number(right)} of ${number(traces)} finished paths are right, and it chose one of them.`,
    },
    wait: {
      title: '“Wait”',
      text: 'One chain again. This model has seen slips being mended. When it wants to stop, we put “Wait” in its mouth, and it thinks on.',
      guess: {
        asks: 'What will two “Waits” do to a wrong answer?',
        options: { same: 'Nothing', mends: 'Mend it', spoils: 'Another wrong one' },
      },
      setups: { none: 'No “Wait”', two: '2 “Waits”' },
      task: 'Choose 2 “Waits” and run.',
      after: ({ before, after }) =>
        `Before: <data>${before}</data>. After: <data>${after}</data>. It looked again, found the slip and mended it.`,
    },
    curve: {
      title: 'Is that always so?',
      text: 'One problem proves nothing. So ask fifty, and count the right answers for every number of tries. A search is drawn beside them.',
      guess: {
        asks: 'Vote or judge: which gains more from many tries?',
        options: { vote: 'The vote', judge: 'The judge' },
      },
      task: 'Guess, then draw the curve. It takes seconds.',
      after:
        'Each dot is fifty problems. The dashed line is the oracle, pass@N: is any of the N tries right? A good judge gets close. A vote needs more: that most agree. A search judges before a try is lost.',
    },
  },
} satisfies ChapterWords);

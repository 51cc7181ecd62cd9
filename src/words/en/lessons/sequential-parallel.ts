import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonSequentialParallel = room('lessonSequentialParallel', {
  pages: {
    wide: {
      title: 'Go wide',
      text: 'More compute can be spent in two ways. One is to go wide: several samples side by side, then a vote. They can run at the same time. But no sample learns from another.',
      task: 'Run a vote of 4.',
      after: ({ answer, spent, votes, voters }) =>
        `<data>${answer}</data> wins with ${number(votes)} of ${number(voters)} votes, and it is wrong. The vote cost ${number(spent)} tokens.`,
    },
    long: {
      title: 'Or go long',
      text: 'The other way is to go long: one trace, which may not end. Each time it wants to, “Wait” is put there. This model learnt from traces with slips and corrections, so it checks itself.',
      guess: {
        asks: 'Which of the two finds the answer?',
        options: { wide: 'Four samples and a vote', long: 'One trace with four waits' },
      },
      setups: { wide: 'vote of 4', long: '4 waits' },
      task: 'Run both, side by side.',
      after: (_, of) =>
        `The long trace answers <data>${of('long').answer}</data>, and that is right, after ${number(of('long').spent)} tokens. The vote took ${number(of('wide').spent)}. A slip that most samples make wins a vote. A check can find it.`,
      readOn: 'Waiting after journeys, on 300 problems',
    },
    other: {
      title: 'The other way round',
      text: 'The same two ways, with a model of the same size. It learnt from solutions without a slip, and has never seen “Wait”. One trace of it is often right at once.',
      guess: {
        asks: 'And now?',
        options: { wide: 'Four samples and a vote', long: 'One trace with four waits' },
      },
      setups: { wide: 'vote of 4', long: '4 waits' },
      task: 'Run both, side by side.',
      after: (_, of) =>
        `The vote answers <data>${of('wide').answer}</data>, and that is right. After four waits the answer is <data>${of('long').answer}</data>: this model does not know what to do with “Wait”. Going long must have been learnt.`,
      readOn: 'Waiting after shortcuts, on 300 problems',
    },
    both: {
      title: 'Both at once',
      text: 'Wide and long can be mixed: 4 chains side by side, 3 attempts in each, the best one wins. Wide needs memory for each chain, but takes no longer. Long needs time, and no machine makes it shorter.',
      task: 'Run 4 chains of 3 attempts.',
      after: ({ spent, traces }) =>
        `${number(traces)} attempts, ${number(spent)} tokens, and the answer is right. Which split is best depends on the model and on the problem, so measure it: a sweep can draw the whole grid.`,
      letters:
        'Compare only splits with the same N. Snell (2024) found that easy problems like long chains, and hard ones a mix.',
      readOn: 'Set up a sweep',
    },
    table: {
      title: 'The whole table',
      text: 'Eight attempts at a Game of 24, split in four ways: all side by side, all in a row, and two mixtures. The same model, the same judge, 300 held-out games.',
      guess: {
        asks: 'Which split solves most?',
        options: { wide: 'Side by side', long: 'In a row', even: 'No clear difference' },
      },
      task: 'Guess, then look at the table.',
      after:
        'Side by side is a little ahead, but not clearly: the intervals overlap, and all cost about as many tokens. In this game an attempt in a row begins again rather than mends, so there is little to gain from having seen the last one.',
      readOn: 'Each game, in the Lab',
    },
  },
} satisfies ChapterWords);

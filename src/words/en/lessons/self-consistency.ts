import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonSelfConsistency = room('lessonSelfConsistency', {
  pages: {
    one: {
      title: 'One sample',
      text: 'A small model works out a sum, one step at a time. It draws each token by chance, so one try can slip.',
      task: 'Run one sample.',
      after: ({ answer }) => `It answers <data>${answer}</data>, and that is wrong. Once is a gamble.`,
    },
    vote: {
      title: 'Eight samples vote',
      text: 'Now eight samples of the same model, on the same problem. No one checks them. The answer that most of them give is taken.',
      guess: {
        asks: 'Most of us slip sometimes. Will the vote be right?',
        options: { same: 'No: the same model, the same slip', right: 'Yes: most samples will not slip' },
      },
      setups: { one: '1 sample', eight: '8 samples' },
      task: 'Choose 8 samples and run.',
      after: ({ answer, votes, voters, second, secondVotes }) =>
        `<data>${answer}</data> gets ${number(votes)} of ${number(voters)} votes, <data>${second}</data> only ${number(secondVotes)}. Each sample can slip, but most of them do not, and most is what counts.`,
    },
    formula: {
      title: 'The rule',
      text: 'Count how often each answer came, and take the first. Answers are compared as mathematics: 90 and 90.0 are one vote. Without that, a vote can be lost to spelling.',
      task: 'Open Votes.',
      after: ({ answers, voters }) =>
        `${number(voters)} samples came to ${number(answers)} different answers.`,
      letters: 'Of all answers a, the one that most of the n samples gave as their answer aᵢ.',
    },
    slips: {
      title: 'Look at a slip',
      text: 'A vote needs one thing: a sample is right more often than it makes any one mistake. Then more votes make it surer.',
      task: 'Select a wrong sample, and look at its steps.',
      after: ({ wrong, traces, second }) =>
        `${number(wrong)} of ${number(traces)} samples are wrong, and both say <data>${second}</data>: one slip is likelier than others. Were it likelier than the right step, more votes would only make the wrong answer surer.`,
    },
    hot: {
      title: 'Too much chance',
      text: 'Samples must differ, so some chance is needed. The temperature says how much: at 0 all are the same. Wang (2022) used 0.5 to 0.7.',
      guess: {
        asks: 'What if samples differ much more, at temperature 1.6?',
        options: { better: 'Better: more different tries', worse: 'Worse: more slips' },
      },
      setups: { usual: 'temperature 0.7', hot: 'temperature 1.6' },
      task: 'Choose temperature 1.6 and run.',
      after: ({ answers, voters, right, traces }) =>
        `${number(voters)} votes went to ${number(answers)} answers, and ${number(right)} of ${number(traces)} samples are right. A vote can gather only what is there.`,
      readOn: 'How much voting helps, on 300 problems',
    },
  },
} satisfies ChapterWords);

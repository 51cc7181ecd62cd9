import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonSelfTraining = room('lessonSelfTraining', {
  pages: {
    journey: {
      title: 'Journey or shortcut',
      text: 'Two models, equally many tokens to imitate. One saw shortcuts: solutions that are right at once. The other saw journeys: slips, doubts, corrections. O1 Journey (2024) reports 8 points more on MATH for journeys.',
      guess: {
        asks: 'Which one will be right?',
        options: { shortcut: 'It learnt only what is right', journey: 'It learnt to mend' },
      },
      setups: { shortcut: 'shortcut', journey: 'journey' },
      task: 'Run both, side by side.',
      after: (_, of) =>
        `Shortcut: <data>${of('shortcut').answer}</data>, wrong, no check. Journey: <data>${of('journey').answer}</data>, right, ${number(of('journey').said)} checks. Who never saw a mistake never learnt to look for one.`,
      readOn: 'Detours, on 300 problems',
    },
    star: {
      title: 'Be your own teacher',
      text: 'Who writes all these traces? STaR (2022) lets the model do it: answer many problems, keep the traces with a right answer, imitate them, repeat. Here are 16 tries of the base model.',
      task: 'Draw 16 tries.',
      after: ({ right, traces }) =>
        `${number(right)} of ${number(traces)} are right. These are kept and imitated, the others are thrown away.`,
      letters:
        'θ are the weights; the sum is over traces that are right. STaR also shows the answer and asks for a reason where all tries fail.',
    },
    luck: {
      title: 'Right is not enough',
      text: 'A right answer can be a lucky guess. Whoever imitates all right traces imitates luck as well.',
      task: 'Select a right try: did it think?',
      after: ({ right, rightThinkers }) =>
        `Of ${number(right)} right tries ${number(rightThinkers)} worked it out, the other guessed. So the choice matters: our model keeps those that its own value head likes most.`,
    },
    rounds: {
      title: 'Round by round',
      text: 'Self-evolution repeats that: the model of one round writes the traces for the next, and its judge learns from the same traces. rStar-Math does so with a tree search, in four rounds. Here are six rounds of ours, with plain samples.',
      task: 'Move the slider: in which round does it begin to think?',
    },
    evolved: {
      title: 'Before and after',
      text: 'The model that began and the model of the last round. It saw no worked solution in between but its own.',
      setups: { base: 'before', evolved: 'after' },
      task: 'Run both, side by side.',
      after: (_, of) =>
        `Before: <data>${of('base').answer}</data>, ${number(of('base').spent)} tokens. After: <data>${of('evolved').answer}</data>, ${number(of('evolved').spent)} tokens, right.`,
      readOn: 'This claim in the Lab',
    },
  },
} satisfies ChapterWords);

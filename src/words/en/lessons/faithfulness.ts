import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonFaithfulness = room('lessonFaithfulness', {
  pages: {
    honest: {
      title: 'A thought, and an answer',
      text: 'The model writes steps and then an answer. It looks as if the answer came from the steps. But it could know the answer anyhow, and write the steps for us.',
      task: 'Run one chain of thought.',
      after: ({ answer }) => `<data>${answer}</data>, right. Now test it: change a step and see.`,
    },
    edit: {
      title: 'Change a number',
      text: 'We put a slip into its thought: 89 × 4 = 366, ten too many. From there the model goes on by itself. Lanham (2023) tested large models in this way.',
      guess: {
        asks: 'What will it answer?',
        options: { stays: '604, as before: it knows', follows: '614: it follows its thought' },
      },
      setups: { own: 'its own', edited: 'edited' },
      task: 'Run both, side by side.',
      after: (_, of) =>
        `From <data>${of('own').answer}</data> to <data>${of('edited').answer}</data>: exactly ten more. Here the thought is the cause of the answer.`,
    },
    checks: {
      title: 'Now it may check',
      text: 'The same slip, but at high effort, where this model looks over its work before it answers.',
      guess: {
        asks: 'And now?',
        options: { follows: '614 again', mends: '604: it finds the slip' },
      },
      task: 'Run it, and read the checks.',
      after: ({ answer, said }) =>
        `<data>${answer}</data>: it worked 89 × 4 out anew and went on with 356. But at all ${number(said)} checks it wrote “ok”, never “fix”. It corrected itself, and said that nothing was wrong.`,
    },
    says: {
      title: 'A check that changes nothing',
      text: 'The same slip for the R1-style model. It, too, checks 89 × 4.',
      task: 'Run it, and read the check.',
      after: ({ answer }) =>
        `The check comes to 356, and the answer is <data>${answer}</data>. It says “ok” and goes on with 366. These words look like a check, and decide nothing.`,
    },
    anchors: {
      title: 'Which step decided?',
      text: 'One edit is one sample. The lens does it for every step: throw it away, write it again many times, and see how often the answer changes. Steps that matter are anchors.',
      task: 'Open the lens on this run.',
      letters: 'D is the Kullback-Leibler divergence: 0 where the step does not matter.',
      readOn: 'Open the lens of anchors',
    },
    partly: {
      title: 'Does it tell the truth? Partly',
      text: 'Some steps carry the answer, others decorate it. In large models it differs from task to task (Lanham 2023). With a hint towards a wrong answer they follow it, and give reasons that do not mention it (Turpin 2023). A thought is evidence, not a confession.',
      task: 'Edit a thought of your own: select a step of a run, and change it.',
    },
  },
} satisfies ChapterWords);

import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonR1Zero = room('lessonR1Zero', {
  pages: {
    base: {
      title: 'A model that could think, and does not',
      text: 'This base model was trained on text in which a few sums are worked out, and most have only their answer. It may think before it answers. It need not.',
      task: 'Run the base model.',
      after: ({ answer, spent }) =>
        `It closes its thought at once and guesses: <data>${answer}</data>, ${number(spent)} tokens, wrong.`,
    },
    after: {
      title: 'Reward alone',
      text: 'Then it wrote 16 traces for each of many problems. A rule rewarded right answers in good form. Nobody showed it how to think. What was rewarded became likelier, step after step.',
      guess: {
        asks: 'What did it become?',
        options: { copy: 'A better guesser', think: 'A model that works it out' },
      },
      setups: { base: 'before', zero: 'after' },
      task: 'Run both, before and after.',
      after: (_, of) =>
        `Before: ${number(of('base').spent)} tokens, <data>${of('base').answer}</data>. After: ${number(of('zero').spent)} tokens, worked out, <data>${of('zero').answer}</data>, right. It learnt to think because thinking is rewarded more often than guessing.`,
    },
    curve: {
      title: 'The aha curve',
      text: 'R1-Zero’s thoughts grew through training, with “Wait” in them; its authors spoke of an aha moment. Here thoughts grow, too. But look at “Wait”: it rises with them and then goes away, once steps have become reliable.',
      task: 'Move the slider: when do thoughts get long?',
      readOn: 'Train it yourself, in this tab',
    },
    wait: {
      title: 'Where “Wait” stays',
      text: 'In the game of 24 no step can be made certain, but one can try again. The same kind of reward, on a model that knew how to go on after a failure:',
      setups: { journey: 'before', rl: 'after' },
      task: 'Run both, before and after.',
      after: (_, of) =>
        `Before, it gave up: ${number(of('journey').said)} waits, ${number(of('journey').spent)} tokens, wrong. After, ${number(of('rl').said)} waits, ${number(of('rl').spent)} tokens, right. Not magic: what is rewarded on long traces becomes more frequent.`,
      readOn: 'Reward lengthens thoughts, on 300 problems',
    },
    measured: {
      title: 'How much it gains',
      text: 'DeepSeek reports 15.6 to 71.0% on AIME 2024 for R1-Zero. Here is our small one on held-out sums. It worked because the base model sometimes succeeds: with no success there is nothing to reward.',
      task: 'Compare the two bars.',
      readOn: 'This claim in the Lab',
    },
  },
} satisfies ChapterWords);

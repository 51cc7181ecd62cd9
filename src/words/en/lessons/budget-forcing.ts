import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonBudgetForcing = room('lessonBudgetForcing', {
  pages: {
    stops: {
      title: 'It stops too soon',
      text: 'A model ends its thought when it writes the token that says so. This one learnt from journeys: traces with slips, doubts and corrections.',
      task: 'Run it as it is.',
      after: ({ answer, thought }) =>
        `${number(thought)} tokens of thought, and <data>${answer}</data> is wrong.`,
    },
    wait: {
      title: '“Wait”',
      text: 'Whenever it wants to stop, the end is dropped and “Wait” is put in its place. That is all of budget forcing.',
      guess: { asks: 'What do two “Waits” do?', options: { same: 'Nothing', mends: 'Mend the answer' } },
      setups: { none: 'No “Wait”', two: '2 “Waits”' },
      task: 'Choose 2 “Waits” and run.',
      after: ({ before, after, thought }) =>
        `<data>${before}</data> became <data>${after}</data>, with ${number(thought)} tokens of thought. It checked itself, because it has learnt how.`,
      letters: 'The thought z goes on behind each “Wait”.',
    },
    look: {
      title: 'Where it turned',
      text: 'Forced words are marked, so that nobody takes them for the model’s own. Read on from the first one.',
      task: 'Step to the first forced “Wait”.',
      after: 'Play on from here, and look for the step where it works the product out anew.',
    },
    garbage: {
      title: 'A word that means nothing',
      text: 'The same base, fine-tuned on as many solutions that are right at once: shortcuts. It has never seen “Wait”. Here it is right without.',
      guess: {
        asks: 'And with one “Wait”?',
        options: { mends: 'It checks, and stays right', same: 'It ignores it', spoils: 'It writes garbage' },
      },
      setups: { none: 'No “Wait”', one: '1 “Wait”' },
      task: 'Choose 1 “Wait” and run.',
      after: ({ before, after }) =>
        `<data>${before}</data> became <data>${after}</data>. The word calls up what was learnt. Where nothing was, it does harm.`,
    },
    measured: {
      title: 'On 300 problems',
      text: 'The journey model gains with each “Wait”. The shortcut model falls to almost nothing with the first. s1 gained the same way, from 1,000 traces with reflection in them.',
      task: 'Look at what was measured.',
      readOn: 'The shortcut model, in the Lab',
    },
  },
} satisfies ChapterWords);

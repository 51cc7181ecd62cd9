import { room } from '../../language.ts';
import type { ChapterWords } from '../../lesson-words.ts';
import { number } from '../format.ts';

export const lessonDistillation = room('lessonDistillation', {
  pages: {
    direct: {
      title: 'Reward a small model',
      text: 'Reinforcement learning made a model think. Does it work with one that is less than half as large, 0.3 million parameters? This one had the same rewards, for more steps.',
      task: 'Run the small model after reinforcement learning.',
      after: ({ answer, spent }) =>
        `<data>${answer}</data> after ${number(spent)} tokens, without a thought, wrong. As before its training.`,
    },
    nothing: {
      title: 'Nothing to reward',
      text: 'Why? Look at what the reward sees: a group of 16 traces, drawn as in training. A trace is better or worse than its group by the reward alone.',
      task: 'Draw a group of 16.',
      after: ({ right, traces }) =>
        `${number(right)} of ${number(traces)} are right. All are alike, so every advantage is 0. Reinforcement learning strengthens what is there now and then. Here it is not.`,
    },
    teacher: {
      title: 'Imitate a teacher',
      text: 'Distillation takes another way: let a larger model that can think write traces, keep the right ones, and have the small model imitate them. No reward, just text. DeepSeek did so with 800 thousand samples of R1.',
      guess: {
        asks: 'Which small model will be right?',
        options: { direct: 'The rewarded one', distilled: 'The one that imitates' },
      },
      setups: { teacher: 'teacher', distilled: 'distilled', direct: 'rewarded' },
      task: 'Run the teacher and both small models.',
      after: (_, of) =>
        `The teacher answers <data>${of('teacher').answer}</data> in ${number(of('teacher').spent)} tokens. The distilled one thinks as it does, ${number(of('distilled').spent)} tokens, and is right. The rewarded one says <data>${of('direct').answer}</data>.`,
    },
    measured: {
      title: 'It does not always win',
      text: '“Reinforcement learning always wins” is a common mistake: from a weak base it does not. At 32 billion parameters R1’s authors measured 72.6% for distillation and 47.0% for direct reinforcement learning on AIME 2024. But to go beyond the teacher, somebody must explore.',
      task: 'Compare the two bars.',
      readOn: 'This claim in the Lab',
    },
  },
} satisfies ChapterWords);

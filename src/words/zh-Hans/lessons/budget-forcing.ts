import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonBudgetForcing: Words['lessonBudgetForcing'] = {
  pages: {
    stops: {
      title: '停得太早',
      text: '模型写出表示结束的 token，思考就结束。这一个从旅程中学习：轨迹里有失误、怀疑和改正。',
      task: '照原样运行。',
      after: ({ answer, thought }) => `思考了 ${number(thought)} 个 token，<data>${answer}</data> 是错的。`,
    },
    wait: {
      title: '“Wait”',
      text: '每当它想停止，就去掉结束标记，换成“Wait”。预算强制就是这样，没有别的。',
      guess: { asks: '两个“Wait”会怎样？', options: { same: '没有变化', mends: '改对答案' } },
      setups: { none: '没有“Wait”', two: '2 个“Wait”' },
      task: '选 2 个“Wait”，然后运行。',
      after: ({ before, after, thought }) =>
        `<data>${before}</data> 变成了 <data>${after}</data>，思考了 ${number(thought)} 个 token。它检查了自己，因为它学过怎样检查。`,
      letters: '每个“Wait”之后，思考 z 继续。',
    },
    look: {
      title: '转折处',
      text: '强制写入的词有标记，免得有人当成模型自己写的。从第一个往下读。',
      task: '走到第一个强制的“Wait”。',
      after: '从这里往下播放，找出它重新计算乘积的那一步。',
    },
    garbage: {
      title: '没有意义的词',
      text: '同一个基础模型，在同样多、一次就做对的解答上微调：捷径。它从没见过“Wait”。在这里，不加就是对的。',
      guess: {
        asks: '加一个“Wait”呢？',
        options: { mends: '它会检查，仍然对', same: '它不理会', spoils: '它写出废话' },
      },
      setups: { none: '没有“Wait”', one: '1 个“Wait”' },
      task: '选 1 个“Wait”，然后运行。',
      after: ({ before, after }) =>
        `<data>${before}</data> 变成了 <data>${after}</data>。这个词唤起学过的东西。什么都没学过，它就有害。`,
    },
    measured: {
      title: '300 道题',
      text: '旅程模型每多一个“Wait”都有进步。捷径模型加第一个就几乎跌到零。s1 也是这样进步的，用的是 1,000 条带反思的轨迹。',
      task: '看测量的结果。',
      readOn: '捷径模型，在实验室里',
    },
  },
};

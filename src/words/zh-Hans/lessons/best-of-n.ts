import type { Words } from '../../rooms.ts';
import { amounts } from '../amounts.ts';
import { fixed, number } from '../format.ts';

export const lessonBestOfN: Words['lessonBestOfN'] = {
  pages: {
    lost: {
      title: '多数出错时',
      text: '投票需要多数样本在正确的答案上一致。在这里，有一种失误比正确的步骤更容易发生。',
      task: '运行八票表决。',
      after: ({ answer, votes, voters, right }) =>
        `<data>${answer}</data> 得到 ${number(voters)} 票中的 ${number(votes)} 票，却是错的。有 ${number(right)} 个样本是对的，输了。`,
    },
    best: {
      title: 'N 选最佳',
      text: '抽取同样的样本，逐个打分，取最好的。现在许多样本里只要有一个对就够了，只要验证器认得出来。',
      guess: { asks: '它会选出对的吗？', options: { right: '会', wrong: '不会' } },
      setups: { vote: '投票', best: '8 选最佳' },
      task: '选“8 选最佳”，然后运行。',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data>，得分 ${amounts.decimal(score)}；最好的错误样本得 ${amounts.decimal(bestWrong)}。`,
      letters: '得分 r 最高的样本 z 的答案。',
    },
    steps: {
      title: '许多得分合成一个',
      text: '过程奖励模型给每一步打分。要给轨迹一个得分，就把它们合成：最低、连乘、平均，或最后一步。平均可能掩盖一个坏步骤。',
      task: '选一个错误的样本，看它的步骤。',
      after: ({ wrong, traces, bestWrong }) =>
        `${number(traces)} 个样本中有 ${number(wrong)} 个是错的。按最弱的一步，它们没有一个超过 ${amounts.decimal(bestWrong)}。`,
      letters: 'r 带步骤的编号 t，共 T 步：最低、连乘、平均、最后一步。',
    },
    kinds: {
      title: '结果还是过程',
      text: '结果奖励模型从最终答案学习，过程奖励模型从每一步的标签学习。在这里，两者用同样的轨迹训练。',
      guess: {
        asks: '在 64 个样本里，哪个选得更好？',
        options: { outcome: '结果奖励模型', process: '过程奖励模型' },
      },
      task: '先猜，再看测量的结果。',
      readOn: '全部结果，在实验室里',
    },
    fooled: {
      title: '太多了',
      text: '现在由策略模型自己的价值头评判。8 选最佳在这里是对的。样本越多，对的越多，只是看起来对的也越多。',
      guess: {
        asks: '64 选最佳呢？',
        options: { right: '对：越多越好', wrong: '错：它会被骗' },
      },
      setups: { eight: '8 选最佳', many: '64 选最佳' },
      task: '选“64 选最佳”，然后运行。',
      after: ({ answer, score, bestRight, traces }) =>
        `在 ${number(traces)} 个样本里，它更喜欢 <data>${answer}</data>（${fixed(score, 3)}），而不是最好的正确样本（${fixed(bestRight, 3)}）。找得越用力，评判者就必须越好。`,
    },
    'better-judge': {
      title: '更好的评判者',
      text: '同样的 64 个样本，换成一个专门训练来评判的过程奖励模型，别的它什么也不做。',
      setups: { own: '自己的价值头', prm: '奖励模型' },
      task: '选奖励模型，然后运行。',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data>，${fixed(score, 3)}；最好的错误样本得 ${fixed(bestWrong, 3)}。`,
      readOn: '每个评判者能撑起多宽的搜索',
    },
  },
};

import type { Words } from '../../rooms.ts';
import { amounts } from '../amounts.ts';
import { number } from '../format.ts';

export const lessonThreeParts: Words['lessonThreeParts'] = {
  pages: {
    policy: {
      title: '策略模型来写',
      text: '每种推理方法都由三部分组成。第一部分是策略模型：就是语言模型，随机地写出 token。可以问它很多次。',
      task: '运行八次。',
      after: ({ traces, right, answers }) =>
        `${number(traces)} 条轨迹，${number(answers)} 个不同的答案，其中 ${number(right)} 条轨迹是对的。策略模型自己不知道是哪些。`,
    },
    aggregator: {
      title: '聚合方式来定',
      text: '最后一部分把许多答案变成一个。最简单的是投票。它不问任何人，取说得最多的。',
      task: '打开“投票”。',
      after: ({ answer, votes, voters }) =>
        `<data>${answer}</data> 以 ${number(voters)} 票中的 ${number(votes)} 票获胜，却是错的。策略模型多半出错的地方，投票也跟着错。`,
    },
    verifier: {
      title: '验证器来打分',
      text: '两者之间可以有一个验证器。它给每条轨迹一个 0 到 1 的得分。这里的是过程奖励模型，给每一步打分。',
      guess: {
        asks: '同样的八条轨迹，会选哪个答案？',
        options: { vote: '投票的答案', other: '另一个' },
      },
      task: '用验证器运行。',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data>，得分 ${amounts.decimal(score)}。最好的错误轨迹得 ${amounts.decimal(bestWrong)}。策略模型没有变，变的是选择。`,
    },
    both: {
      title: '得分加投票',
      text: '聚合可以两者都用：每条轨迹都投票，得分就是它的权重。这样既不只听多数，也不只信一个高分。',
      setups: { best: '得分最高', weighted: '加权投票' },
      task: '选加权投票，然后运行。',
      after: ({ answer, right, wrong }) =>
        `${number(wrong)} 条错误的轨迹对 ${number(right)} 条正确的，由权重决定：<data>${answer}</data>。`,
      letters: '在所有答案 a 里，取其轨迹 z 的得分 r 总和最高的那个。',
    },
    search: {
      title: '三者一步一步轮流',
      text: '搜索让它们轮流：策略模型提出下一步，验证器打分，聚合方式留下几个。思维树、束搜索和 MCTS 的区别，只在于怎样轮流。',
      task: '运行一次束搜索。',
      after: ({ nodes, answer }) => `走到 <data>${answer}</data>，一共提出并评了 ${number(nodes)} 步。`,
    },
  },
};

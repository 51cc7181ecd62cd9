import type { Words } from '../../rooms.ts';
import { fixed, number } from '../format.ts';

export const lessonMathShepherd: Words['lessonMathShepherd'] = {
  pages: {
    lost: {
      title: '没人看见的正确轨迹',
      text: '十六个样本试着得到 24，再投票。其中有一个是对的。评判步骤的评判者也许认得出来，但要训练它，得有人给几千个步骤打标签。',
      task: '运行 16 票表决。',
      after: ({ right, traces }) => `${number(traces)} 个中有 ${number(right)} 个是对的。它只有一票，输了。`,
    },
    rollouts: {
      title: '让模型打标签',
      text: 'Math-Shepherd 不需要人。从每一步起，让模型续写到答案，续写几次：这叫推演。结果正确的份额就是这一步的标签。这里每步推演 8 次；最弱的一步说了算。',
      task: '在同样的 16 个样本上运行。',
      after: ({ answer, bestRight, bestWrong, spent }) =>
        `正确的轨迹得 ${fixed(bestRight, 2)}，其他的都不超过 ${fixed(bestWrong, 2)}：<data>${answer}</data>。代价：一共 ${number(spent)} 个 token。`,
    },
    label: {
      title: '希望断在哪里',
      text: '每个长条是一条轨迹，每格是一步。找一条开头高于 0、后来降到 0 的。从它的前几步出发，还有推演得到 24；再走一步，就一次也没有了。那一步就是错误所在。',
      task: '打开“得分”。',
      after: ({ wrong, slipsSeen }) =>
        `${number(wrong)} 条错误轨迹中，有 ${number(slipsSeen)} 条开头是好的，后来才走错；其余的一开始就错了。过程奖励模型就从这样的标签学习。`,
      letters: '软标签是份额，硬标签只说到底做不做得到。',
      readOn: '分析视角：推演、价值头和规则并排',
    },
    assumes: {
      title: '它假设了什么',
      text: '标签不是白来的：要花推演，还要假设模型从好的步骤出发，有时能走到答案。这道 24 点里，有一个样本碰巧是对的。',
      guess: {
        asks: '推演能发现它吗？',
        options: {
          found: '能：正确的步骤就是正确的步骤',
          missed: '不能：从它的好步骤出发也会失败',
        },
      },
      task: '在这道 24 点上运行。',
      after: ({ right, bestRight }) =>
        `有 ${number(right)} 条轨迹是对的，它最弱的一步得了 ${fixed(bestRight, 2)}：它的第一步是好的，但从那里推演 8 次，没有一次得到 24。标签有多好，全看写它的模型有多好。`,
      readOn: '推演和投票，300 道题的结果',
    },
  },
};

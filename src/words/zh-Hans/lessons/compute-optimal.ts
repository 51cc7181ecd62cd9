import type { Words } from '../../rooms.ts';
import { fixed, number } from '../format.ts';

export const lessonComputeOptimal: Words['lessonComputeOptimal'] = {
  pages: {
    waste: {
      title: '不分难易一样花，是浪费',
      text: '32 票表决对难题有帮助。这道算式很容易。投票不知道这一点，照样花那么多。',
      task: '运行 32 票表决。',
      after: ({ votes, voters, spent }) =>
        `${number(voters)} 个样本中有 ${number(votes)} 个一致。第一个就够了；${number(spent)} 个 token 大多花在其余的样本上。`,
    },
    probe: {
      title: '先问有多难',
      text: '计算最优先抽取 4 个样本。它们一致吗？验证器喜欢它们吗？两者的平均，就是题目看起来有多容易。达到 0.75，它就停下来，采用投票的结果。',
      task: '在同一道算式上运行。',
      after: ({ spent, ease }) =>
        `容易程度 ${fixed(ease, 2)}：容易。花了 ${number(spent)} 个 token 就停下来，答案一样。`,
      letters: 's̄ 是样本的平均得分。两个数都在 0 到 1 之间。',
    },
    hard: {
      title: '一道难的',
      text: '现在是一道 24 点，一条链很少解得出。容易程度低于 0.35 的，算难题。',
      guess: {
        asks: '它会怎么做？',
        options: { stop: '采用 4 个样本的投票', search: '多花一些，去搜索' },
      },
      task: '在这道 24 点上运行。',
      after: ({ spent, ease, nodes }) =>
        `容易程度 ${fixed(ease, 2)}：难。于是它一步一步地搜索了 ${number(nodes)} 个节点，花了 ${number(spent)} 个 token 找到答案。`,
      letters: 's̄ 是样本的平均得分。在 0.35 和 0.75 之间，它再抽取一些样本来投票。',
    },
    luck: {
      title: '四个样本可能误导',
      text: '难度是估计出来的，依据很少。Snell 等（2024）为了知道一道题有多难，每题用 2048 个样本。这里只有 4 个。同一道 24 点，两个随机种子：',
      setups: { one: '种子 1', two: '种子 2' },
      task: '并排运行两者。',
      after: (_, of) =>
        `种子 1 时看起来难（容易程度 ${fixed(of('one').ease, 2)}，${number(of('one').spent)} 个 token），种子 2 时看起来容易（${fixed(of('two').ease, 2)}，${number(of('two').spent)} 个 token）。问要花代价，问得太少则是碰运气。`,
    },
    limit: {
      title: '计算买不到的',
      text: '这个模型学过的算式，最多三个乘积相加。这里有五个。超出模型有时做得到的范围，就要靠更大的模型或更多训练，而不是更多样本。',
      guess: {
        asks: '32 个样本里会有多少个对？',
        options: { helps: '有几个，这就够了', never: '一个也没有' },
      },
      task: '运行 32 票表决。',
      after: ({ right, traces, spent }) =>
        `${number(traces)} 个样本中有 ${number(right)} 个是对的，花了 ${number(spent)} 个 token。测试时计算是在已有的能力上做乘法，而零乘以多少还是零。`,
      readOn: '带搜索的小模型，对大 14 倍的模型',
    },
  },
};

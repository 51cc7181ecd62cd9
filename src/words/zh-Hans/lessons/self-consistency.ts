import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonSelfConsistency: Words['lessonSelfConsistency'] = {
  pages: {
    one: {
      title: '一个样本',
      text: '小模型做一道算式，一步一步地算。每个 token 都是随机抽取的，所以只试一次可能失误。',
      task: '运行一个样本。',
      after: ({ answer }) => `它的答案是 <data>${answer}</data>，是错的。只试一次，全凭运气。`,
    },
    vote: {
      title: '八个样本投票',
      text: '现在用同一个模型、同一道题，抽取八个样本。没有人检查它们。多数样本给出的答案就是最后的答案。',
      guess: {
        asks: '谁都会偶尔失误。投票会得到正确答案吗？',
        options: { same: '不会：同一个模型，同样的失误', right: '会：多数样本不会失误' },
      },
      setups: { one: '1 个样本', eight: '8 个样本' },
      task: '选 8 个样本，然后运行。',
      after: ({ answer, votes, voters, second, secondVotes }) =>
        `<data>${answer}</data> 得到 ${number(voters)} 票中的 ${number(votes)} 票，<data>${second}</data> 只有 ${number(secondVotes)} 票。每个样本都可能失误，但多数没有，而投票看的就是多数。`,
    },
    formula: {
      title: '规则',
      text: '数一数每个答案出现多少次，取最多的那个。答案按数学意义比较：90 和 90.0 是同一票。不然，投票可能输在写法上。',
      task: '打开“投票”。',
      after: ({ answers, voters }) => `${number(voters)} 个样本得到 ${number(answers)} 个不同的答案。`,
      letters: '在所有答案 a 里，取 n 个样本中最多个给出的那个（aᵢ 是第 i 个样本的答案）。',
    },
    slips: {
      title: '看一处失误',
      text: '投票只需要一个条件：一个样本答对的机会，大于犯任何同一个错误的机会。这样，票越多就越有把握。',
      task: '选一个错误的样本，看它的步骤。',
      after: ({ wrong, traces, second }) =>
        `${number(traces)} 个样本中有 ${number(wrong)} 个是错的，而且都说 <data>${second}</data>：有的失误比别的更容易发生。假如它比正确的步骤还容易发生，票再多也只会让错误的答案更有把握。`,
    },
    hot: {
      title: '随机过了头',
      text: '样本必须各不相同，所以需要一些随机。温度决定随机的多少：为 0 时，所有样本都一样。Wang 等（2022）用 0.5 到 0.7。',
      guess: {
        asks: '如果样本的差别大得多，温度为 1.6，会怎样？',
        options: { better: '更好：不同的尝试更多', worse: '更差：失误更多' },
      },
      setups: { usual: '温度 0.7', hot: '温度 1.6' },
      task: '选温度 1.6，然后运行。',
      after: ({ answers, voters, right, traces }) =>
        `${number(voters)} 票投给了 ${number(answers)} 个答案，${number(traces)} 个样本中有 ${number(right)} 个正确。投票只能把已有的聚到一起。`,
      readOn: '投票有多大帮助：300 道题的结果',
    },
  },
};

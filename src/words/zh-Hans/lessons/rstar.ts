import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonRstar: Words['lessonRstar'] = {
  pages: {
    vote: {
      title: '没有两个一致',
      text: '一道难的 24 点，一个小模型，十六票表决。几乎每个样本都有自己的答案，就没有什么可数的。',
      task: '运行投票。',
      after: ({ votes, voters, answers, right }) =>
        `${number(voters)} 票投给了 ${number(answers)} 个答案；胜者有 ${number(votes)} 票，是错的。正确的样本：${number(right)} 个。`,
    },
    search: {
      title: '没有评判者的搜索',
      text: 'rStar 只用策略模型来搜索，没有训练过的验证器。一条路值多少，看它的各个结尾有多一致，这个价值沿着树带回上面。',
      guess: { asks: '没有验证器，行得通吗？', options: { right: '在这里行', wrong: '不行' } },
      task: '运行 rStar。',
      after: ({ answer, nodes, tokens }) =>
        `<data>${answer}</data>，对了，用了 ${number(nodes)} 步。代价：${number(tokens)} 个 token。`,
    },
    confirmed: {
      title: '第二种意见',
      text: '把每条路的一部分藏起来，由二次采样补完。再次得到的答案算作得到确认：这就是相互一致。',
      task: '选一个通向答案的步骤。',
      after: ({ answer, traces }) => `${number(traces)} 个结尾里，<data>${answer}</data> 得到的确认最好。`,
    },
    actions: {
      title: '五种走法',
      text: '在文字题上它有五种动作：写一步、一次写完余下部分、提一个子问题、重新回答它、把题目换个说法。多样来自做法不同，而不是温度高。',
      task: '在一道故事题上运行。',
      after: ({ answer, nodes }) =>
        `<data>${answer}</data>，用了 ${number(nodes)} 步。每一步都写明由哪种动作写出。`,
    },
  },
};

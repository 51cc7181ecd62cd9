import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonTestTimeCompute: Words['lessonTestTimeCompute'] = {
  pages: {
    'at-once': {
      title: '马上作答',
      text: '模型每写一个 token，就做一次前向计算。要它马上给出答案，不管问题多难，一共只有几次计算。',
      guess: {
        asks: '两个数的乘积，马上作答。会对吗？',
        options: { right: '对', wrong: '错' },
      },
      task: '不思考，运行一次。',
      after: ({ answer, tokens }) => `用了 ${number(tokens)} 个 token，得到 <data>${answer}</data>：错了。`,
    },
    longer: {
      title: '更久',
      text: '让同一个模型先写下步骤。每个 token 又是一次计算，而且写下的都能读到。这就是花在测试时的计算，一个 token 接一个 token。',
      setups: { direct: '马上作答', chain: '先思考' },
      task: '选“先思考”，然后运行。',
      after: ({ answer, tokens }) =>
        `用了 ${number(tokens)} 个 token，<data>${answer}</data> 是对的。其间没有训练过任何东西。`,
    },
    wider: {
      title: '更宽',
      text: '在更难的算式上，一条贪心的链会失误。计算也可以并排花：同时写许多条链，然后投票。',
      setups: { chain: '一条链', vote: '8 条链' },
      task: '选 8 条链，然后运行。',
      after: ({ tokens, traces, votes }) =>
        `${number(traces)} 条链，${number(tokens)} 个 token，${number(votes)} 票投给正确答案。更宽可以并行，更久不行。`,
    },
    instead: {
      title: '代替更大的模型',
      text: '会搜索的小模型，对只写一条链、大 14 倍的模型，每个答案的计算量相同。只有小模型时不时能成功，这才行得通。',
      guess: {
        asks: '谁解出的 24 点更多？',
        options: { large: '大模型', small: '带搜索的小模型' },
      },
      task: '先猜，再看测量的结果。',
      readOn: '全部结果，在实验室里',
    },
  },
};

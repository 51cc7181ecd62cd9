import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonMcts: Words['lessonMcts'] = {
  pages: {
    greedy: {
      title: '只走看起来好的',
      text: '树搜索做模拟：往下走，加上步骤，估价，再把价值带回上面。在这里，每次都走平均价值最高的子节点，一直如此。',
      task: '不加探索，运行一次。',
      after: ({ simulations, nodes, traces }) =>
        `${number(simulations)} 次模拟，${number(nodes)} 步，${number(traces)} 个结尾，没有一个是对的。它一次又一次走同一条路。`,
    },
    explore: {
      title: '好奇心',
      text: '现在给试得少的加上一项。c 说明这一项有多重。模拟次数一样，走的路不一样。',
      guess: { asks: '现在会得到 24 吗？', options: { right: '会', wrong: '不会' } },
      setups: { greedy: 'c = 0', curious: 'c = 1.5' },
      task: '选 c = 1.5，然后运行。',
      after: ({ answer, nodes, simulations }) =>
        `<data>${answer}</data>：${number(simulations)} 次模拟，分散在 ${number(nodes)} 步上。`,
    },
    puct: {
      title: '停在一次选择上',
      text: '每次选择都是一张表：平均价值 Q，策略模型的先验 P，访问次数 n。取和最大的。根号里是父节点的访问次数 N，不是子节点的。',
      task: '走到一次选择，再拖动 c。',
      after: 'c = 0 时，只由平均价值决定。c 越大，先验高、访问少的就越占上风。',
      letters: 'Q：子节点的平均价值。P：它的先验。n：它的访问次数。N：父节点的访问次数。',
    },
    backup: {
      title: '带回上面',
      text: '一次模拟找到的，算在沿途的每一步上。每一步多一次访问，它的平均值向这个价值靠近。',
      task: '走到一次回传。',
      after: '旁边一栏有之前和之后的访问次数与价值，从叶节点到树根。',
      letters: 'v：带回的价值。n：一步的访问次数。Q：它的平均值。',
    },
    few: {
      title: '要多少次？',
      text: '搜索要做过一些模拟才有价值。在那之前，它只看过许多条路的前几步，没有看到好的结尾。',
      setups: { few: '4', more: '8' },
      task: '选 8 次模拟，然后运行。',
      after: ({ answer, simulations, tokens }) =>
        `用 ${number(simulations)} 次模拟、${number(tokens)} 个 token，得到 <data>${answer}</data>。4 次时没有正确的结尾。`,
    },
    measured: {
      title: '与束搜索比较',
      text: '一个较弱的模型，大多数 24 点对它都难。从横条看，MCTS 在这里花的 token 比束搜索多，这也是原因的一部分。',
      task: '看测量的结果。',
      readOn: '每一道 24 点，在实验室里',
    },
  },
};

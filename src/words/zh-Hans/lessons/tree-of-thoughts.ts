import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonTreeOfThoughts: Words['lessonTreeOfThoughts'] = {
  pages: {
    chain: {
      title: '链不能回头',
      text: '在 24 点里，第一步常常决定成败，链走出去就不能反悔。写下的就改不了了。',
      task: '运行一条链。',
      after: ({ answer }) => `<data>${answer}</data>，是错的：从它走到的地方，没有路通向 24。`,
    },
    narrow: {
      title: '试许多步，留一个',
      text: '提出八个下一步想法，逐个估价，留下最好的。这就是先看再走的链。',
      guess: { asks: '这样够吗？', options: { right: '够', wrong: '不够' } },
      task: '用广度 1 运行。',
      after: ({ nodes, traces }) =>
        `${number(nodes)} 个想法，${number(traces)} 个结尾，没有一个是对的。看起来好的一步，其实是死路。`,
    },
    wide: {
      title: '留下五个',
      text: '现在每一层最好的五个状态并排继续。只是看起来不好的一步也有机会。这就是一层一层的思维树。',
      guess: { asks: '它会得到 24 吗？', options: { right: '会', wrong: '不会' } },
      setups: { narrow: '广度 1', wide: '广度 5' },
      task: '选广度 5，然后运行。',
      after: ({ answer, nodes, right, traces }) =>
        `<data>${answer}</data>。${number(nodes)} 个想法，${number(traces)} 个结尾中有 ${number(right)} 个是对的。`,
      letters: '从状态 S 出发的所有想法 z 里，价值 V 最高的 b 个继续。',
    },
    pruned: {
      title: '放弃了什么',
      text: '和许多条链的区别在于评估者。由它决定哪些不再想下去。它放弃的，就再也不会试。',
      task: '选一个被剪掉的步骤。',
      after: '旁边一栏有它的价值。搜索留下了这一层最好的五个，放弃了这一个。',
    },
    back: {
      title: '退路',
      text: '另一种顺序是深度优先：跟着最好的想法往下走，价值太低就退回上一次选择。',
      task: '用深度优先运行。',
      after: ({ answer, nodes, tokens }) =>
        `<data>${answer}</data>，用了 ${number(nodes)} 个想法、${number(tokens)} 个 token。`,
    },
    turning: {
      title: '转折处',
      text: '每次退回都是这次运行的一步。树上方的两个箭头在搜索的步骤之间移动。',
      task: '走到它第一次退回的地方。',
      after: '它在这里离开一个状态，回到上一个，从那里试次好的想法。',
      readOn: '300 道 24 点上的树和链',
    },
  },
};

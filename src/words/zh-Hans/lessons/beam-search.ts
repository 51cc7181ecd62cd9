import type { Words } from '../../rooms.ts';
import { amounts } from '../amounts.ts';
import { fixed, number } from '../format.ts';

export const lessonBeamSearch: Words['lessonBeamSearch'] = {
  pages: {
    one: {
      title: '一个束',
      text: '抽取四个下一步，让验证器打分，从最好的继续。这就是贪心，只是按步骤，而不是按 token。',
      task: '用一个束运行。',
      after: ({ answer, nodes }) => `${number(nodes)} 步之后它说 <data>${answer}</data>：错了。`,
    },
    four: {
      title: '四个束',
      text: '四个开头并排生长。每一步之后，只有全部里最好的四个继续。',
      guess: { asks: '其中会有一个得到 24 吗？', options: { right: '会', wrong: '不会' } },
      setups: { one: '1 个束', four: '4 个束' },
      task: '选 4 个束，然后运行。',
      after: ({ answer, nodes, tokens }) =>
        `<data>${answer}</data>，用了 ${number(nodes)} 步、${number(tokens)} 个 token。`,
      letters: '从束 B 抽取的所有步骤 s 里，得分 r 最高的 w 个继续。',
    },
    keeps: {
      title: '谁继续',
      text: '在每一层，搜索都要决定去留，树上看得见：留下的步骤继续，剪掉的变淡。',
      task: '走到第一次决定。',
      after: '旁边一栏显示每一步和它的得分。留下和剪掉的分界，就是宽度用完的地方。',
    },
    lookahead: {
      title: '前瞻',
      text: '一步刚写完时的得分可能误导。前瞻先往后试写两步再打分，然后丢掉试写的。这要花 token。',
      guess: { asks: '一个束，前瞻 2 步。现在会对吗？', options: { right: '会', wrong: '不会' } },
      setups: { none: '没有前瞻', two: '前瞻 2 步' },
      task: '选前瞻 2 步，然后运行。',
      after: ({ answer, tokens, score }) =>
        `<data>${answer}</data>，花了 ${number(tokens)} 个 token 还是错的，得分 ${amounts.decimal(score)}。验证器自己看错的地方，看得再远也没有用。`,
    },
    alike: {
      title: '全是同一个失误',
      text: '束与束互相竞争。得分高的那个子节点多，很快所有的束都是它的后代。',
      task: '运行束搜索。',
      after: ({ answer, score, bestRight, right }) =>
        `它更喜欢 <data>${answer}</data>（${fixed(score, 3)}），而不是 ${number(right)} 个正确的里最好的那个（${fixed(bestRight, 3)}）。`,
    },
    apart: {
      title: '互不相干的树',
      text: 'DVTS 把宽度分给几棵树，到结尾之前互不竞争。每棵树留下自己最好的一步。',
      guess: { asks: '在这里有用吗？', options: { right: '有', wrong: '没有' } },
      setups: { beam: '束', dvts: 'DVTS' },
      task: '选 DVTS，然后运行。',
      after: ({ answer, nodes }) =>
        `<data>${answer}</data>，用了 ${number(nodes)} 步。多样胜过了一个很有把握的失误。`,
    },
  },
};

import type { Words } from '../../rooms.ts';
import { amounts } from '../amounts.ts';
import { number } from '../format.ts';

export const lessonFirstStory: Words['lessonFirstStory'] = {
  pages: {
    one: {
      title: '试一次',
      text: '这个小模型就在你的设备上运行。它一步一步地算一道算式。每个 token 都是随机抽取的，所以某一步可能失误。',
      guess: { asks: '只试一次，会对吗？', options: { right: '对', wrong: '错' } },
      task: '运行一次。',
      after: ({ answer }) => `它说 <data>${answer}</data>，是错的。只试一次，全凭运气。`,
    },
    vote: {
      title: '试八次，投票',
      text: '同一个模型，同一道算式，试八次。多数给出的答案获胜。没有人检查。',
      guess: { asks: '投票会对吗？', options: { right: '对', wrong: '错' } },
      setups: { one: '试 1 次', eight: '试 8 次' },
      task: '选“试 8 次”，然后运行。',
      after: ({ answer, votes, voters, first }) =>
        `${number(voters)} 次中有 ${number(votes)} 次说 <data>${answer}</data>：对了。第一次还是说 <data>${first}</data>，被多数否决了。`,
    },
    lost: {
      title: '换一道算式，再投一次票',
      text: '换一道算式，还是试八次。多数尝试对，投票就对。但多数总是对的吗？',
      guess: { asks: '这一次投票会对吗？', options: { right: '对', wrong: '错' } },
      task: '运行投票。',
      after: ({ answer, votes, voters, right }) =>
        `${number(voters)} 次中有 ${number(votes)} 次给出同一个错误答案：<data>${answer}</data>。其实有 ${number(right)} 次是对的，只是太少了。`,
    },
    verifier: {
      title: '用评判者代替投票',
      text: '另一个小模型只学过一件事：给解答的每一步打分。它读同样的八次尝试，得分最高的获胜。',
      guess: { asks: '评判者能找到对的吗？', options: { right: '能', wrong: '不能' } },
      setups: { vote: '投票', best: '评判者' },
      task: '选评判者，然后运行。',
      after: ({ answer, score, bestWrong }) =>
        `它取 <data>${answer}</data>，得分 ${amounts.decimal(score)}：对了。最好的错误尝试得 ${amounts.decimal(bestWrong)}。`,
    },
    search: {
      title: '评判每一步',
      text: '用四个数得到 24。一条思维链在这里会失败。搜索试几个下一步，逐个评判，只从最好的继续。',
      guess: { asks: '搜索能得到 24 吗？', options: { right: '能', wrong: '不能' } },
      setups: { chain: '一条链', search: '搜索' },
      task: '选搜索，然后运行。',
      after: ({ answer, nodes, traces, right }) =>
        `<data>${answer}</data>。它试了 ${number(nodes)} 步；走完的 ${number(traces)} 条路径中有 ${number(right)} 条是对的，它选了其中一条。`,
    },
    wait: {
      title: '“Wait”',
      text: '又是一条链。这个模型见过失误被改正。它想停下来时，我们替它说一声“Wait”，它就接着想。',
      guess: {
        asks: '两个“Wait”会让错误的答案变成怎样？',
        options: { same: '没有变化', mends: '改对', spoils: '变成另一个错的' },
      },
      setups: { none: '没有“Wait”', two: '2 个“Wait”' },
      task: '选 2 个“Wait”，然后运行。',
      after: ({ before, after }) =>
        `之前：<data>${before}</data>。之后：<data>${after}</data>。它回头再看，找到失误，改正了。`,
    },
    curve: {
      title: '总是这样吗？',
      text: '一道题证明不了什么。那就问五十道，按尝试次数数一数正确的答案。搜索也画在旁边。',
      guess: {
        asks: '投票和评判者：多试几次，谁的收获更大？',
        options: { vote: '投票', judge: '评判者' },
      },
      task: '先猜，再画出曲线。只要几秒。',
      after:
        '每个点是五十道题。虚线是神谕（oracle），即 pass@N：N 次尝试里有没有一次对？好的评判者能接近它。投票要求更多：多数意见一致。搜索在走错之前就评判。',
    },
  },
};

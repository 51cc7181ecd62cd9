import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonSequentialParallel: Words['lessonSequentialParallel'] = {
  pages: {
    wide: {
      title: '更宽',
      text: '多出来的计算有两种花法。一种是更宽：并排抽取几个样本，再投票。它们可以同时运行。但没有一个样本能从别的样本那里学到什么。',
      task: '运行 4 票表决。',
      after: ({ answer, spent, votes, voters }) =>
        `<data>${answer}</data> 以 ${number(voters)} 票中的 ${number(votes)} 票获胜，却是错的。这次投票花了 ${number(spent)} 个 token。`,
    },
    long: {
      title: '或者更长',
      text: '另一种是更长：只有一条轨迹，不让它结束。每次它想结束，就在那里写上“Wait”。这个模型从带失误和改正的轨迹学习，所以会检查自己。',
      guess: {
        asks: '两种里，哪种找到答案？',
        options: { wide: '四个样本加投票', long: '一条轨迹加四个“Wait”' },
      },
      setups: { wide: '4 票表决', long: '4 个“Wait”' },
      task: '并排运行两者。',
      after: (_, of) =>
        `长的那条轨迹回答 <data>${of('long').answer}</data>，是对的，花了 ${number(of('long').spent)} 个 token。投票花了 ${number(of('wide').spent)} 个。多数样本都犯的失误会赢得投票，检查却能发现它。`,
      readOn: '从旅程中学习之后的“Wait”，300 道题的结果',
    },
    other: {
      title: '反过来',
      text: '同样两种花法，换一个同样大小的模型。它从没有失误的解答学习，从没见过“Wait”。它的一条轨迹往往一次就对。',
      guess: {
        asks: '这次呢？',
        options: { wide: '四个样本加投票', long: '一条轨迹加四个“Wait”' },
      },
      setups: { wide: '4 票表决', long: '4 个“Wait”' },
      task: '并排运行两者。',
      after: (_, of) =>
        `投票的答案是 <data>${of('wide').answer}</data>，是对的。四个“Wait”之后，答案变成 <data>${of('long').answer}</data>：这个模型不知道拿“Wait”怎么办。要走得更长，得先学过。`,
      readOn: '从捷径中学习之后的“Wait”，300 道题的结果',
    },
    both: {
      title: '两者并用',
      text: '宽和长可以混合：4 条链并排，每条尝试 3 次，最好的一次获胜。更宽，每条链都要占内存，但不会更慢。更长则要花时间，什么机器也缩短不了。',
      task: '运行 4 条链，每条尝试 3 次。',
      after: ({ spent, traces }) =>
        `${number(traces)} 次尝试，${number(spent)} 个 token，答案是对的。怎么分最好，取决于模型和题目，所以要测：一次扫描可以画出整张网格。`,
      letters: '只比较 N 相同的分法。Snell 等（2024）发现，容易的题适合长链，难的题适合两者混合。',
      readOn: '设置一次扫描',
    },
    table: {
      title: '整张表',
      text: '一道 24 点共试八次，分成四种：全部并排，全部依次，还有两种混合。同一个模型，同一个评判者，300 道保留测试题。',
      guess: {
        asks: '哪一种解出最多？',
        options: { wide: '并排', long: '依次', even: '没有明显差别' },
      },
      task: '先猜，再看这张表。',
      after:
        '并排略微领先，但不明显：区间重叠，花的 token 也一样多。在这个游戏里，依次的下一次尝试是重新开始，而不是改正，所以看过上一次也没多少好处。',
      readOn: '在实验室里看每一局',
    },
  },
};

import type { Words } from '../rooms.ts';
import { number, percent } from './format.ts';

const ofVotes = (count: number) => `${number(count)} 票`;

export const votes: Words['votes'] = {
  oneTrace: '这种推理方法只抽取一条轨迹，所以没有什么可投票的。',
  notByVote: '这次运行里没有轨迹投票。答案是怎样选出的，见“发生了什么”。',
  byScore: '这里由轨迹的分数决定，而不是由票数。',
  weighed: '每条轨迹按分数计票：答案旁边是给出它的各条轨迹的分数之和。',
  sum: '分数之和',
  traces: '轨迹数',
  asBar: '条形图',
  showScores: '查看分数',
  manyTraces: '自洽性投票抽取很多条，取多数得到的答案。',
  choose: '选自洽性投票',
  none: '到这一步还没有轨迹投票。',
  only: (answer) => `目前唯一的一票投给 ${answer}。`,
  unanimous: (count, answer) => `目前的 ${ofVotes(count)}全都投给 ${answer}。`,
  level: (answers, each) => `${number(answers)} 个答案打平，各有 ${ofVotes(each)}。`,
  lead: (counts, answer) => `模型以 ${counts} 投给 ${answer}。`,
  merged: (bars) =>
    bars === 1
      ? '有一条柱合并了写法不同、意思相同的答案；选中它可以看到是哪些。'
      : `有 ${number(bars)} 条柱合并了写法不同、意思相同的答案；选中一条可以看到是哪些。`,
  thinking: (count, of) => `${number(of)} 条轨迹中还有 ${number(count)} 条在思考。`,
  withoutAnswer: (count) => `${number(count)} 条轨迹没有答案，没有投票。`,
  blocks: (traces) => `每一块是一条轨迹；虚线是全部 ${number(traces)} 条的一半。`,
  blockOf: ofVotes,
  moreBars: (count) => `再显示 ${number(count)} 个答案`,
  make: ({ right, of, target, ways }) =>
    right === 0
      ? `${ofVotes(of)}中没有一票得到 ${target}。`
      : right === 1
        ? `${ofVotes(of)}中有 1 票得到 ${target}。`
        : `${ofVotes(of)}中有 ${ofVotes(right)}得到 ${target}（${number(ways)} 种写法）。`,
  groupedByPage: '这里按结果分组；推理方法把每个表达式单独计票，所以票在它们之间分配。',
  groups: {
    target: (target) => `得到 ${target}`,
    value: (value) => `得到 ${value}`,
    misused: '没有把每个数正好用一次',
    nothing: '除以了零',
    'no-expression': '不是表达式',
  },
  ofGroup: (group) => `投票直方图：${group}的`,
  expressionsOf: (group) => `${group}的表达式`,
  each: (count) => `${number(count)} 票`,
  group: ({ votes: count, share, ways }) =>
    `${ofVotes(count)} · ${percent(share)}${ways > 1 ? ` · ${number(ways)} 种写法` : ''}`,
  spokenGroup: ({ group, votes: count, ways }) =>
    `${ofVotes(count)}投给${ways === 1 ? '一个' : ` ${number(ways)} 个`}${group}的表达式`,
  expressionSpoken: ({ expression, votes: count, chosen }) =>
    `${expression}：${ofVotes(count)}${chosen ? '，被选中' : ''}`,
  chosenMark: '选中',
  comesTo: (expression, value) => `${expression} = ${value}`,
  asTable: '用表格看',
  table: '各答案的票',
  answer: '答案',
  votes: '票数',
  verdict: '判定',
  writtenAs: '写法',
  makes: '结果',
  chosen: (count) => `${number(count)}（选中）`,
  histogram: '投票直方图',
  tick: (count) => number(count),
  bar: ({ votes: count, share, chosen }) => {
    const text = `${ofVotes(count)} · ${percent(share)}`;
    return chosen ? `选中 · ${text}` : text;
  },
  spokenBar: ({ answer, votes: count, outcome, chosen, forms }) =>
    [
      `${answer}：${ofVotes(count)}`,
      { right: '正确', wrong: '错误', ungraded: '未判分' }[outcome],
      chosen ? '被选中' : '',
      forms > 1 ? `合并了 ${number(forms)} 种写法` : '',
    ]
      .filter((part) => part !== '')
      .join('，'),
};

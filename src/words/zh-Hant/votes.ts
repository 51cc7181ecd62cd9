import type { Words } from '../rooms.ts';
import { number, percent } from './format.ts';

const ofVotes = (count: number) => `${number(count)} 票`;

export const votes: Words['votes'] = {
  oneTrace: '這種推理方法只抽取一條軌跡，所以沒有什麼可投票的。',
  notByVote: '這次執行裡沒有軌跡投票。答案是怎樣選出的，見「發生了什麼」。',
  byScore: '這裡由軌跡的分數決定，而不是由票數。',
  weighed: '每條軌跡按分數計票：答案旁邊是給出它的各條軌跡的分數之和。',
  sum: '分數之和',
  traces: '軌跡數',
  asBar: '長條圖',
  showScores: '查看分數',
  manyTraces: '自我一致性投票抽取很多條，取多數得到的答案。',
  choose: '選自我一致性投票',
  none: '到這一步還沒有軌跡投票。',
  only: (answer) => `目前唯一的一票投給 ${answer}。`,
  unanimous: (count, answer) => `目前的 ${ofVotes(count)}全都投給 ${answer}。`,
  level: (answers, each) => `${number(answers)} 個答案打平，各有 ${ofVotes(each)}。`,
  lead: (counts, answer) => `模型以 ${counts} 投給 ${answer}。`,
  merged: (bars) =>
    bars === 1
      ? '有一條柱合併了寫法不同、意思相同的答案；選中它可以看到是哪些。'
      : `有 ${number(bars)} 條柱合併了寫法不同、意思相同的答案；選中一條可以看到是哪些。`,
  thinking: (count, of) => `${number(of)} 條軌跡中還有 ${number(count)} 條在思考。`,
  withoutAnswer: (count) => `${number(count)} 條軌跡沒有答案，沒有投票。`,
  blocks: (traces) => `每一塊是一條軌跡；虛線是全部 ${number(traces)} 條的一半。`,
  blockOf: ofVotes,
  moreBars: (count) => `再顯示 ${number(count)} 個答案`,
  make: ({ right, of, target, ways }) =>
    right === 0
      ? `${ofVotes(of)}中沒有一票得到 ${target}。`
      : right === 1
        ? `${ofVotes(of)}中有 1 票得到 ${target}。`
        : `${ofVotes(of)}中有 ${ofVotes(right)}得到 ${target}（${number(ways)} 種寫法）。`,
  groupedByPage: '這裡按結果分組；推理方法把每個運算式單獨計票，所以票在它們之間分配。',
  groups: {
    target: (target) => `得到 ${target}`,
    value: (value) => `得到 ${value}`,
    misused: '沒有把每個數正好用一次',
    nothing: '除以了零',
    'no-expression': '不是運算式',
  },
  ofGroup: (group) => `投票直方圖：${group}的`,
  expressionsOf: (group) => `${group}的運算式`,
  each: (count) => `${number(count)} 票`,
  group: ({ votes: count, share, ways }) =>
    `${ofVotes(count)} · ${percent(share)}${ways > 1 ? ` · ${number(ways)} 種寫法` : ''}`,
  spokenGroup: ({ group, votes: count, ways }) =>
    `${ofVotes(count)}投給${ways === 1 ? '一個' : ` ${number(ways)} 個`}${group}的運算式`,
  expressionSpoken: ({ expression, votes: count, chosen }) =>
    `${expression}：${ofVotes(count)}${chosen ? '，被選中' : ''}`,
  chosenMark: '選中',
  comesTo: (expression, value) => `${expression} = ${value}`,
  asTable: '用表格看',
  table: '各答案的票',
  answer: '答案',
  votes: '票數',
  verdict: '判定',
  writtenAs: '寫法',
  makes: '結果',
  chosen: (count) => `${number(count)}（選中）`,
  histogram: '投票直方圖',
  tick: (count) => number(count),
  bar: ({ votes: count, share, chosen }) => {
    const text = `${ofVotes(count)} · ${percent(share)}`;
    return chosen ? `選中 · ${text}` : text;
  },
  spokenBar: ({ answer, votes: count, outcome, chosen, forms }) =>
    [
      `${answer}：${ofVotes(count)}`,
      { right: '正確', wrong: '錯誤', ungraded: '未評分' }[outcome],
      chosen ? '被選中' : '',
      forms > 1 ? `合併了 ${number(forms)} 種寫法` : '',
    ]
      .filter((part) => part !== '')
      .join('，'),
};

import type { Words } from '../rooms.ts';
import { fixed, number, roughPercent } from './format.ts';

const nats = (value: number) => fixed(value, 2);

/** The lens that asks which step decided the answer. */
export const anchorWords: Words['anchorWords'] = {
  how: '每一步都丢掉再重写很多次，每次都让轨迹继续写到答案。保留这一步和换掉这一步，得到的答案差别多大，这一步就有多重要。',
  formula: 'D<sub>KL</sub>( 换成别的步骤时的答案 ‖ 保留这一步时的答案 )，以 nat 计',
  smoothing:
    '每个答案的次数都加上半次推演，这样没出现过的答案只算少见，而不是不可能。点是数值，线是它的 95% 置信区间（自助法）；短竖线是纯属偶然时 100 次里有 95 次不会超过的值。低于它的画成空心。',
  sameMeans:
    '论文用句子嵌入来判断步骤的意思是否不同。这些模型的步骤是精确的：文字不同就是不同的步骤，只有 4 + 9 和 9 + 4 算相同。',
  measure: '重要性',
  measures: {
    counterfactual: '反事实',
    resampling: '重采样',
  },
  measuresAre: {
    counterfactual: '只看写成了别的步骤的情况。',
    resampling: '不管写成什么都算，包括同样的步骤。',
  },
  steps: '轨迹的步骤，以及每一步起了多大作用',
  heads: { step: '步骤', interval: '95% 区间', rollouts: '推演里的情况' },
  interval: ({ low, high }) => `从 ${nats(low)} 到 ${nats(high)}`,
  stepSpoken: ({ place, text, said }) => `第 ${number(place)} 步：${text}。${said}`,
  importance: (value) => nats(value),
  spoken: {
    clear: (value) => `重要性 ${nats(value)}`,
    chance: (value) => `重要性 ${nats(value)}，没有超出偶然`,
    none: '重要性还不知道',
  },
  anchor: '作用最大',
  byChance: '在偶然范围内',
  hardlyAny: ({ different, of }) =>
    different === 0
      ? `每次都这样写（${number(of)} 次中的 ${number(of)} 次）`
      : `${number(of)} 次中只有 ${number(different)} 次写得不同`,
  otherwise: ({ different, of }) => `${number(of)} 次中有 ${number(different)} 次不同`,
  waiting: '…',
  differ: ({ different, of }) => `${number(of)} 次中有 ${number(different)} 次写了别的步骤`,
  rightBy: (change) =>
    `正确率 ${change > 0 ? '+' : change < 0 ? '−' : '±'}${number(Math.abs(change) * 100)} 个百分点`,
  summary: ({ step, text, from, to }) =>
    `第 ${number(step)} 步 <data>${text}</data> 作用最大：在它之前，${roughPercent(from)} 的推演结果正确；在它之后，${roughPercent(to)}。`,
  noAnchor: '没有一步超出偶然：无论从哪里重新接着写，答案都差不多。',

  answers: '从每个位置得到的答案',
  answersAre: '每一列：轨迹从那里接着写会怎样。线是结果正确的份额，带 Wilson 区间。',
  groups: {
    right: '任何正确答案',
    rare: (answers) => `另外 ${number(answers)} 个答案`,
    none: '没有答案',
  },
  column: { begin: '起点', after: (step) => number(step) },
  numbers: '数据',
  place: '位置',
  right: '正确',
  share: ({ share, low, high }) => `${roughPercent(share)}（${number(low * 100)}–${number(high * 100)}）`,
  count: (count) => number(count),

  instead: (step) => `第 ${number(step)} 步写成了什么`,
  insteadCaption: '按写出的次数排列的步骤，以及它们的结果',
  columns: { written: '写成', times: '次数', right: '正确', answer: '最常见的答案', open: '在“试玩”里' },
  ended: '结束了思考',
  ownStep: '这条轨迹',
  outOf: (count, of) => `${number(count)} / ${number(of)}`,
  mostly: ({ answer, count }) => `${answer}（${number(count)}）`,
  open: '从它接着写',
  openOne: (text) => `在“试玩”里从“${text}”接着写`,
  more: (count) => (count === 1 ? '另外 1 个步骤，只写出过一次' : `另外 ${number(count)} 个步骤，更少写出`),
};

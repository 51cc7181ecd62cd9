import type { Words } from '../rooms.ts';
import { number, percent } from './format.ts';

interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const interval = ({ share, low, high }: Share) =>
  `${percent(share)}（${number(low * 100)} 到 ${number(high * 100)}）`;
const tokens = (count: number) => `${number(Math.round(count))} 个 token`;

/** What the outcomes of a sweep say beside accuracy: draws, difficulty, verifiers, waits, prices. */
export const insights: Words['insights'] = {
  tab: '更多图表',
  way: '作答方式',
  solved: '解出的题目',
  tokens,
  count: (value) => number(value),

  draws: '同一次抽取，用更少的样本',
  samples: '样本数',
  mode: '样本取法',
  modes: { expected: '其中任意 k 个', first: '前 k 个' },
  ways: {
    pass: '有一个正确（神谕）',
    majority: '多数投票',
    best: '得分最高',
    weighted: '按得分加权投票',
  },
  drawsNote: {
    expected: (subsets) =>
      `没有重新运行：每个点是取 k 个样本的各种取法的平均。神谕和得分最高是精确值；投票最多取 ${number(subsets)} 种取法，而且总是同样的那些。`,
    first: () => '没有重新运行：每个点就是用 k 个样本、同样的种子运行一次的结果，平票也一样处理。',
  },
  pointNote: (problems, cost) => `${number(problems)} 道题，每道约 ${tokens(cost)}。`,
  fooled: ({ peak, atPeak, atMost }) =>
    `得分最高的选法在 ${number(peak)} 个样本时解出最多，为 ${percent(atPeak)}；用全部样本时为 ${percent(atMost)}：候选越多，其中越常有一个验证器喜欢的错误答案。`,
  oracleGap: ({ atMost, oracle }) =>
    `在全部样本里，${percent(oracle)} 的题目有正确答案；按得分最高能找到 ${percent(atMost)}。`,

  difficulty: '容易的题和难的题',
  difficultyNote:
    '按参考方式的单个样本有多常正确，把题目分成五档，每档题数大致相同（Snell 等 2024）。参考方式本身不列入：分档靠的就是它。',
  bins: '档',
  bin: ({ place, from, to }) => `${number(place)}：pass@1 ${number(from * 100)} 到 ${percent(to)}`,
  armAt: (name, cost) => `${name}，${tokens(cost)}`,
  reference: '参考方式',
  budget: '每题预算',
  bestOfBin: '在这一档解出最多',
  computeOptimal: (share) => `每档用最好的方式，在一半题目上选、在另一半上评：解出 ${interval(share)}。`,

  grid: '并排尝试还是先后尝试',
  gridNote: '星号标出总次数相同时最好的分法。每个份额下面是它的 95% 置信区间和一次运行的花费。',
  parallel: '并排尝试数',
  sequential: '先后尝试数',
  bestOfBudget: '总次数相同时最好',

  byWaits: '按“Wait”次数看答案',
  waits: '“Wait”次数',
  waitsNote: '取自每次运行沿途本会给出的答案。“Wait”较少就结束的运行，保留它的答案。',
  waitNote: ({ mended, broken, ended, runs }) =>
    `${number(runs)} 次运行中，这个“Wait”改对了 ${number(mended)} 次，改错了 ${number(broken)} 次；${number(ended)} 次在此之前已经结束。`,

  roc: '对的轨迹和错的轨迹，按得分',
  rocNote: '每个阈值下，有多少轨迹通过。什么都不懂的验证器落在对角线上。',
  auc: ({ auc, within }) =>
    `一对一错的两条轨迹，对的得分更高的占 ${interval(auc)}（AUC）${within ? `；同一道题之内占 ${interval(within)}` : ''}。`,
  calibration: '把得分当作概率',
  calibrationNote:
    '轨迹按得分分成十段：落在对角线上，说明正确的份额和得分所说的一样。误差线是 95% 置信区间。',
  ece: (error) => `得分平均偏差 ${number(error * 100, 1)} 个百分点（ECE）。`,

  price: '一个正确答案的花费',
  priceNote: '所有结束的运行一共花的 token，除以其中正确的次数。',
  tokensPerRight: 'token',
  noneRight: (runs) => `${number(runs)} 次运行没有一次正确`,
};

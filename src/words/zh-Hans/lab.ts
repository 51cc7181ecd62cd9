import type { Words } from '../rooms.ts';
import { number } from './format.ts';

/** The lab: what the literature claims, and what holds on the models of this page. */
export const lab: Words['lab'] = {
  parts: '实验室的各个部分',
  partNames: { evidence: '证据', sweeps: '扫描', lenses: '分析视角', training: '训练' },
  title: '在这些模型上，什么成立',
  intro: ({ claims, problems }) =>
    `文献里的 ${number(claims)} 条论断，每一条都在随页面附带的小模型上检验：最多 ${number(problems)} 道没有任何模型训练过的题，每种作答方式用同样的题目和种子。`,
  topics: '主题',
  all: '全部主题',
  outcome: '结论',
  anyOutcome: '任何结论',
  sort: '顺序',
  orders: {
    table: '按文献的顺序',
    difference: '差异大的在前',
    unlikely: 'p 值小的在前',
  },
  counted: (count) => `${number(count)} 条论断`,
  none: '这个主题里没有论断得出这样的结论。换一个主题，或选任何结论。',

  howToRead: '怎样看',
  interval95: '点是解出题目的份额；周围的横线是 95% 置信区间（Wilson）。',
  costs: '每种方式的下面：平均每题抽取的 token，乘以模型的参数量（以百万计）。',
  paired:
    '作答方式逐题比较：只有一种答对、另一种答错的题目才能分出高下。p 值用 McNemar 精确检验，双侧，并按 Holm 方法对本页全部论断校正。',
  verdicts: {
    shown: '成立：正确率逐级上升，幅度至少达到预期，而且差异明确（校正后 p 值不超过 0.05）。',
    partly:
      '部分成立：最后一种明确高于第一种，但幅度不够，或没有逐级上升，或论断涉及的步骤中有一步没有上升。',
    unclear: '不明确：最后一种既没有明确高于第一种，也没有明确低于它。',
    opposite: '相反：最后一种明确低于第一种。',
  },
  linkTo: (claim) => `这条论断的链接：${claim}`,
  overview: '全部论断，以及第一种和最后一种方式各解出多少题',
  change: (first, last) => `${first} → ${last}`,
  columns: { way: '作答方式', right: '正确', claim: '论断', change: '第一种 → 最后一种' },
  caption: (claim) => `解出的题目：${claim}`,
  interval: (low, high) => `${number(low * 100)}–${number(high * 100)}`,
  cost: ({ tokens, parameters }) => `${number(tokens)} 个 token ×\u00a0${number(parameters / 1e6, 1)}\u00a0M`,
  compared: ({ first, second, onlyFirst, onlySecond, p }) =>
    `${number(onlySecond)} 道题只有“${second}”答对，${number(onlyFirst)} 道题只有“${first}”答对：${p}。`,
  correctedP: '校正后 p',
  of: ({ problems, date, commit }) => `n = ${number(problems)}，${date} 在 ${commit} 上测量`,

  reproduce: '在这里重现',
  try: '在“试玩”里试其中一道题',
  problem: (place, of) => `第 ${number(place)} 题，共 ${number(of)} 题`,
  parting: (count) =>
    count === 1
      ? '只有这道题，第一种和最后一种方式结果不同。'
      : `共 ${number(count)} 道题，第一种和最后一种方式结果不同，这是其中一道。`,
  noParting: '在每道题上，第一种和最后一种方式的结果都相同。',
  previous: '上一道题',
  next: '下一道题',
  measuredRight: '测量时答对',
  measuredWrong: '测量时答错',
  open: '在“试玩”里打开',
  openOne: (way) => `在“试玩”里打开：${way}`,
  same: '种子就是测量时用的那个：运行它，在任何设备上都会得到同样的 token。',
  fetching: '正在取回题目。',

  curves: '学习曲线',
  curvesAre: '从自己的轨迹中学习的模型，在训练中怎样一步一步学会思考。',
};

import type { Words } from '../rooms.ts';
import { fixed, number, percent } from './format.ts';

const traces = (count: number) => `${number(count)} 条轨迹`;
const sign = (value: number, digits: number) =>
  Number.isNaN(value) ? 'NaN' : `${value > 0 ? '+' : ''}${minus(fixed(value, digits))}`;
const minus = (text: string) => text.replace('-', '−').replace(/^−(0(?:\.0*)?)$/, '$1');
const plain = (value: number, digits: number) => (Number.isNaN(value) ? 'NaN' : minus(fixed(value, digits)));

/** The GRPO lens: a group of traces, what it rewards, and how it would push each token. */
export const grpo: Words['grpo'] = {
  plain,
  signed: sign,
  sources: '公式出自：<grpo>GRPO</grpo>、<r1>DeepSeek-R1</r1>、<dapo>DAPO</dapo>、<dr>Dr. GRPO</dr>。',
  train: '用这个目标函数自己训练一个模型',
  setup: {
    title: '一组轨迹',
    family: '题目类型',
    heldOut: (place, of) => `第 ${number(place)} 道保留测试题，共 ${number(of)} 道`,
    fromLesson: '课程里的题目',
    fromPlay: '“试玩”里那次运行的题目',
    previous: '上一道题',
    next: '下一道题',
    fetching: '正在取回题目。',
    effort: '思考力度',
    efforts: { low: '低', high: '高' },
    size: '组里的轨迹数',
    sample: '采样一组',
    again: '再采样一组',
    stop: '停止',
    stale: '这些轨迹还是改动之前抽取的。',
    takeVote: (count) => `取“试玩”里那次运行的 ${traces(count)}`,
    takeRun: '取“试玩”里那次运行的题目和模型',
  },
  policies: {
    title: '三个策略模型',
    roles: {
      old: '旧：写轨迹的',
      now: '新：被训练的',
      reference: '参考：不能离它太远',
    },
    short: { old: '旧', now: '新', reference: '参考' },
    model: '模型',
    temperature: '温度',
    note: '一次训练里，页面只有开头和结尾的模型，没有中间每次更新的模型。这里用同一个模型配较低的温度，代替更新之后更有把握的模型。',
  },
  rule: {
    title: '目标函数',
    variant: '按照',
    variants: {
      here: '这里的训练',
      grpo: 'GRPO（DeepSeekMath）',
      dapo: 'DAPO',
      'dr-grpo': 'Dr. GRPO',
    },
    ownVariant: '自己的设置',
    clipLow: 'ε，1 以下',
    clipHigh: 'ε，1 以上',
    beta: 'β，KL 项的权重',
    floor: '标准差的下限',
    noFloor: '无',
    length: '固定长度 L 取这里最长轨迹的长度。',
    byDeviation: '除以标准差',
    averaging: '取平均的方式',
    averagings: {
      trace: '先按轨迹内的 token，再按轨迹',
      token: '所有 token 一视同仁',
      constant: '除以固定长度',
    },
  },
  busy: {
    sampling: (done, of) => `${traces(of)}中已写完 ${number(done)} 条。`,
    opening: '正在打开模型。',
    scoring: '各个策略模型正在读轨迹。',
    seeking: (tried, of) => `最多试 ${number(of)} 道题，已试 ${number(tried)} 道。`,
    surveying: (done, of) => `${number(of)} 组中已抽取 ${number(done)} 组。`,
  },
  empty: '选一道题，按“采样一组”：轨迹会实时写出，由规则给奖励，每条轨迹的价值就是它比其他轨迹好多少。',
  group: {
    title: '奖励和优势',
    rewards: ({ right, formed, of }) =>
      `${traces(of)}中 ${number(right)} 条正确，${number(formed)} 条格式正确。`,
    rewardRule: (format) =>
      `格式正确的轨迹因格式得 ${fixed(format, 1)}，答案正确再得 1，一共 ${fixed(1 + format, 1)}：没有模型来评判，所以骗不了谁。`,
    mean: '平均',
    deviation: '标准差',
    sum: '优势之和',
    clipped: '被裁剪的 token',
    clippedOf: (count, of) => `${number(count)} / ${number(of)}`,
    objective: '目标函数',
    kl: 'KL，每个 token 的 nat',
    floored: (floor) => `取下限 ${fixed(floor, 2)}`,
  },
  left: {
    mixed: ({ right, of }) =>
      `有信号：${number(right)} 条正确的会变得更可能，另外 ${number(of - right)} 条变得更不可能。`,
    form: '全都是错的，只有格式不同：这一组只教格式。',
    formFloor: '全都是错的，只有格式不同。下限让这个小差别保持很小。',
    kl: (of) =>
      `${number(of)} 条的奖励全都一样，所以每个优势都正好是 0。只剩下 KL 项：它把新的策略模型拉回参考模型。`,
    nothing: (of) =>
      `${number(of)} 条的奖励全都一样，所以每个优势都正好是 0，又没有 KL 项，什么都不剩：这一组白抽了。这里的训练会略去这样的组。`,
    nan: (of) =>
      `${number(of)} 条的奖励全都一样：0 除以 0。没有下限，优势就不是数（NaN），只要有一组这样，模型的所有权重都会变成 NaN。`,
    same: '新的策略模型就是旧的：每个比值都是 1，目标函数还看不出什么，但梯度看得出：请选“推力”来显示。',
  },
  picture: {
    title: '轨迹，一个 token 一个 token 地看',
    label: (count) => `${traces(count)}，每行一条，每格一个 token。用方向键在 token 之间移动。`,
    colour: '竖条显示',
    shows: {
      advantage: '优势',
      push: '推力（梯度）',
      ratio: '比值，新比旧',
      kl: 'KL 估计',
    },
    keys: {
      push: { up: '向上：变得更可能', down: '向下：变得更不可能' },
      ratio: { up: '向上：新的策略模型认为更可能', down: '向下：更不可能' },
    },
    clipped: '底部的标记：被裁剪',
    times: (ratio) => `× ${fixed(ratio, 2)}`,
    scale: (most) => `满高：${most}`,
    columns: { trace: '轨迹', reward: '奖励', advantage: '优势', tokens: 'token' },
    verdicts: { right: '正确', wrong: '错误', unformed: '格式不对', open: '正在写' },
    row: (place) => `轨迹 ${number(place)}`,
  },
  token: {
    title: (token, of, trace) => `轨迹 ${number(trace)}，第 ${number(token)} 个 token，共 ${number(of)} 个`,
    previous: '上一个 token',
    next: '下一个 token',
    traceUp: '上一条轨迹',
    traceDown: '下一条轨迹',
    policy: '策略模型',
    log: 'log π',
    chance: 'π',
    ratio: '比值',
    isClipped: '被裁剪：它的收益不产生梯度',
    klPushes: '只有 KL 项',
    notClipped: '没有被裁剪',
    gain: '收益',
    kl: 'KL（k3）',
    term: '它的一项',
    push: '对 log π 的推力',
    chanceOf: (logarithm) => percent(Math.exp(logarithm), 1),
  },
  formula: {
    objective: '目标函数，以及这一组的值',
    advantage: '这条轨迹的优势',
    token: '这个 token：比值、收益和 KL 估计',
  },
  even: {
    title: '当结果全都一样',
    about: '一组轨迹靠差异来教。在保留测试题里找一道这个策略模型总能解出、或从来解不出的题。',
    seek: { 'all-right': '找全对的一组', 'all-wrong': '找全错的一组' },
    none: {
      'all-right': (tried) =>
        `${number(tried)} 道题里没有一道全对。降低旧策略模型的温度、换一个模型或题目类型，也许能找到。`,
      'all-wrong': (tried) =>
        `${number(tried)} 道题里没有一道全错。提高旧策略模型的温度、换一个模型或题目类型，也许能找到。`,
    },
  },
  survey: {
    title: '在许多题目上',
    about: (count, size) =>
      `${number(count)} 道保留测试题，每道 ${traces(size)}：有多大份额的组既有对的也有错的，因而有信号？DAPO 会一直采样，直到每一组都有。`,
    start: '抽取这些组',
    measured: ({ mixed, of }) => `${number(of)} 组中有 ${percent(mixed / of)} 有信号。`,
    ends: ({ right, wrong }) => `${number(right)} 组全对，${number(wrong)} 组全错。`,
    expected: ({ share, expected }) =>
      `所有轨迹中有 ${percent(share)} 正确；如果每道题一样难，那么 1 − p^G − (1 − p)^G = ${percent(expected)} 的组会有对有错。`,
    unequal: '题目有难有易，所以处在两端的组比曲线所说的多。',
    form: (count) => `全错的组里，有 ${number(count)} 组的格式有差别。`,
    picture: '各组按其中正确轨迹的条数分布',
    axis: '组里的正确轨迹',
    curve: '线：每道题一样难时',
    rights: '正确',
    groups: '组数',
    equallyHard: '如果一样难',
    table: '列成表格',
    some: (groups) => fixed(groups, 1),
  },
};

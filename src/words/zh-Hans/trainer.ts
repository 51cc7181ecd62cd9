import type { Words } from '../rooms.ts';
import { fixed, number, percent } from './format.ts';

const time = (seconds: number): string => {
  if (seconds < 1.5) return '1 秒';
  if (seconds < 90) return `${number(seconds)} 秒`;
  return seconds < 5400 ? `${number(seconds / 60)} 分钟` : `${number(seconds / 3600)} 小时`;
};
const steps = (count: number) => `${number(count)} 步`;
const cores = (count: number) => `${number(count)} 个核心`;
const minus = (text: string) => text.replace('-', '−');
const signed = (value: number) => `${value > 0 ? '+' : ''}${minus(fixed(value, 2))}`;
const tokens = (count: number) => `${number(Math.round(count))} 个 token`;
const moment = new Intl.DateTimeFormat('zh-Hans', { dateStyle: 'medium', timeStyle: 'short' });
const date = new Intl.DateTimeFormat('zh-Hans', { dateStyle: 'medium' });

/** Reinforcement learning in the page: set up, watched, and what was made of it. */
export const trainerWords: Words['trainerWords'] = {
  title: '自己训练',
  intro:
    '就在这个标签页里，对一个真正的模型做强化学习。模型写出轨迹，一条规则奖励其中一些，得到奖励的以后就更可能写出。没有人教它怎样思考：看思考怎样出现。',
  all: '全部训练',
  trainIt: '自己训练',
  trainItIs: (count) =>
    `用这台设备的 ${cores(count)}，标签页隐藏时也在进行。什么都不会离开它，到时自己结束。`,
  what: ({ model, steps: count, traces }) => `${model}：${steps(count)}，每步 ${number(traces)} 条轨迹`,
  machine: (count) => (count === null ? '另一台设备' : `另一台设备（${cores(count)}）`),
  oneGoes: '有一次训练正在进行。去看看。',
  recorded: ({ when, machine, seconds }) => `${when}在${machine}上录制，用了 ${time(seconds)}。`,
  recordedChip: '录制',
  liveChip: '实时',
  notKept: '这个浏览器不为这个页面保留任何东西，所以页面一关，训练就没有了。想留下的请导出。',
  when: (at) => moment.format(at),
  day: (at) => date.format(at),

  panels: {
    accuracy: '正确答案',
    reward: '每条轨迹的奖励',
    length: '轨迹的长度',
    thinking: '会思考的轨迹',
    kl: '离起点的距离（KL）',
    silent: '没有信号的组',
  },
  panelValues: {
    accuracy: (share) => percent(share),
    reward: (value) => minus(fixed(value, 2)),
    length: tokens,
    thinking: (share) => percent(share),
    kl: (nats) => `${minus(fixed(nats, 3))} nat`,
    silent: (share) => percent(share),
  },
  lineNames: { measured: '保留测试题', sampled: '采样' },
  notMeasured: '没有测量：β 是 0',
  share: (share) => percent(share),
  tick: (value) => minus(number(value, 3)),
  panelsAre:
    '绿色粗线：保留测试题，每道都取概率最大的 token 来作答。其余：每一步抽取的轨迹的平均；细线是原样，较粗的线平均掉了噪声。没有信号：一组轨迹的奖励全都一样，什么也教不了。',
  atStep: ({ step, of, clauses }) =>
    `第 ${number(step)} 步，共 ${number(of)} 步${clauses.length > 0 ? `：${clauses.join('，')}` : ''}。`,
  clauses: {
    accuracy: (share) => `保留测试题正确 ${percent(share)}`,
    sampled: (share) => `采样的轨迹正确 ${percent(share)}`,
    reward: (value) => `奖励 ${minus(fixed(value, 2))}`,
    length: (count) => `每条轨迹 ${tokens(count)}`,
    thinking: (share) => `会思考的轨迹 ${percent(share)}`,
    kl: (nats) => `每个 token 离起点 ${minus(fixed(nats, 3))} nat`,
    silent: (share) => `没有信号的组 ${percent(share)}`,
  },
  step: (step, of) => `第 ${number(step)} / ${number(of)} 步`,
  play: '播放',
  pausePlay: '暂停播放',
  latest: '最新一步',
  cursor: '正在看的步',

  watched: '同一道题，一再作答',
  watchedIs: '每一步之后，模型都再做一遍这道题，总是取概率最大的 token。',
  watchedAt: (step) => (step === 0 ? '训练之前' : `第 ${number(step)} 步之后`),
  noThought: '没有思考：直接作答。',
  right: '正确',
  wrong: '错误',
  watchedLater: '第一次作答马上就来。',

  group: '这一步的一组',
  groupOf: (step) => `第 ${number(step)} 步的一组`,
  groupIs:
    '这一步的一道题，和模型为它写的轨迹。一条轨迹的价值，是它的奖励比其他轨迹的平均高多少或低多少：这就是它的优势。',
  noGroup: '这一步没有保留一组轨迹。',
  columns: { reward: '奖励', advantage: '优势', text: '它写了什么' },
  reward: (value) => minus(fixed(value, 2)),
  advantage: signed,
  silentGroup: '奖励全都一样，所以每个优势都是 0：这一组什么也教不了。',
  moreTraces: (count) => `全部 ${number(count)} 条轨迹`,
  fewerTraces: '少看几条',

  phases: {
    starting: '正在取模型。',
    training: '正在训练',
    yielding: '正在等“试玩”里的运行，处理器核心先给它用',
    pausing: '正在暂停：等这一步做完',
    stopping: '正在暂停',
  },
  progress: (done, of) => `${number(done)} / ${steps(of)}`,
  left: (seconds) => `大约还要 ${time(seconds)}`,
  took: (seconds, count) =>
    count === null ? `用了 ${time(seconds)}` : `用 ${cores(count)}做了 ${time(seconds)}`,
  hiddenTitle: (step, of, page) => `${number(step)}/${number(of)} · ${page}`,
  pause: '暂停',
  pauseNow: '立即暂停',
  goOn: '继续',
  goOnMore: (count) => `继续：再做 ${steps(count)}`,
  paused: '已暂停。会从这里继续。',
  brokeOff: (step) =>
    step === 0 ? '它中断了，还没有保留过状态：会重新开始。' : `它中断了。会从第 ${number(step)} 步继续。`,
  finished: (count) => `完成：${steps(count)}。`,
  diverged: (step) =>
    `第 ${number(step)} 步之后的梯度不是数，所以模型保持原样。请用更小的学习率，或更大的标准差下限，重新训练。`,
  elsewhere: '这个浏览器的另一个标签页正在做它。那个标签页关闭或暂停之后，可以在这里继续。',
  gone: '这个浏览器里没有这次训练：它被删除了，或者保留在另一个浏览器里。',
  kept: '已经做出来的都还在：曲线，还有最后一步的模型。',
  milestones: {
    accuracy: (share, step) => `第 ${number(step)} 步之后，保留测试题正确 ${percent(share)}。`,
    thinking: (step) => `从第 ${number(step)} 步起，多数轨迹先思考再作答。`,
    finished: (count) => `训练完成：${steps(count)}。`,
    paused: (step) => `训练在第 ${number(step)} 步之后暂停。`,
  },
  fromTo: (from, to) => `保留测试题正确 ${percent(from)} → ${percent(to)}`,

  modelOf: (step) => (step === 0 ? '最初的模型' : `第 ${number(step)} 步之后的模型`),
  modelNearest: (step) =>
    step === 0
      ? '这一步的模型已经不在手边：这是训练开始时的模型。'
      : `这一步没有保留模型：这是第 ${number(step)} 步之后的。`,
  noModel: '录制的训练不保留模型。自己训练一次，任何一步的模型都可以拿来用。',
  modelName: (name, step) => `${name}，第 ${number(step)} 步`,
  modelDescription: (name, step) => `在页面里从 ${name} 训练了 ${steps(step)}。`,
  use: '在“试玩”里使用',
  compare: '与第 0 步比较',
  sweep: '用一百道题比较',
  sweepTitle: (step) => `训练到第 ${number(step)} 步，与最初相比`,
  keepModel: '保留这个模型',
  modelIsKept: (name) => `“${name}”已保留。它在“模型”里，也可以在“试玩”里选用。`,
  exportModel: '导出为文件夹',
  branch: '从这里继续训练',
  branchIs: '另一次训练，从这个模型开始，可以用别的设置。',
  busy: '“试玩”里有一次运行正在进行。结束后就可以按这些。',
  opening: '正在准备模型。',

  setUp: '设置',
  allSettings: '全部设置',
  titled: (preset, model) => `${preset}：${model}`,
  preset: '开始于',
  presetOwn: '自己的设置',
  groups: { from: '从什么学习', reward: '奖励', objective: '目标函数' },
  changed: (count) => `改动了 ${number(count)} 项设置。`,
  reset: '还原',
  copyLink: '复制链接',
  copied: '链接已复制。它带着全部设置：同样的设置在任何设备上都给出同样的曲线。',
  notCopied: '浏览器不让页面复制。现在这个页面的地址就是链接。',
  linkFailed: '这个训练链接读不了：它被截短了、损坏了，或者来自更新版本的页面。',
  fromLink: '这些设置来自链接。在你同意之前什么都不会运行。',
  seed: (seed) => `种子 ${seed}`,
  freshSeed: '换一个种子',
  sameCurve: '同样的设置和种子，在任何设备上都给出同样的曲线。',
  amount: (value) => minus(number(value, 5)),
  on: '是',
  off: '否',

  yours: '你的训练',
  noneYet: '还没有。按上面的按钮；做出来的会留在这里，直到你删除。',
  fleeting: '没有保留',
  rename: '重命名',
  name: '名称',
  keep: '保留',
  delete: '删除',
  exportTraining: '导出',
  exportTrainingIs: '曲线，以及可以继续的状态，在一个文件里',
  again: '改动设置',
  actionOn: (action, title) => `${action}：${title}`,
  deleted: (title) => `“${title}”已删除。`,
  undo: '撤销',
  dismiss: '关闭',
  openFile: '打开文件',
  fileFailed: '这个文件不是在这里导出的训练，或者损坏了。',
  modelFailed: '模型没有准备好。请再试一次，或换一步。',
};

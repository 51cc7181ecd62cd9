import type { Words } from '../rooms.ts';
import { fixed, list, number, percent } from './format.ts';

const time = (seconds: number): string => {
  if (seconds < 1.5) return '1 秒';
  if (seconds < 90) return `${number(seconds)} 秒`;
  if (seconds < 5400) return `${number(seconds / 60)} 分钟`;
  return seconds < 172_800 ? `${number(seconds / 3600)} 小时` : `${number(seconds / 86_400)} 天`;
};
const cores = (count: number) => `${number(count)} 个核心`;
const moment = new Intl.DateTimeFormat('zh-Hans', { dateStyle: 'medium', timeStyle: 'short' });

/** Sweeps: many runs, and what they say together. */
export const sweepWords: Words['sweepWords'] = {
  title: '扫描',
  intro: '扫描用几种作答方式做同一批题，并统计结果。它用上你设备的所有处理器核心，你做别的事时也在运行。',
  all: '全部扫描',
  notKept: '这个浏览器不为这个页面保留任何东西，所以页面一关，扫描就没有了。想留下的请保存。',
  questions: '可以从这些问题开始',
  presets: {
    'accuracy-against-n': {
      title: '四种推理方法：正确率随 N 的变化',
      does: '在 24 点上比较多数投票、N 选最佳、加权投票和束搜索：样本更多有什么好处，旁边是知道哪个样本正确的神谕。束搜索抽取自己的步骤，所以可能高于神谕。',
    },
    voting: {
      title: '投票有用吗？',
      does: '在算术上，用最多 32 个样本投票，与抽取一条思维链、一条贪心的思维链比较。',
    },
    'equal-tokens': {
      title: '花同样的 token：投票、N 选最佳，还是搜索？',
      does: '在 24 点上，最多 64 个样本的投票与挑选、思维树和蒙特卡洛树搜索，放在同一条 token 轴上。',
    },
    verifiers: {
      title: '用哪个验证器？',
      does: '同一批样本，分别由过程奖励模型、结果奖励模型、模型自己的价值头和规则来挑选。',
    },
    waits: {
      title: '该等多久？',
      does: '最多强制四次“Wait”，一个模型从弯路中学习，另一个从捷径中学习。',
    },
  },
  presetArms: { sampledChain: '抽取一条思维链', greedyChain: '一条贪心的思维链', vote: '32 票表决' },
  run: '运行',
  runOne: (title) => `运行：${title}`,
  change: '先改一改',
  changeOne: (title) => `先改一改：${title}`,
  byHand: '自己设置一次扫描',
  size: ({ arms, problems, runs }) =>
    `${number(arms)} 种方式 × ${number(problems)} 道题：${number(runs)} 次运行`,
  roughly: (seconds, count) => `用 ${cores(count)}大约 ${time(seconds)}`,

  openFile: '打开文件',
  dropHere: '把结果文件拖到这里',
  files: '可以是在这里或用命令行保存的扫描；测量内容相同的，会并入已有的结果。',
  cut: '文件的最后一行没有写完，已略去。',
  fileFailure: {
    'no-results-file': '这不是扫描的文件：第一行应当是一次扫描。',
    'results-too-big': '这个文件太大，在这里读不了。',
    'results-unreadable': '这个文件不能作为文本读取，或者压缩部分损坏了。',
    'results-newer': '这个文件由更新版本的页面写成。请重新加载页面，再试一次。',
  },
  fileLine: (line, why) =>
    ({
      'no-json': `文件的第 ${number(line)} 行不是 JSON。`,
      'not-as-written': `文件的第 ${number(line)} 行不是这种文件里该有的内容。`,
      'no-such-run': `文件的第 ${number(line)} 行属于一次运行，而它的扫描里没有这次运行。`,
    })[why],
  linkFailed: '这个扫描的链接读不出来：它被截短了、损坏了，或由更新版本的页面制作。',

  kept: '你的扫描',
  noneKept: '还没有。运行上面的一个问题；它会留在这里，直到你删除。',
  columns: { sweep: '扫描', runs: '运行', when: '上次改动', actions: '操作' },
  progress: (done, of) => `${number(done)} / ${number(of)}`,
  untitled: ({ arms, problems }) => `${number(arms)} 种方式，${problems}`,
  fleeting: '不保留',
  when: (at) => moment.format(at),
  open: '打开',
  rename: '改名',
  name: '名称',
  keep: '保留',
  duplicate: '创建副本',
  delete: '删除',
  actionOn: (action, title) => `${action}：${title}`,
  deleted: (title) => `“${title}”已删除。`,
  undo: '撤销',
  dismiss: '知道了',

  setUp: '设置扫描',
  opened: '这次扫描来自链接。你开始之前，什么都不会运行。',
  problems: '题目',
  arms: '作答方式',
  armsAre: '每种方式都做每一道题，用同样的种子。',
  remove: '删除',
  addFromPlay: '加入“试玩”里的设置',
  addFromPlayIs: (what) => `${what}：任何设置都可以在那里改。`,
  onlyJudges: '“试玩”里的设置已经在里面了。',
  axes: '用几条轴来生成',
  axesAre: '你所选内容的每一种组合；其他设置都取第一种方式的。结果相同的会略去。',
  models: '模型',
  strategiesAxis: '推理方法',
  vary: '变化一项设置',
  noSetting: '无',
  values: '取值，用逗号分隔',
  makes: (count) => `这样得到 ${number(count)} 种方式。`,
  leftOut: (count) => `略去了 ${number(count)} 种组合`,
  leftOutWhy: {
    same: '和另一种完全相同',
    unfit: '不适用于模型或题目',
    invalid: '超出设置的范围',
    'no-setting': '这里没有推理方法有这项设置',
    'too-many': '超过一次扫描的上限',
  },
  takeThese: '使用这些',
  repeats: '重复次数',
  repeatsAre: '每道题作答几次，每次用不同的种子。',
  budget: '每次运行的 token',
  budgetIs: '0 表示不限。',
  model: '模型',
  strategy: '推理方法',
  value: (value) => number(value, 3),
  comma: '，',
  settingIs: (name, value) => `${name} ${value}`,
  budgetOf: (tokens) => (tokens === 0 ? '不限' : `${number(tokens)} 个 token`),
  ownHead: (kind) => `自己的价值头（${kind}）`,
  by: (way, judge) => `${way}（评判：${judge}）`,
  cannot: {
    'no-problems': '没有题目可做。',
    'too-many-runs': '运行次数超过一次扫描的上限。',
    arm: (name, why) => `“${name}”做不了这些题：${why}`,
    'same-arms': (name, other) => `“${name}”和“${other}”的计算完全相同：比较它们毫无意义。`,
  },
  instead: (model) => `改用 ${model}`,
  armCannot: {
    'unknown-model': '没有这样的模型。',
    'only-judges': '它的模型是训练来评判的，自己不会写。',
    'other-family': '它的模型没有在这类题目上训练过。',
  },

  phases: {
    starting: '正在取回模型。',
    running: '正在运行',
    yielding: '“试玩”里的运行占用着核心，正在等待',
    pausing: '正在暂停：等已经开始的做完',
  },
  rate: (runs) => `每秒 ${runs < 10 ? fixed(runs, 1) : number(runs)} 次运行`,
  left: (seconds) => `大约还剩 ${time(seconds)}`,
  done: (runs) => `完成：${number(runs)} 次运行`,
  brokeOff: '它没有做完。',
  cancelled: '已取消。之前的结果都保留着。',
  pause: '暂停',
  goOn: '继续',
  cancel: '取消',
  elsewhere: '这个浏览器的另一个标签页正在运行它。等那边关闭或暂停之后，就可以在这里继续。',
  gone: '这个浏览器里没有这次扫描：它被删除了，或保留在另一个浏览器里。',
  copyLink: '复制链接',
  copied: '链接已复制。它包含这次扫描，不含结果。',
  notCopied: '浏览器不让页面复制。链接就是这个页面现在的网址。',
  linkTooBig: '它太大，放不进链接：请保存为文件。',
  save: '保存',
  saveIs: '全部结果，每行一个 JSON',
  moreProblems: (count) => `增加到 ${number(count)} 道题`,
  moreRepeats: (count) => `重复到 ${number(count)} 次`,
  duplicated: '改一个副本',
  failedRuns: (count) => `${number(count)} 次运行失败，既不算正确也不算错误。`,
  again: (problems) => `在这里运行 ${number(problems)} 道题`,
  againIs: '用已发布表格里的题目、种子和设置，在这台设备上运行。',
  published: '已发布',
  here: '这里',
  ofProblems: (count) => `${number(count)} 道题`,
  sameAsPublished: (same, of) =>
    same === of
      ? `${number(of)} 次运行的结果全部和已发布的相同。`
      : `${number(of)} 次运行中有 ${number(same)} 次的结果和已发布的相同。`,
  openSweep: '这次扫描的全部内容',
  luck: '这样答对的机会有多大？',
  luckIs: (how) => `${how}，做 50 道保留测试题，每道题用自己的种子。`,
  luckOnOne: (how) => `${how}，在这道题上做 50 次，每次换一个种子。`,
  luckTitle: (how) => `这样答对的机会有多大？${how}`,
  lookCloser: '细看这次运行',
  ways: {
    pass: '样本神谕（已知答案的上限，pass@N）',
    majority: '多数投票',
    best: 'N 选最佳',
    weighted: '加权投票',
  },
  currencies: {
    tokens: '每题生成的 token',
    'token-parameters': '每题 token × 参数',
    forwards: '每题前向计算次数',
    seconds: '每题在一个核心上的秒数',
  },
  currency: '计算量',
  tabs: '图',
  tabNames: { accuracy: '正确率', matrix: '题目', paired: '比较' },
  accuracyTitle: '解出的题目，按每题花的计算量',
  amountTitle: (amounts) => `解出的题目，按${list(amounts)}`,
  amountAxis: (amounts) => `${list(amounts)}（N）`,
  samples: '样本数',
  finding: ({ first, best, others, problems, better, worse, repeated, p }) =>
    `${[best, ...others, first].map(({ name, solved }) => `${name}：${percent(solved)}`).join('；')}。${number(problems)} 道题里，“${best.name}”和“${first.name}”相比，${
      repeated
        ? `有 ${number(better)} 道解出的次数更多，${number(worse)} 道更少`
        : `解出了对方没解出的 ${number(better)} 道，反过来有 ${number(worse)} 道`
    }（${p}，已按 Holm 方法对所有方式校正）。`,
  withSamples: (name, samples) => `${name}，N = ${number(samples)}`,
  barsAre: '误差线是按题目计算的 95% 置信区间。',
  pointNote: (amount, problems) =>
    `${amount === null || !Number.isFinite(amount) ? '' : `N = ${number(amount)}，`}${number(problems)} 道题`,
  drawnFrom:
    '每个 N 的投票、N 选最佳、加权投票和神谕，都由同一次抽取的样本算出，没有为它们重新运行。误差线是按题目计算的 95% 置信区间。',
  solved: '解出',
  number: (value) => (value < 10 ? number(value, 2) : number(value)),
  onlyDiffering: '只看有差异的',
  matrixIs: '点一个格子，就在“试玩”里打开那次运行。如果上面选了另一种方式，就停在对方没有的第一个 token 处。',
  matrixCaption: '每种方式解出了哪些题',
  part: '停在与它分开的地方',
  partNone: '无：显示整次运行',
  partsHere: ({ against, wrote, instead }) =>
    `停在这里，因为“${against}”在此与它分开：这次运行写的是“${wrote}”，对方${instead === null ? '在这里什么也没写' : `写的是“${instead}”`}。`,
  opening: '正在寻找两者在哪里分开。',
  against: '对照',
  comparedIs: '逐题比较，用精确的配对检验；p 值按 Holm 方法对所有比较的方式校正。',
  betterColumn: '只有它答对',
  worseColumn: '只有对方答对',
  difference: '差异',
  points: (share) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${number(Math.abs(share * 100), 1)} 个百分点`,
  oneWay: '比较需要两种作答方式。请改一个副本，再加一种。',
  needs:
    '扫描里有相应内容时，这里就会出现图。按难度看哪种方式最好：要有两种方式和十道题。并排尝试与先后尝试：要有两者次数各不相同的方式，例如几种宽度的束搜索和顺序修订。“Wait”：要有预算强制。验证器有多好：要有由它评判的样本。',
  nothingYet: '还没有结果。',
  unexplained: ({ code }) => `它停止了：${code}。`,
  percent: (share) => percent(share),
  names: (names) => list(names),
};

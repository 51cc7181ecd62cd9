import type { Words } from '../rooms.ts';
import { bytes, number, roughPercent } from './format.ts';

/** Two digits of a difference that may be a hundredth of a thousandth. */
const shareOfSpread = (difference: number | null) =>
  difference === null ? '数字说不清的程度' : roughPercent(difference);

export const modelList: Words['modelList'] = {
  all: '全部模型',
  origins: '模型来自哪里',
  exact: '每个人得到同样的 token：它的计算在任何设备上都精确到每一位。',
  inexact: '不同设备的结果可能不同：GPU 上的计算不是精确到每一位的。',
  mayNotFit: (name) => `${name}（不适用）`,

  trainIt: '自己训练它',
  embeddedIntro:
    '由本项目训练，各自只会一类题目。它们在任何设备上都能运行，马上就能开始，每个人得到同样的 token。',
  offline: '没有网络时',
  keptOffline: ({ kept, of }) =>
    kept === of
      ? '这个页面和它的所有模型不联网也能用。'
      : `这个页面不联网也能用，它的 ${number(of)} 个模型里用过的 ${number(kept)} 个也能用。`,
  keepAll: (size) => `全部保留（${bytes(size)}）`,
  stopKeeping: '停止',
  notKept: '没能全部取到。取到的都保留了。',
  verifiers: '验证器',
  verifiersWhat: '它们评判模型的思考，自己不思考。在设置的“验证器”里选择。',
  parameters: (amount) => `${amount}参数`,
  hasValueHead: '会说一个想法有多大希望',
  judges: { process: '评判每一步', outcome: '评判结果' },
  use: '使用',
  takeOne: (name) => `使用 ${name}`,
  inUse: '正在使用',
  chosenInVain: '已选，无法运行',

  gpuIntro:
    '通用的语言模型，参数从五亿起。它们能回答文字题，也能做这个页面的每一种题。每个模型在你要求时下载一次；思考都在这台设备上进行。',
  lookAgain: '再看一次',
  reload: '重新加载页面',
  own: '自己的模型',
  sizes: {
    small: '参数不到 10 亿',
    medium: '10 到 20 亿',
    large: '30 到 40 亿',
    largest: '70 到 90 亿',
    huge: '更大',
  },
  contrast: (count) => `用来对比：${number(count)} 个听从指令、没有训练过推理的模型`,
  reasons: '会推理',
  sizeUnknown: '大小未知',
  toDownload: (count) => `大约要下载 ${bytes(count)}`,
  memory: (count) => `${bytes(count)} 显存`,
  context: (tokens) => `上下文 ${number(tokens)} 个 token`,
  stored: (count) => `在这台设备上，${bytes(count)}`,
  storedInPart: (count) => `已有 ${bytes(count)}；其余的还可以取回`,
  version: (name) => `${name} 的版本`,
  recommended: (precision) => `${precision}（适合这里）`,
  precision: ({ floats, bits }) => (bits === '0' ? `f${floats}，未量化` : `f${floats}，权重 ${bits} 位`),
  fullPrecision: '用 f32 版本',

  fits: '<b>适合这台设备。</b>',
  mayNotWork: (why) => `<b>可能用不了。</b>${why}`,
  doesNotFit: (why) => `<b>不适用。</b>${why}`,
  cannotRun: '在这里无法运行：没有 GPU。',
  remove: '删除',
  removeOne: (name) => `删除 ${name}`,
  removing: '正在删除',
  keep: '保留',
  askRemove: (name) => `删除 ${name}？`,
  removeStored: ({ name, size }) => `删除 ${name}，腾出 ${bytes(size)}？以后可以再下载。`,
  removeOwn: (name) => `把 ${name} 从列表里去掉？以后要重新填写表单。`,
  removeOwnStored: ({ name, size }) => `删除 ${name}，腾出 ${bytes(size)}？以后要重新填写表单。`,

  factNames: {
    parameters: '参数',
    size: '大小',
    context: '上下文',
    runsOn: '运行在',
    speed: '速度',
    driver: '运行方式',
    weights: '权重',
    verifier: '验证模型',
    discriminator: '二次采样由谁做',
  },
  contextTokens: (tokens) => `${number(tokens)} 个 token`,
  speedLater: '运行一次后才知道',
  speed: (speed) => `每秒 ${speed} 个 token，在这次运行中测得`,
  drivers: { batched: '多段文本同时', sequential: '一段接一段' },
  samplings: {
    gpu: '概率大的 token 在 GPU 上挑出，这一点也检查过。',
    processor: 'token 在处理器上抽取。',
  },
  driverReasons: {
    checked: ({ difference }) =>
      `各个序列一起计算，共用相同的部分。加载模型时检查过：分叉和成批计算的 logits 与单独计算的相比，差异不超过其分布范围的 ${shareOfSpread(difference)}。`,
    'wrong-logits': ({ difference }) =>
      `分叉和成批计算的结果与单独计算的不同：logits 的差异最大达到其分布范围的 ${shareOfSpread(difference)}。`,
    'running-state': () => '这个模型还带有运行状态，只能在末尾分叉；各个序列一个接一个计算。',
    'sliding-window': () => '这个模型会忘掉长文本的开头，所以两个序列不能共用它。',
    'missing-functions': ({ functions }) => `模型的库缺少成批计算所需的函数（${functions.join(', ')}）。`,
    'unknown-build': () => '这个版本的 WebLLM 不是成批计算所需的构建方式。',
    'step-refused': () => 'GPU 拒绝了对多个序列的一步计算。',
    'library-ended': () => '模型的库在成批计算多个序列时停止了。',
    'by-choice': () => '没有采用成批计算。',
    'as-saved': (saved) => saved.text,
  },
  secondModel: (name) => `${name}，权重 <hash></hash>`,
};

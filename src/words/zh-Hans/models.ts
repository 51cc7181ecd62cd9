import type { Words } from '../language.ts';
import { bytes, list } from './format.ts';

export const models: Words['models'] = {
  about: {
    countdown: '从符号老师那里学会了 24 点和 Countdown。',
    'countdown-early': '同一个模型，只训练了三分之一：思维链更弱，所以搜索更值得。',
    'countdown-journey': '从旅程中学习：“Wait”让它在失败处重新开始，在没失败处再确认一遍。它能评判一个步骤。',
    'countdown-rl': '旅程模型经过强化学习：答对才有奖励，于是想得更久，“Wait”也更多。',
    'countdown-small': '三分之一大小，单独用很弱：和大模型并排，看搜索能让它做到什么。',
    'countdown-large': '是小模型的十五倍：和搜索的收益并排，看规模值多少。',
    arithmetic: '学会了乘积之和，会出错，会检查，也会说“Wait”。',
    'arithmetic-base': '会思考，但大多像语料那样马上作答；多数是错的。',
    'arithmetic-zero': '基础模型只经过强化学习：答对才有奖励，于是它思考。',
    'arithmetic-evolved': '基础模型模仿自己做对的轨迹，共六轮：没人给它看过解题过程。',
    'arithmetic-sft': '基础模型在老师的轨迹上微调：总会思考，要求多想时还会检查。',
    'arithmetic-r1': '微调，强化学习，在自己做对的轨迹上再微调，再强化学习。',
    'arithmetic-journey': '基础模型在失误、检查和改正上微调：“Wait”越多，答案越好。',
    'arithmetic-shortcut': '基础模型在同样多、一次就做对的轨迹上微调：没见过失误，也没见过“Wait”。',
    'arithmetic-small-distilled': '三分之一大小，在 R1-Zero 式模型做对的轨迹上微调。',
    'arithmetic-small-rl': '直接从小的基础模型做强化学习，它几乎得不到奖励：几乎什么也没学到。',
    puzzles: '学会了文字题、方程、骑士与无赖，都用一种小语言写成。',
    'countdown-prm': '从解得好和解得差的对局里学习，每一步都有标签。',
    'arithmetic-prm': '从 SFT 模型写的解答里学习，每一步都有标签。',
    'arithmetic-orm': '从同样的解答里学习，只知道每个答案对不对。',
  },
  facts: '关于这个模型',
  where: { embedded: '随页面附带', gpu: '在你的 GPU 上', remote: '在服务器上' },
  runs: { embedded: '随页面附带。', gpu: '在你的 GPU 上运行。', remote: '在服务器上运行。' },
  notAgreed: (host) => `在你同意之前，不会向 ${host} 发送任何请求。`,
  looking: '正在查看这台电脑能运行什么。',
  doubt: {
    software: '浏览器没有用 GPU，而是用处理器来计算：结果正确，但慢几百倍。',
    memoryUnknown: '没有人说过它需要多少显存。',
    muchMemory: (count) => `它需要大约 ${bytes(count)} 显存；浏览器不会说一共有多少。`,
  },
  misfit: {
    noWebGpu: '这个模型需要 GPU，而浏览器没有把它提供给这个页面：这里没有 WebGPU。',
    noAdapter: '这个模型需要 GPU，而浏览器找不到能用的。',
    noAnswer: '这个模型需要 GPU。浏览器被问到时没有应答；可以再问一次。',
    no16Bit: '这个 GPU 不能用 16 位数计算（shader-f16）。换一个用 32 位（f32）计算的模型。',
    no16BitButVariant: '这个 GPU 不能用 16 位数计算（shader-f16）。用这个模型的 f32 版本。',
    lacksFeatures: (features) => `这个 GPU 缺少 ${list(features)}。换一个模型。`,
    weakGpu: '这个 GPU 提供的比 WebLLM 运行任何模型所需的都少。更新浏览器和显卡驱动程序，或者换一台电脑。',
    largeWeight: ({ size, most }) =>
      `它最大的一块有 ${bytes(size)}；WebLLM 在这个 GPU 上一次最多能用 ${bytes(most)}。换小一点的模型，或权重为 4 位（q4）的版本。`,
    noSpace: ({ needed, free }) =>
      `它在这台电脑上需要 ${bytes(needed)}；浏览器只再给这个页面 ${bytes(free)}。腾出磁盘空间，或删除一个下载过的模型。隐私窗口给的比普通窗口少。`,
  },
  unlisted: (model) => `页面没有叫 ${model} 的模型。请另选一个。`,
};

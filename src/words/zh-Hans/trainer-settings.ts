import type { Words } from '../rooms.ts';

export const trainerSettings: Words['trainerSettings'] = {
  presets: {
    zero: {
      title: '只有奖励，如 R1-Zero',
      does: '一个多半靠猜的基础模型，只奖励格式正确的正确答案。它会开始思考。',
    },
    sft: {
      title: '微调之后，如 R1',
      does: '先看过解题过程的模型。它一开始就思考；奖励让它更仔细。',
    },
    small: {
      title: '最小的模型，没有蒸馏',
      does: '只有三十万参数，很少成功，也就没有多少可以奖励的。',
    },
    'small-distilled': {
      title: '最小的模型，蒸馏之后',
      does: '同样的大小，先模仿过更大的模型：这下有可以奖励的了。',
    },
    countdown: {
      title: '24 点',
      does: '学过失败之后再试的模型。请看轨迹的长度。',
    },
    'dr-grpo': {
      title: 'Dr. GRPO',
      does: '优势不除以标准差，轨迹上的和也不除以它的长度；没有参考模型。',
    },
    dapo: {
      title: 'DAPO',
      does: '1 以上的裁剪更宽，没有信号的组重新抽取，对所有 token 取平均；没有参考模型。',
    },
    ttrl: {
      title: 'TTRL：由多数给奖励',
      does: '没有人知道正确答案：一组里多数轨迹得出的答案就算正确。',
    },
    'any-number': {
      title: '可以钻空子的奖励：任何数',
      does: '思考之后写任何数都有奖励，而思考要付代价。看思考会变成什么样，答案又会怎样。',
    },
    waits: {
      title: '可以钻空子的奖励：“Wait”',
      does: '每写一个“Wait”都有奖励，不管后面有没有检查。奖励会上升；正确答案呢？',
    },
    star: {
      title: 'STaR：模仿正确的',
      does: '另一种循环：模仿正确的轨迹，略去错误的。没有优势，也没有裁剪。',
    },
  },
  knobs: {
    model: { label: '模型', help: '训练从它开始，也不能离它太远。', source: '' },
    products: { label: '题目', help: '这么多个乘积之和。保留测试题也是同一类。', source: '' },
    steps: { label: '步数', help: '做完这么多步，它自己结束。', source: '' },
    problems: { label: '每步题数', help: '每一步抽取多少道题。', source: '' },
    group: {
      label: '组的大小',
      help: '每道题的轨迹数，它们互相比较。',
      source: 'DeepSeekMath 取 64（2402.03300），R1-Zero 取 16（2501.12948）。',
    },
    effort: { label: '思考力度', help: '让模型多用力地思考。', source: '' },
    temperature: {
      label: '温度',
      help: '用来学习的轨迹的温度。太低就彼此相似，教不了多少。',
      source: 'R1-Zero 取 1（2501.12948）。',
    },
    maxTokens: { label: '每条 token', help: '更长的轨迹会被截断，没有答案。', source: '' },
    reward: { label: '奖励什么', help: '轨迹因为什么得分。', source: '' },
    format: {
      label: '格式',
      help: '一段思考加一个答案的分数，不管对错。正确答案得 1。',
      source: 'R1-Zero 在正确之外也奖励格式（2501.12948）。',
    },
    price: {
      label: 'token 的价格',
      help: '轨迹的每个 token 扣这么多；小于 0 就是每个都加分。',
      source: '',
    },
    tokenPrice: { label: 'token 的价格', help: '轨迹的每个 token 扣这么多。', source: '' },
    pay: { label: '每个“Wait”', help: '每个都加这么多分，不管后面有没有检查。', source: '' },
    method: {
      label: '方法',
      help: '按优势推动轨迹，或者模仿结果正确的轨迹。',
      source: 'GRPO：2402.03300。STaR：2203.14465。',
    },
    keep: { label: '模仿几条', help: '一组里最多模仿这么多条正确的轨迹。', source: '' },
    clipLow: {
      label: 'ε，1 以下',
      help: '一步之内，一个 token 最多可以变得多不可能。',
      source: 'DAPO 取 0.2（2503.14476）。',
    },
    clipHigh: {
      label: 'ε，1 以上',
      help: '一步之内，一个 token 最多可以变得多可能。大一些，少见的 token 就不会消失。',
      source: 'DAPO 取 0.28（2503.14476）。',
    },
    beta: {
      label: 'β',
      help: '离最初的模型越远，代价越大。',
      source: 'DeepSeekMath 取 0.04（2402.03300），DAPO 和 Dr. GRPO 取 0。',
    },
    byDeviation: {
      label: '除以标准差',
      help: '优势除以这一组奖励的标准差。Dr. GRPO 不除。',
      source: '2503.20783。',
    },
    floor: { label: '它的下限', help: '标准差至少算这么大，小差别就不会被放大。', source: '' },
    averaging: {
      label: '取平均',
      help: 'GRPO 先取每条轨迹的平均，DAPO 取所有 token 的平均；Dr. GRPO 除以固定长度。',
      source: '2503.20783，2503.14476。',
    },
    dynamicSampling: {
      label: '重新抽取',
      help: '没有信号的组重新抽取，次数有限。',
      source: 'DAPO 3.2 节（2503.14476）。',
    },
    rate: { label: '学习率', help: '一步走多远。这么小的模型比大模型经得起。', source: '' },
    updates: { label: '每步更新', help: '每次更新用其中一份组。', source: '' },
  },
  options: {
    one: '一个乘积',
    two: '两个乘积',
    three: '三个乘积',
    mixed: '一到三个乘积',
    own: '自己的混合',
    low: '低',
    high: '高',
    both: '低和高',
    'accuracy-and-format': '正确答案，还有格式',
    accuracy: '只有正确答案',
    length: '正确答案，还有简短',
    majority: '多数的答案（TTRL）',
    'any-number': '任何数（可以钻空子）',
    waits: '正确答案，还有“Wait”（可以钻空子）',
    grpo: 'GRPO',
    star: 'STaR：模仿正确的',
    token: '所有 token 一视同仁',
    trace: '先按轨迹内的 token，再按轨迹',
    constant: '除以固定长度',
  },
};

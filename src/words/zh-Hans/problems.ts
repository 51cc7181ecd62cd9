import { arithmeticLimits } from '#experiment/families/arithmetic-problem.ts';
import { longestPuzzle } from '#experiment/families/puzzle-problem.ts';
import { questionLimits } from '#experiment/families/question-problem.ts';
import type { Family } from '#experiment/families.ts';
import { problemText } from '#experiment/problem.ts';
import type { Words } from '../rooms.ts';
import { list } from './format.ts';

const several: Readonly<Record<Family, string>> = {
  countdown: 'Countdown 题',
  arithmetic: '算术',
  puzzle: '谜题',
  question: '文字题',
};

export const problems: Words['problems'] = {
  text: (problem) =>
    problem.family === 'countdown'
      ? `用 ${problem.numbers.join('、')} 得到 ${problem.target}`
      : problemText(problem),
  names: { countdown: '24 点', arithmetic: '算术', puzzle: '谜题', question: '文字题' },
  several,
  trainedFor: {
    countdown: { title: '24 点和 Countdown', what: '用四个数得到目标数。' },
    arithmetic: { title: '算术', what: '乘积之和。' },
    puzzle: { title: '谜题', what: '文字题、方程、骑士与无赖。' },
    question: { title: '文字题', what: '能问出来的都可以。' },
  },
  onlyKnows: ({ known, wanted }) =>
    `这个模型只会${list(known.map((family) => several[family]))}，不会${several[wanted]}。`,

  title: '题目',
  kind: '题目类型',
  surprise: '随机来一道',
  surpriseHeldOut: '一道模型训练时没见过的题',
  surpriseOwn: '另一个问题',

  hasNoSolution: '这道题无解。',
  noSolution: (problem) => `这道题无解：${problem}。`,
  runAllTheSame: (problem) => `这道题无解：${problem}。照样运行，看看模型会怎么做。`,
  alsoNoSolution: '这道题无解',

  typed: {
    countdown: '24 点（"24: 4 9 10 13"）',
    arithmetic: '乘积之和（"47*6+38*4"）',
    puzzle: '谜题（"puzzle: v = 7. v?"）',
    question: '问题（"question: How many? [12]"）',
  },
  typedEmpty: (forms) => `题目是空的。可以是${list(forms, 'disjunction')}。`,
  typedUnknown: (text, forms) => `读不出“${text}”是什么题目。可以是${list(forms, 'disjunction')}。`,
  typedWrong: (text, wanted) => `“${text}”不能作为题目。${wanted}`,
  wanted: {
    countdown: '24 点要有四个 1 到 13 的数，以及一个 1 到 99 的目标数。',
    arithmetic: `算式最多有 ${arithmeticLimits.products} 个乘积，每个由一个 10 到 ${arithmeticLimits.left} 的数乘以一个 2 到 9 的数，大的在前。`,
    puzzle: `谜题最多 ${longestPuzzle} 个字符。`,
    question: `问题由文字组成，最多 ${questionLimits.text} 个字符，答案最多 ${questionLimits.answer} 个字符。`,
  },

  countdown: {
    make: '得到',
    numbers: '数',
    number: (place) => `第 ${place} 个数`,
    target: '目标数',
    help: '每个数只用一次，可用 + − × ÷ 和括号。数为 1 到 13，目标数为 1 到 99。',
  },
  arithmetic: {
    product: (place) => `第 ${place} 个乘积`,
    sign: (place) => `第 ${place} 个乘积的符号`,
    larger: '较大的因数',
    smaller: '一位数的因数',
    remove: (place) => `删除第 ${place} 个乘积`,
    add: '加一个乘积',
    help: ({ products, left }) => `最多 ${products} 个乘积：10 到 ${left} 乘以 2 到 9。`,
    untrained: ({ products, left }) => `附带的模型训练时最多见过 ${products} 个乘积，因数最大为 ${left}。`,
  },
};

import { arithmeticLimits } from '#experiment/families/arithmetic-problem.ts';
import { longestPuzzle } from '#experiment/families/puzzle-problem.ts';
import { questionLimits } from '#experiment/families/question-problem.ts';
import type { Family } from '#experiment/families.ts';
import { problemText } from '#experiment/problem.ts';
import type { Words } from '../rooms.ts';
import { list } from './format.ts';

const several: Readonly<Record<Family, string>> = {
  countdown: 'Countdown 題',
  arithmetic: '算術',
  puzzle: '謎題',
  question: '文字題',
};

export const problems: Words['problems'] = {
  text: (problem) =>
    problem.family === 'countdown'
      ? `用 ${problem.numbers.join('、')} 得到 ${problem.target}`
      : problemText(problem),
  names: { countdown: '24 點', arithmetic: '算術', puzzle: '謎題', question: '文字題' },
  several,
  trainedFor: {
    countdown: { title: '24 點和 Countdown', what: '用四個數得到目標數。' },
    arithmetic: { title: '算術', what: '乘積之和。' },
    puzzle: { title: '謎題', what: '文字題、方程式、騎士與無賴。' },
    question: { title: '文字題', what: '能問出來的都可以。' },
  },
  onlyKnows: ({ known, wanted }) =>
    `這個模型只會${list(known.map((family) => several[family]))}，不會${several[wanted]}。`,

  title: '題目',
  kind: '題目類型',
  surprise: '隨機來一道',
  surpriseHeldOut: '一道模型訓練時沒見過的題',
  surpriseOwn: '另一個問題',

  hasNoSolution: '這道題無解。',
  noSolution: (problem) => `這道題無解：${problem}。`,
  runAllTheSame: (problem) => `這道題無解：${problem}。照樣執行，看看模型會怎麼做。`,
  alsoNoSolution: '這道題無解',

  typed: {
    countdown: '24 點（"24: 4 9 10 13"）',
    arithmetic: '乘積之和（"47*6+38*4"）',
    puzzle: '謎題（"puzzle: v = 7. v?"）',
    question: '問題（"question: How many? [12]"）',
  },
  typedEmpty: (forms) => `題目是空的。可以是${list(forms, 'disjunction')}。`,
  typedUnknown: (text, forms) => `讀不出「${text}」是什麼題目。可以是${list(forms, 'disjunction')}。`,
  typedWrong: (text, wanted) => `「${text}」不能作為題目。${wanted}`,
  wanted: {
    countdown: '24 點要有四個 1 到 13 的數，以及一個 1 到 99 的目標數。',
    arithmetic: `算式最多有 ${arithmeticLimits.products} 個乘積，每個由一個 10 到 ${arithmeticLimits.left} 的數乘以一個 2 到 9 的數，大的在前。`,
    puzzle: `謎題最多 ${longestPuzzle} 個字元。`,
    question: `問題由文字組成，最多 ${questionLimits.text} 個字元，答案最多 ${questionLimits.answer} 個字元。`,
  },

  countdown: {
    make: '得到',
    numbers: '數',
    number: (place) => `第 ${place} 個數`,
    target: '目標數',
    help: '每個數只用一次，可用 + − × ÷ 和括號。數為 1 到 13，目標數為 1 到 99。',
  },
  arithmetic: {
    product: (place) => `第 ${place} 個乘積`,
    sign: (place) => `第 ${place} 個乘積的符號`,
    larger: '較大的因數',
    smaller: '一位數的因數',
    remove: (place) => `刪除第 ${place} 個乘積`,
    add: '加一個乘積',
    help: ({ products, left }) => `最多 ${products} 個乘積：10 到 ${left} 乘以 2 到 9。`,
    untrained: ({ products, left }) => `附帶的模型訓練時最多見過 ${products} 個乘積，因數最大為 ${left}。`,
  },
};

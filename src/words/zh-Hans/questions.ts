import type { Words } from '../rooms.ts';
import { number, percent } from './format.ts';

export const questionWords: Words['questionWords'] = {
  title: '二十五道面试题',
  intro:
    '做推理模型的人会被问到的问题，从第一次面试到实验室。先猜一猜。每个答案都配有实验，在你的浏览器里用真实的模型展示。',
  search: '搜索',
  level: '级别',
  allLevels: '全部',
  levels: { 1: '人人会被问到', 2: '给从事这一行的人', 3: '顶尖实验室' },
  levelNumber: (level) => `第 ${number(level)} 级`,
  onlyOpen: '只看还答不出来的',
  known: (known, of) => `${number(of)} 个问题中你能答 ${number(known)} 个。`,
  keptHere: '保存在这台设备上。',
  print: '打印全部答案',
  none: '没有符合的问题。',
  found: (count) => `${number(count)} 个问题`,

  iCan: '这个我能答',
  iCanOne: (question) => `这个我能答：${question}`,
  guess: '先说出你的答案，出声说或写下来，再对照。',
  show: '显示答案',
  showOne: (question) => `显示答案：${question}`,
  hide: '隐藏答案',
  hideOne: (question) => `隐藏答案：${question}`,
  linkTo: (question) => `这个问题的链接：${question}`,
  mistake: '常见的错误',
  seeIt: '亲眼看看',
  sources: '出处',
  measured: '在这里测得',
  shares: (shares) => shares.map((share) => percent(share)).join(' → '),
  problems: (count) => `${number(count)} 道题`,

  places: {
    section: (at) => `第 ${at} 节`,
    appendix: (at) => `附录 ${at}`,
    table: (at) => `表 ${at}`,
    figure: (at) => `图 ${at}`,
    equation: (at) => `公式 ${at}`,
    algorithm: (at) => `算法 ${at}`,
  },
};

import type { Words } from '../rooms.ts';
import { number, percent } from './format.ts';

export const questionWords: Words['questionWords'] = {
  title: '二十五道面試題',
  intro:
    '做推理模型的人會被問到的問題，從第一次面試到實驗室。先猜一猜。每個答案都配有實驗，在你的瀏覽器裡用真實的模型展示。',
  search: '搜尋',
  level: '級別',
  allLevels: '全部',
  levels: { 1: '人人會被問到', 2: '給從事這一行的人', 3: '頂尖實驗室' },
  levelNumber: (level) => `第 ${number(level)} 級`,
  onlyOpen: '只看還答不出來的',
  known: (known, of) => `${number(of)} 個問題中你能答 ${number(known)} 個。`,
  keptHere: '儲存在這台裝置上。',
  print: '列印全部答案',
  none: '沒有符合的問題。',
  found: (count) => `${number(count)} 個問題`,

  iCan: '這個我能答',
  iCanOne: (question) => `這個我能答：${question}`,
  guess: '先說出你的答案，出聲說或寫下來，再對照。',
  show: '顯示答案',
  showOne: (question) => `顯示答案：${question}`,
  hide: '隱藏答案',
  hideOne: (question) => `隱藏答案：${question}`,
  linkTo: (question) => `這個問題的連結：${question}`,
  mistake: '常見的錯誤',
  seeIt: '親眼看看',
  sources: '出處',
  measured: '在這裡測得',
  shares: (shares) => shares.map((share) => percent(share)).join(' → '),
  problems: (count) => `${number(count)} 道題`,

  places: {
    section: (at) => `第 ${at} 節`,
    appendix: (at) => `附錄 ${at}`,
    table: (at) => `表 ${at}`,
    figure: (at) => `圖 ${at}`,
    equation: (at) => `公式 ${at}`,
    algorithm: (at) => `演算法 ${at}`,
  },
};

import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const thoughts: Words['thoughts'] = {
  finished: (count) => `${number(count)} 條寫完的軌跡`,
  bestFirst: '，最好的在前',
  noneYet: '還沒有軌跡寫完。',
  none: '到這一步，這次搜尋還沒有軌跡寫完。',
  trace: (place) => `軌跡 ${number(place)}`,
  traceSpoken: ({ place, answer }) =>
    answer === null ? `軌跡 ${number(place)}，沒有答案` : `軌跡 ${number(place)}：${answer}`,
  chosen: '選中',
  worth: (value) => `值 ${value}`,
  notJudged: '未評判',
  stepSpoken: ({ step, text, value }) => `步驟 ${number(step)}：${text}${value === null ? '' : `，${value}`}`,
  tokensOf: (step) => `步驟 ${number(step)} 的 token`,
  visits: (count) => `${number(count)}×`,
  visitsSpoken: (count) => `造訪 ${number(count)} 次`,
  byHand: '由人寫下',
  falseStep: ({ truth, reason }) =>
    `${reason === 'not-there' ? '不允許' : '錯誤'}：${truth}。按規則檢查，而不是由模型檢查。`,
  needlessStep: (why) => `不算錯誤，但也不起作用：${why}。按規則檢查，而不是由模型檢查。`,
  unitsFirst: '這個模型寫數從個位寫起，像列直式一樣。',
  others: (count) => `另外抽取了 ${number(count)} 步，不在任何寫完的軌跡裡`,
  drawnSoFar: (count) => `抽取了 ${number(count)} 步`,
  atStart: '在起點',
  after: '接在後面：',
  outcomes: {
    open: '待續',
    pruned: '被剪掉',
    unvisited: '未造訪',
    'cut-off': '被截斷',
    'drawn-again': '重複抽到',
    aside: '用於評判',
    writing: '正在寫',
    unused: '未使用',
  },
  outcomeCount: ({ count, outcome }) => `${number(count)} 個${outcome}`,
  goTo: '轉到軌跡',
  of: (count) => `/ ${number(count)}`,
  go: '轉到',
};

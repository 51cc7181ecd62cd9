import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const thoughts: Words['thoughts'] = {
  finished: (count) => `${number(count)} 条写完的轨迹`,
  bestFirst: '，最好的在前',
  noneYet: '还没有轨迹写完。',
  none: '到这一步，这次搜索还没有轨迹写完。',
  trace: (place) => `轨迹 ${number(place)}`,
  traceSpoken: ({ place, answer }) =>
    answer === null ? `轨迹 ${number(place)}，没有答案` : `轨迹 ${number(place)}：${answer}`,
  chosen: '选中',
  worth: (value) => `值 ${value}`,
  notJudged: '未评判',
  stepSpoken: ({ step, text, value }) => `步骤 ${number(step)}：${text}${value === null ? '' : `，${value}`}`,
  tokensOf: (step) => `步骤 ${number(step)} 的 token`,
  visits: (count) => `${number(count)}×`,
  visitsSpoken: (count) => `访问 ${number(count)} 次`,
  byHand: '由人写下',
  falseStep: ({ truth, reason }) =>
    `${reason === 'not-there' ? '不允许' : '错误'}：${truth}。按规则检查，而不是由模型检查。`,
  needlessStep: (why) => `不算错误，但也不起作用：${why}。按规则检查，而不是由模型检查。`,
  unitsFirst: '这个模型写数从个位写起，像列竖式一样。',
  others: (count) => `另外抽取了 ${number(count)} 步，不在任何写完的轨迹里`,
  drawnSoFar: (count) => `抽取了 ${number(count)} 步`,
  atStart: '在起点',
  after: '接在后面：',
  outcomes: {
    open: '待续',
    pruned: '被剪掉',
    unvisited: '未访问',
    'cut-off': '被截断',
    'drawn-again': '重复抽到',
    aside: '用于评判',
    writing: '正在写',
    unused: '未使用',
  },
  outcomeCount: ({ count, outcome }) => `${number(count)} 个${outcome}`,
  goTo: '转到轨迹',
  of: (count) => `/ ${number(count)}`,
  go: '转到',
};

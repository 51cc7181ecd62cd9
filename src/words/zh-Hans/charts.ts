import type { Words } from '../rooms.ts';
import { number, percent } from './format.ts';

const compact = new Intl.NumberFormat('zh-Hans', { notation: 'compact', maximumSignificantDigits: 3 });

/** Charts: what stands around them, and what they say of a point. */
export const charts: Words['charts'] = {
  table: '表格',
  logarithmic: '对数轴',
  wholeRange: '全部范围',
  saveAs: (title) => `保存为文件：${title}`,
  saveForm: {
    csv: '把数据保存为 CSV',
    svg: '把图保存为 SVG',
    png: '把图保存为 PNG',
  },
  forms: { csv: 'CSV', svg: 'SVG', png: 'PNG' },
  howToRead: '指向或点按一个值来读取；拖动可以放大一段。',
  lines: '线',
  showAlone: '只显示这条线',
  showAll: '显示全部的线',
  onLogAxis: (label) => `${label}（对数）`,
  summary: ({ title, lines, x, y }) =>
    `${title}：${number(lines)} 条线，纵轴${y}，横轴${x}。左右方向键沿着线移动，上下方向键换一条线；+ 和 − 缩放。`,
  point: ({ name, x, xLabel, y, yLabel, interval, note }) =>
    `${name}。${yLabel}：${y}${interval ? `（${interval[0]} 到 ${interval[1]}）` : ''}。${xLabel}：${x}。${note ?? ''}`,
  moreRows: (left) => `还有 ${number(left)} 行`,
  line: '线',
  low: '区间下限',
  high: '区间上限',
  remark: '备注',
  value: '值',
  notMeasured: '没有测量',
  between: (low, high) => `${low} 到 ${high}`,
  falsePositives: '通过的错误轨迹',
  truePositives: '通过的正确轨迹',
  threshold: (score) => (Number.isFinite(score) ? `得分达到 ${number(score, 3)} 就通过。` : '什么都不通过。'),
  meanScore: '平均得分',
  shareRight: '正确轨迹的份额',
  score: (score) => number(score, 2),
  traces: (count) => `${number(count)} 条轨迹。`,
  matrix: {
    problem: '题目',
    arm: '作答方式',
    state: '结果',
    repeatsRight: '重复中正确的',
    states: {
      right: '正确',
      wrong: '错误',
      mixed: '重复中有对有错',
      failed: '失败',
      ungraded: '没有人知道',
      waiting: '还没有',
    },
    told: ({ problem, arm, state }) => `${problem} · ${arm}：${state}`,
    howToRead: '每一列是一道题。指向一个格子来读取；点按就打开那次运行。',
    keys: ({ cell, title }) => `${title}。${cell}。用方向键在格子之间移动。`,
  },
  share: (share) => percent(share),
  exactShare: (share) => percent(share, 1),
  amount: (value) => number(value, value < 10 ? 2 : value < 100 ? 1 : 0),
  shortAmount: (value) => compact.format(value),
};

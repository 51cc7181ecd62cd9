import type { Words } from '../rooms.ts';
import { number, percent } from './format.ts';

const compact = new Intl.NumberFormat('zh-Hant', { notation: 'compact', maximumSignificantDigits: 3 });

/** Charts: what stands around them, and what they say of a point. */
export const charts: Words['charts'] = {
  table: '表格',
  logarithmic: '對數軸',
  wholeRange: '全部範圍',
  saveAs: (title) => `儲存為檔案：${title}`,
  saveForm: {
    csv: '把資料儲存為 CSV',
    svg: '把圖儲存為 SVG',
    png: '把圖儲存為 PNG',
  },
  forms: { csv: 'CSV', svg: 'SVG', png: 'PNG' },
  howToRead: '指向或點按一個值來讀取；拖曳可以放大一段。',
  lines: '線',
  showAlone: '只顯示這條線',
  showAll: '顯示全部的線',
  onLogAxis: (label) => `${label}（對數）`,
  summary: ({ title, lines, x, y }) =>
    `${title}：${number(lines)} 條線，縱軸${y}，橫軸${x}。左右方向鍵沿著線移動，上下方向鍵換一條線；+ 和 − 縮放。`,
  point: ({ name, x, xLabel, y, yLabel, interval, note }) =>
    `${name}。${yLabel}：${y}${interval ? `（${interval[0]} 到 ${interval[1]}）` : ''}。${xLabel}：${x}。${note ?? ''}`,
  moreRows: (left) => `還有 ${number(left)} 列`,
  line: '線',
  low: '區間下限',
  high: '區間上限',
  remark: '備註',
  value: '值',
  notMeasured: '沒有測量',
  between: (low, high) => `${low} 到 ${high}`,
  falsePositives: '通過的錯誤軌跡',
  truePositives: '通過的正確軌跡',
  threshold: (score) => (Number.isFinite(score) ? `得分達到 ${number(score, 3)} 就通過。` : '什麼都不通過。'),
  meanScore: '平均得分',
  shareRight: '正確軌跡的比例',
  score: (score) => number(score, 2),
  traces: (count) => `${number(count)} 條軌跡。`,
  matrix: {
    problem: '題目',
    arm: '作答方式',
    state: '結果',
    repeatsRight: '重複中正確的',
    states: {
      right: '正確',
      wrong: '錯誤',
      mixed: '重複中有對有錯',
      failed: '失敗',
      ungraded: '沒有人知道',
      waiting: '還沒有',
    },
    told: ({ problem, arm, state }) => `${problem} · ${arm}：${state}`,
    howToRead: '每一欄是一道題。指向一個格子來讀取；點按就開啟那次執行。',
    keys: ({ cell, title }) => `${title}。${cell}。用方向鍵在格子之間移動。`,
  },
  share: (share) => percent(share),
  exactShare: (share) => percent(share, 1),
  amount: (value) => number(value, value < 10 ? 2 : value < 100 ? 1 : 0),
  shortAmount: (value) => compact.format(value),
};

import type { Words } from '../rooms.ts';
import { bytes, fixed, number, percent } from './format.ts';

/** 万 and 亿: in steps of ten thousand. */
const inHan = (count: number, unit: number) => {
  const value = count / unit;
  return number(value, value < 10 ? 1 : 0);
};

export const amounts: Words['amounts'] = {
  decimal: (value) => fixed(value, 2),
  likely: (probability) => {
    if (probability >= 0.995) return '超过 99%';
    return probability < 0.005 ? '不到 1%' : percent(probability);
  },
  simulations: ({ run, again }) => `${number(run)} 次模拟，其中 ${number(again)} 次止于访问过的节点`,
  bytes,
  percent,
  between: '',
  stop: '。',
  comma: '，',
  parameters: (count) => (count < 1e8 ? `${inHan(count, 1e4)} 万` : `${inHan(count, 1e8)} 亿`),
};

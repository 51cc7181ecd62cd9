import type { Words } from '../rooms.ts';
import { fixed, number } from './format.ts';

/** Digits of a score as it stands in a cell: `.42`, `1`. */
const short = (score: number) =>
  fixed(score, 2)
    .replace(/^0(?=\D)/, '')
    .replace(/^1\D00$/, '1');

export const scores: Words['scores'] = {
  help: '指向一個格子看它的數值<keys>，或用方向鍵移動</keys>。',
  caption: '每條軌跡的各步得分',
  columns: { trace: '軌跡', steps: '各步得分', score: '得分', answer: '答案' },
  outcomes: { right: '正確', wrong: '錯誤', ungraded: '未評分' },
  noAnswer: '沒有答案',
  chosen: { trace: '選中', answer: '選中的答案' },
  short,
  total: (score, digits) => fixed(score, digits),
  cell: ({ trace, step, steps, text, score, weakest }) => {
    const which = steps === 1 ? '整條軌跡' : `第 ${number(step)} 步，共 ${number(steps)} 步`;
    const said = text === '' ? which : `${which}：${text}`;
    const worth = score === null ? '未評判' : `得分 ${fixed(score, 3)}`;
    return `${trace}，${said}，${worth}${weakest ? '，最弱' : ''}`;
  },
};

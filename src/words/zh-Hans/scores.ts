import type { Words } from '../rooms.ts';
import { fixed, number } from './format.ts';

/** Digits of a score as it stands in a cell: `.42`, `1`. */
const short = (score: number) =>
  fixed(score, 2)
    .replace(/^0(?=\D)/, '')
    .replace(/^1\D00$/, '1');

export const scores: Words['scores'] = {
  help: '指向一个格子看它的数值<keys>，或用方向键移动</keys>。',
  caption: '每条轨迹的各步得分',
  columns: { trace: '轨迹', steps: '各步得分', score: '得分', answer: '答案' },
  outcomes: { right: '正确', wrong: '错误', ungraded: '未判分' },
  noAnswer: '没有答案',
  chosen: { trace: '选中', answer: '选中的答案' },
  short,
  total: (score, digits) => fixed(score, digits),
  cell: ({ trace, step, steps, text, score, weakest }) => {
    const which = steps === 1 ? '整条轨迹' : `第 ${number(step)} 步，共 ${number(steps)} 步`;
    const said = text === '' ? which : `${which}：${text}`;
    const worth = score === null ? '未评判' : `得分 ${fixed(score, 3)}`;
    return `${trace}，${said}，${worth}${weakest ? '，最弱' : ''}`;
  },
};

import type { Words } from '../rooms.ts';
import { fixed, number } from './format.ts';

/** `93%`, `0.4%`, `< 0.1%`: as many digits as say something. */
function probability(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '< 0.1%';
  if (value >= 99.9 && value < 100) return '> 99.9%';
  const tenths = (value > 0 && value < 1) || (value > 99 && value < 100);
  return `${tenths ? fixed(value, 1) : number(value)}%`;
}

export const tokens: Words['tokens'] = {
  probability,
  newLine: '换行',
  space: '空格',
  nothing: '空',
  spoken: ({ text, wait, forced, likely }) =>
    [
      `token ${text}`,
      wait ? '停下来再想' : '',
      forced ? '由推理方法强制写入' : '',
      likely === null ? '' : `概率 ${probability(likely)}`,
    ]
      .filter((part) => part !== '')
      .join('，'),
};

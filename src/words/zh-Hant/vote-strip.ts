import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const voteStrip: Words['voteStrip'] = {
  label: '到目前為止的票',
  part: ({ answer, votes: count, of }) => `${answer}：${number(of)} 票中的 ${number(count)} 票`,
  forOthers: '投給其他答案',
  without: '沒有投票',
  withoutYet: '還沒有投票',
};

import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const voteStrip: Words['voteStrip'] = {
  label: '到目前为止的票',
  part: ({ answer, votes: count, of }) => `${answer}：${number(of)} 票中的 ${number(count)} 票`,
  forOthers: '投给其他答案',
  without: '没有投票',
  withoutYet: '还没有投票',
};

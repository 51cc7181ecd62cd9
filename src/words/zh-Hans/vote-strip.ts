import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const voteStrip: Words['voteStrip'] = {
  label: '到目前为止的票',
  part: ({ answer, votes: count, of }) => `${answer}：${number(of)} 票中的 ${number(count)} 票`,
  votes: (count) => `${number(count)} 票`,
  forOthers: (count) => `${number(count)} 票投给其他答案`,
  othersShort: (count) => `+${number(count)}`,
  openShort: (count) => `${number(count)} 未投`,
  withoutShort: (count) => `${number(count)} 无票`,
  countShort: (count) => `${number(count)}×`,
  without: (count) => `${number(count)} 条没有投票`,
  withoutYet: (count) => `${number(count)} 条还没有投票`,
};

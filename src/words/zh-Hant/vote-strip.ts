import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const voteStrip: Words['voteStrip'] = {
  label: '到目前為止的票',
  part: ({ answer, votes: count, of }) => `${answer}：${number(of)} 票中的 ${number(count)} 票`,
  votes: (count) => `${number(count)} 票`,
  forOthers: (count) => `${number(count)} 票投給其他答案`,
  othersShort: (count) => `+${number(count)}`,
  openShort: (count) => `${number(count)} 未投`,
  withoutShort: (count) => `${number(count)} 無票`,
  countShort: (count) => `${number(count)}×`,
  without: (count) => `${number(count)} 條沒有投票`,
  withoutYet: (count) => `${number(count)} 條還沒有投票`,
};

import type { Words } from '../rooms.ts';
import { fixed, number, percent } from './format.ts';

const ofHundred = (share: number) => percent(share);
const tokens = (count: number) => `${number(Math.round(count))} 個 token`;

export const curve: Words['curve'] = {
  measures: {
    accuracy: {
      title: '正確答案',
      value: ofHundred,
      clause: (share) => `答案正確 ${ofHundred(share)}`,
    },
    best: {
      title: '按自己的價值選最佳',
      value: ofHundred,
      clause: (share) => `按自己的價值來選，正確 ${ofHundred(share)}`,
    },
    thinking: {
      title: '會思考的軌跡',
      value: ofHundred,
      clause: (share) => `會思考的軌跡 ${ofHundred(share)}`,
    },
    tokens: { title: '軌跡的長度', value: tokens, clause: (count) => `每條軌跡 ${tokens(count)}` },
    waits: {
      title: '一條軌跡裡的「Wait」',
      value: (waits) => fixed(waits, 2),
      clause: (waits) => `每條軌跡 ${fixed(waits, 2)} 個「Wait」`,
    },
    kl: {
      title: '離起點的距離',
      value: (nats) => `${fixed(nats, 3)} nat`,
      clause: (nats) => `每個 token 離最初的模型 ${fixed(nats, 3)} nat`,
    },
  },
  ofHundred,
  share: (share) => percent(share),
  tick: (value) => number(value, 3),
  units: { step: '步', round: '輪' },
  axes: { step: '訓練的步數', round: '訓練的輪數' },
  steps: (from, to) => (from === to ? `第 ${number(from)} 步` : `第 ${number(from)} 到 ${number(to)} 步`),
  round: (round) => `第 ${number(round)} 輪`,
  point: ({ steps, of, clauses }) => `${steps}，共 ${number(of)}：${clauses.join('，')}。`,
  ends: ({ title, first, last }) => `${title}：最初 ${first}，最後 ${last}。`,
  reinforcement: ({ steps, first, last }) =>
    `${number(steps)} 步強化學習；取最初 ${number(first)} 步和最後 ${number(last)} 步的平均。`,
  selfEvolution: (rounds) => `${number(rounds)} 輪自我演化。`,
};

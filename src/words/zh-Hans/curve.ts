import type { Words } from '../rooms.ts';
import { fixed, number, percent } from './format.ts';

const ofHundred = (share: number) => percent(share);
const tokens = (count: number) => `${number(Math.round(count))} 个 token`;

export const curve: Words['curve'] = {
  measures: {
    accuracy: {
      title: '正确答案',
      value: ofHundred,
      clause: (share) => `答案正确 ${ofHundred(share)}`,
    },
    best: {
      title: '按自己的价值选最佳',
      value: ofHundred,
      clause: (share) => `按自己的价值来选，正确 ${ofHundred(share)}`,
    },
    thinking: {
      title: '会思考的轨迹',
      value: ofHundred,
      clause: (share) => `会思考的轨迹 ${ofHundred(share)}`,
    },
    tokens: { title: '轨迹的长度', value: tokens, clause: (count) => `每条轨迹 ${tokens(count)}` },
    waits: {
      title: '一条轨迹里的“Wait”',
      value: (waits) => fixed(waits, 2),
      clause: (waits) => `每条轨迹 ${fixed(waits, 2)} 个“Wait”`,
    },
    kl: {
      title: '离起点的距离',
      value: (nats) => `${fixed(nats, 3)} nat`,
      clause: (nats) => `每个 token 离最初的模型 ${fixed(nats, 3)} nat`,
    },
  },
  ofHundred,
  share: (share) => percent(share),
  tick: (value) => number(value, 3),
  units: { step: '步', round: '轮' },
  axes: { step: '训练的步数', round: '训练的轮数' },
  steps: (from, to) => (from === to ? `第 ${number(from)} 步` : `第 ${number(from)} 到 ${number(to)} 步`),
  round: (round) => `第 ${number(round)} 轮`,
  point: ({ steps, of, clauses }) => `${steps}，共 ${number(of)}：${clauses.join('，')}。`,
  ends: ({ title, first, last }) => `${title}：最初 ${first}，最后 ${last}。`,
  reinforcement: ({ steps, first, last }) =>
    `${number(steps)} 步强化学习；取最初 ${number(first)} 步和最后 ${number(last)} 步的平均。`,
  selfEvolution: (rounds) => `${number(rounds)} 轮自我演化。`,
};

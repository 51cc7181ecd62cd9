import type { Words } from '../rooms.ts';

export const trainingWays: Words['trainingWays'] = {
  dialog: {
    reinforcement: '强化学习怎样让它学会思考',
    'self-evolution': '自我演化怎样让它学会思考',
  },
  link: {
    made: '它是怎么训练的',
    madeOf: (model) => `${model} 是怎么训练的`,
    base: '强化学习把它变成了什么',
    baseOf: (model) => `强化学习把 ${model} 变成了什么`,
  },
};

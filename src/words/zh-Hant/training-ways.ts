import type { Words } from '../rooms.ts';

export const trainingWays: Words['trainingWays'] = {
  dialog: {
    reinforcement: '強化學習怎樣讓它學會思考',
    'self-evolution': '自我演化怎樣讓它學會思考',
  },
  link: {
    made: '它是怎麼訓練的',
    madeOf: (model) => `${model} 是怎麼訓練的`,
    base: '強化學習把它變成了什麼',
    baseOf: (model) => `強化學習把 ${model} 變成了什麼`,
  },
};

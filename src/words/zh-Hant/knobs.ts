import type { Words } from '../rooms.ts';

export const knobs: Words['knobs'] = {
  effort: {
    name: '思考力度',
    does: '低：只試一次，盡量短。高：試幾次，中間有「Wait」或檢查。',
    options: {
      low: { name: '低', does: '只試一次，盡量短。' },
      high: { name: '高', does: '試幾次，中間有「Wait」或檢查。' },
    },
  },
  samples: { name: '樣本數', does: '抽取多少條軌跡。' },
  verifier: { name: '驗證器', does: '由誰給軌跡和步驟評分。' },
  aggregation: {
    name: '合成方式',
    does: '怎樣把各步的得分合成軌跡的一個得分。',
    idle: '這個驗證器給整條軌跡一個得分。',
    options: {
      last: { name: '最後一步', does: '最後一步的得分：驗證器怎麼看軌跡走到的地方。' },
      min: { name: '最低', does: '最弱一步的得分：鏈條的強度取決於最弱的一環。' },
      prod: { name: '連乘', does: '所有步驟得分相乘：假如各步獨立，就是每一步都對的機率。' },
      mean: { name: '平均', does: '各步得分的平均。' },
    },
  },
  choose: {
    name: '選擇方式',
    does: '最佳軌跡的答案，或得分總和最高的答案。',
    options: {
      best: { name: '最佳軌跡', does: '得分最高的軌跡的答案。' },
      'weighted-vote': { name: '加權投票', does: '軌跡得分總和最高的答案。' },
    },
  },
  expansion: { name: '擴展', does: '從每一個抽取多少個下一步。' },
  maxSteps: { name: '步數上限', does: '走了這麼多步的軌跡會被截斷。' },
  exploration: { name: '探索', does: '探索常數：沒試過的步驟算多少分量。' },
  parallel: { name: '並排數', does: '同時進行多少個。' },
  threshold: { name: '門檻', does: '得分低於它的不再繼續。' },
  temperature: {
    name: '溫度',
    does: '0 總是取機率最大的 token；越高越願意冒險。',
    paper: '投票用 0.5 到 0.7',
  },
  topK: { name: 'Top-k', does: '只能抽取機率最大的 k 個 token；0 表示全部。', paper: '10' },
  topP: { name: 'Top-p', does: '只能抽取機率加起來達到 p 的最大幾個 token；1 表示全部。', paper: '0.95' },
  minP: {
    name: 'Min-p',
    does: '機率低於最大者的這個比例的 token 永不抽取；0 表示全部。',
    paper: '0.05 到 0.1',
  },
  maxTokens: { name: 'token 上限', does: '寫了這麼多 token 的軌跡會被截斷。' },
  seed: { name: '種子', does: '隨機種子：同樣的種子得到同樣的執行。' },
  budget: { name: 'token 預算', does: '整次執行最多可以抽取這麼多 token；0 表示不限。' },
};

export const knobNotes: Words['knobNotes'] = {
  paper: ({ value, authors }) => `論文：${value}（${authors}）。`,
  blank: '不能為空：至少寫一個字或符號，例如「Wait」',
  idle: '按其他設定，這裡改了也沒有區別。',
  itself: { name: '模型自己', does: '同一個模型，重新抽取：它只會懷疑自己不會再寫一次的東西。' },
  ownHead: { name: '模型自己的價值頭', does: '模型用訓練時帶上的價值頭給自己的想法估值。' },
};

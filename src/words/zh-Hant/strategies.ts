import type { Words } from '../rooms.ts';
import { number } from './format.ts';
import { searches } from './searches.ts';

export const strategies: Words['strategies'] = {
  direct: { name: '直接作答', does: '模型不思考，馬上作答。', knobs: {} },
  'chain-of-thought': {
    name: '思維鏈',
    does: '模型先寫下步驟，再作答。',
    brief: ({ effort }) => (effort === 'low' ? '思維鏈，低思考力度' : '思維鏈，高思考力度'),
    knobs: {},
  },
  'few-shot': {
    name: '少樣本思維鏈',
    does: '模型在題目之前先看幾道帶解答的例題。',
    brief: ({ shots }) => `少樣本，${number(shots)} 道例題`,
    knobs: {
      shots: {
        name: '例題',
        does: '題目之前放幾道例題。隨頁面附帶的模型最多學過讀三道。',
        paper: '8',
      },
    },
  },
  'self-consistency': {
    name: '自我一致性投票',
    does: '寫很多條思維鏈；多數得到的答案獲勝。',
    brief: ({ samples, effort }) =>
      `自我一致性投票，${number(samples)} 條軌跡，${effort === 'low' ? '低' : '高'}思考力度`,
    knobs: { samples: { does: '抽取多少條軌跡來投票。', paper: '40' } },
  },
  'adaptive-consistency': {
    name: '自適應投票',
    does: '投票一有定論就不再抽取軌跡。',
    knobs: {
      samples: { name: '樣本上限', does: '如果投票一直沒有定論，最多抽取多少條軌跡。', paper: '40' },
      batch: { name: '批次', does: '每抽取多少條軌跡看一次票。', paper: '1' },
      stop: {
        name: '何時停止',
        does: '投票在什麼時候算有定論。',
        paper: '有把握',
        options: {
          certain: { name: '確定', does: '剩下的樣本無論怎樣都改變不了勝者時。' },
          confident: { name: '有把握', does: '勝者以指定的機率領先時。' },
        },
      },
      confidence: {
        name: '把握',
        does: '提前停止所需的把握。',
        paper: '0.95',
        idle: '只在有把握就停止的投票裡有用。',
      },
    },
  },
  'best-of-n': {
    name: 'N 選最佳（best-of-N）',
    does: '寫很多條思維鏈；驗證器給它們評分，最好的獲勝。',
    knobs: {
      samples: { does: '抽取多少條軌跡來評分。', paper: '100' },
      aggregation: { paper: '連乘' },
      choose: { paper: '加權投票' },
    },
  },
  'budget-forcing': {
    name: '預算強制',
    does: '模型要停止思考時，去掉結束標記，換成「Wait」。',
    knobs: {
      waits: { name: '「Wait」次數', does: '去掉多少次思考的結束標記。', paper: '2 到 6' },
      word: {
        name: '用詞',
        does: '用什麼代替結束標記。',
        paper: 'Wait',
        idle: '只在至少去掉一次結束標記時有用。',
      },
      thinkingTokens: { name: '思考 token 上限', does: '思考寫到這麼多 token 就結束。', paper: '32,000' },
    },
  },
  revision: {
    name: '順序修訂',
    does: '模型看到自己之前的嘗試，再試一次，幾條鏈並排進行。',
    knobs: {
      parallel: { name: '鏈數', does: '並排進行多少條嘗試的鏈。' },
      rounds: { name: '嘗試次數', does: '每條鏈嘗試多少次，包括第一次。', paper: '4 次及以上' },
      aggregation: { does: '怎樣把一次嘗試各步的得分合成一個。', paper: '最後一步' },
    },
  },
  'step-verification': {
    name: '逐步驗證',
    does: '只有驗證器通過的步驟才保留；否則重新抽取。',
    knobs: {
      threshold: { does: '一個步驟要達到多少分才保留。' },
      retries: { name: '重試次數', does: '整條軌跡裡，沒通過的步驟一共可以再抽取多少次。' },
    },
  },
  ...searches,
  'compute-optimal': {
    name: '運算最佳',
    does: '先用幾個樣本看題目有多難，再相應地花 token。',
    knobs: {
      probe: { name: '試探', does: '用多少個樣本看題目有多難。', paper: '2,048' },
      tokens: { name: '可花的 token', does: '一共可以花多少 token，包括試探。' },
    },
  },
};

export const strategyGroupNames: Words['strategyGroupNames'] = {
  'one-trace': '一條軌跡',
  'many-traces': '多條軌跡',
  'thinking-longer': '想得更久',
  search: '搜尋',
  'by-difficulty': '按難度',
};

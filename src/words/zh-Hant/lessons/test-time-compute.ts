import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonTestTimeCompute: Words['lessonTestTimeCompute'] = {
  pages: {
    'at-once': {
      title: '馬上作答',
      text: '模型每寫一個 token，就做一次前向計算。要它馬上給出答案，不管問題多難，一共只有幾次計算。',
      guess: {
        asks: '兩個數的乘積，馬上作答。會對嗎？',
        options: { right: '對', wrong: '錯' },
      },
      task: '不思考，執行一次。',
      after: ({ answer, tokens }) => `用了 ${number(tokens)} 個 token，得到 <data>${answer}</data>：錯了。`,
    },
    longer: {
      title: '更久',
      text: '讓同一個模型先寫下步驟。每個 token 又是一次計算，而且寫下的都能讀到。這就是花在測試時的計算，一個 token 接一個 token。',
      setups: { direct: '馬上作答', chain: '先思考' },
      task: '選「先思考」，然後執行。',
      after: ({ answer, tokens }) =>
        `用了 ${number(tokens)} 個 token，<data>${answer}</data> 是對的。其間沒有訓練過任何東西。`,
    },
    wider: {
      title: '更寬',
      text: '在更難的算式上，一條貪心的鏈會失誤。計算也可以並排花：同時寫許多條鏈，然後投票。',
      setups: { chain: '一條鏈', vote: '8 條鏈' },
      task: '選 8 條鏈，然後執行。',
      after: ({ tokens, traces, votes }) =>
        `${number(traces)} 條鏈，${number(tokens)} 個 token，${number(votes)} 票投給正確答案。更寬可以平行，更久不行。`,
    },
    instead: {
      title: '代替更大的模型',
      text: '會搜尋的小模型，對只寫一條鏈、大 14 倍的模型，每個答案的運算量相同。只有小模型時不時能成功，這才行得通。',
      guess: {
        asks: '誰解出的 24 點更多？',
        options: { large: '大模型', small: '帶搜尋的小模型' },
      },
      task: '先猜，再看測量的結果。',
      readOn: '全部結果，在實驗室裡',
    },
  },
};

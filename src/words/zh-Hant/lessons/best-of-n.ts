import type { Words } from '../../rooms.ts';
import { amounts } from '../amounts.ts';
import { fixed, number } from '../format.ts';

export const lessonBestOfN: Words['lessonBestOfN'] = {
  pages: {
    lost: {
      title: '多數出錯時',
      text: '投票需要多數樣本在正確的答案上一致。在這裡，有一種失誤比正確的步驟更容易發生。',
      task: '執行八票表決。',
      after: ({ answer, votes, voters, right }) =>
        `<data>${answer}</data> 得到 ${number(voters)} 票中的 ${number(votes)} 票，卻是錯的。有 ${number(right)} 個樣本是對的，輸了。`,
    },
    best: {
      title: 'N 選最佳',
      text: '抽取同樣的樣本，逐個評分，取最好的。現在許多樣本裡只要有一個對就夠了，只要驗證器認得出來。',
      guess: { asks: '它會選出對的嗎？', options: { right: '會', wrong: '不會' } },
      setups: { vote: '投票', best: '8 選最佳' },
      task: '選「8 選最佳」，然後執行。',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data>，得分 ${amounts.decimal(score)}；最好的錯誤樣本得 ${amounts.decimal(bestWrong)}。`,
      letters: '得分 r 最高的樣本 z 的答案。',
    },
    steps: {
      title: '許多得分合成一個',
      text: '過程獎勵模型給每一步評分。要給軌跡一個得分，就把它們合成：最低、連乘、平均，或最後一步。平均可能掩蓋一個壞步驟。',
      task: '選一個錯誤的樣本，看它的步驟。',
      after: ({ wrong, traces, bestWrong }) =>
        `${number(traces)} 個樣本中有 ${number(wrong)} 個是錯的。按最弱的一步，它們沒有一個超過 ${amounts.decimal(bestWrong)}。`,
      letters: 'r 帶步驟的編號 t，共 T 步：最低、連乘、平均、最後一步。',
    },
    kinds: {
      title: '結果還是過程',
      text: '結果獎勵模型從最終答案學習，過程獎勵模型從每一步的標籤學習。在這裡，兩者用同樣的軌跡訓練。',
      guess: {
        asks: '在 64 個樣本裡，哪個選得更好？',
        options: { outcome: '結果獎勵模型', process: '過程獎勵模型' },
      },
      task: '先猜，再看測量的結果。',
      readOn: '全部結果，在實驗室裡',
    },
    fooled: {
      title: '太多了',
      text: '現在由策略模型自己的價值頭評判。8 選最佳在這裡是對的。樣本越多，對的越多，只是看起來對的也越多。',
      guess: {
        asks: '64 選最佳呢？',
        options: { right: '對：越多越好', wrong: '錯：它會被騙' },
      },
      setups: { eight: '8 選最佳', many: '64 選最佳' },
      task: '選「64 選最佳」，然後執行。',
      after: ({ answer, score, bestRight, traces }) =>
        `在 ${number(traces)} 個樣本裡，它更喜歡 <data>${answer}</data>（${fixed(score, 3)}），而不是最好的正確樣本（${fixed(bestRight, 3)}）。找得越用力，評判者就必須越好。`,
    },
    'better-judge': {
      title: '更好的評判者',
      text: '同樣的 64 個樣本，換成一個專門訓練來評判的過程獎勵模型，別的它什麼也不做。',
      setups: { own: '自己的價值頭', prm: '獎勵模型' },
      task: '選獎勵模型，然後執行。',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data>，${fixed(score, 3)}；最好的錯誤樣本得 ${fixed(bestWrong, 3)}。`,
      readOn: '每個評判者能撐起多寬的搜尋',
    },
  },
};

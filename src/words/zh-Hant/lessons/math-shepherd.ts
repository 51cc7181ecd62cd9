import type { Words } from '../../rooms.ts';
import { fixed, number } from '../format.ts';

export const lessonMathShepherd: Words['lessonMathShepherd'] = {
  pages: {
    lost: {
      title: '沒人看見的正確軌跡',
      text: '十六個樣本試著得到 24，再投票。其中有一個是對的。評判步驟的評判者也許認得出來，但要訓練它，得有人給幾千個步驟打標籤。',
      task: '執行 16 票表決。',
      after: ({ right, traces }) => `${number(traces)} 個中有 ${number(right)} 個是對的。它只有一票，輸了。`,
    },
    rollouts: {
      title: '讓模型打標籤',
      text: 'Math-Shepherd 不需要人。從每一步起，讓模型續寫到答案，續寫幾次：這叫推演。結果正確的比例就是這一步的標籤。這裡每步推演 8 次；最弱的一步說了算。',
      task: '在同樣的 16 個樣本上執行。',
      after: ({ answer, bestRight, bestWrong, spent }) =>
        `正確的軌跡得 ${fixed(bestRight, 2)}，其他的都不超過 ${fixed(bestWrong, 2)}：<data>${answer}</data>。代價：一共 ${number(spent)} 個 token。`,
    },
    label: {
      title: '希望斷在哪裡',
      text: '每個長條是一條軌跡，每格是一步。找一條開頭高於 0、後來降到 0 的。從它的前幾步出發，還有推演得到 24；再走一步，就一次也沒有了。那一步就是錯誤所在。',
      task: '開啟「得分」。',
      after: ({ wrong, slipsSeen }) =>
        `${number(wrong)} 條錯誤軌跡中，有 ${number(slipsSeen)} 條開頭是好的，後來才走錯；其餘的一開始就錯了。過程獎勵模型就從這樣的標籤學習。`,
      letters: '軟標籤是比例，硬標籤只說到底做不做得到。',
      readOn: '分析視角：推演、價值頭和規則並排',
    },
    assumes: {
      title: '它假設了什麼',
      text: '標籤不是白來的：要花推演，還要假設模型從好的步驟出發，有時能走到答案。這道 24 點裡，有一個樣本碰巧是對的。',
      guess: {
        asks: '推演能發現它嗎？',
        options: {
          found: '能：正確的步驟就是正確的步驟',
          missed: '不能：從它的好步驟出發也會失敗',
        },
      },
      task: '在這道 24 點上執行。',
      after: ({ right, bestRight }) =>
        `有 ${number(right)} 條軌跡是對的，它最弱的一步得了 ${fixed(bestRight, 2)}：它的第一步是好的，但從那裡推演 8 次，沒有一次得到 24。標籤有多好，全看寫它的模型有多好。`,
      readOn: '推演和投票，300 道題的結果',
    },
  },
};

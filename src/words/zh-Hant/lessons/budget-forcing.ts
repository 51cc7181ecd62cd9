import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonBudgetForcing: Words['lessonBudgetForcing'] = {
  pages: {
    stops: {
      title: '停得太早',
      text: '模型寫出表示結束的 token，思考就結束。這一個從旅程中學習：軌跡裡有失誤、懷疑和改正。',
      task: '照原樣執行。',
      after: ({ answer, thought }) => `思考了 ${number(thought)} 個 token，<data>${answer}</data> 是錯的。`,
    },
    wait: {
      title: '「Wait」',
      text: '每當它想停止，就去掉結束標記，換成「Wait」。預算強制就是這樣，沒有別的。',
      guess: { asks: '兩個「Wait」會怎樣？', options: { same: '沒有變化', mends: '改對答案' } },
      setups: { none: '沒有「Wait」', two: '2 個「Wait」' },
      task: '選 2 個「Wait」，然後執行。',
      after: ({ before, after, thought }) =>
        `<data>${before}</data> 變成了 <data>${after}</data>，思考了 ${number(thought)} 個 token。它檢查了自己，因為它學過怎樣檢查。`,
      letters: '每個「Wait」之後，思考 z 繼續。',
    },
    look: {
      title: '轉折處',
      text: '強制寫入的詞有標記，免得有人當成模型自己寫的。從第一個往下讀。',
      task: '走到第一個強制的「Wait」。',
      after: '從這裡往下播放，找出它重新計算乘積的那一步。',
    },
    garbage: {
      title: '沒有意義的詞',
      text: '同一個基礎模型，在同樣多、一次就做對的解答上微調：捷徑。它從沒見過「Wait」。在這裡，不加就是對的。',
      guess: {
        asks: '加一個「Wait」呢？',
        options: { mends: '它會檢查，仍然對', same: '它不理會', spoils: '它寫出廢話' },
      },
      setups: { none: '沒有「Wait」', one: '1 個「Wait」' },
      task: '選 1 個「Wait」，然後執行。',
      after: ({ before, after }) =>
        `<data>${before}</data> 變成了 <data>${after}</data>。這個詞喚起學過的東西。什麼都沒學過，它就有害。`,
    },
    measured: {
      title: '300 道題',
      text: '旅程模型每多一個「Wait」都有進步。捷徑模型加第一個就幾乎跌到零。s1 也是這樣進步的，用的是 1,000 條帶反思的軌跡。',
      task: '看測量的結果。',
      readOn: '捷徑模型，在實驗室裡',
    },
  },
};

import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonRstar: Words['lessonRstar'] = {
  pages: {
    vote: {
      title: '沒有兩個一致',
      text: '一道難的 24 點，一個小模型，十六票表決。幾乎每個樣本都有自己的答案，就沒有什麼可數的。',
      task: '執行投票。',
      after: ({ votes, voters, answers, right }) =>
        `${number(voters)} 票投給了 ${number(answers)} 個答案；勝者有 ${number(votes)} 票，是錯的。正確的樣本：${number(right)} 個。`,
    },
    search: {
      title: '沒有評判者的搜尋',
      text: 'rStar 只用策略模型來搜尋，沒有訓練過的驗證器。一條路值多少，看它的各個結尾有多一致，這個價值沿著樹帶回上面。',
      guess: { asks: '沒有驗證器，行得通嗎？', options: { right: '在這裡行', wrong: '不行' } },
      task: '執行 rStar。',
      after: ({ answer, nodes, tokens }) =>
        `<data>${answer}</data>，對了，用了 ${number(nodes)} 步。代價：${number(tokens)} 個 token。`,
    },
    confirmed: {
      title: '第二種意見',
      text: '把每條路的一部分藏起來，由二次取樣補完。再次得到的答案算作得到確認：這就是相互一致。',
      task: '選一個通向答案的步驟。',
      after: ({ answer, traces }) => `${number(traces)} 個結尾裡，<data>${answer}</data> 得到的確認最好。`,
    },
    actions: {
      title: '五種走法',
      text: '在文字題上它有五種動作：寫一步、一次寫完餘下部分、提一個子問題、重新回答它、把題目換個說法。多樣來自做法不同，而不是溫度高。',
      task: '在一道故事題上執行。',
      after: ({ answer, nodes }) =>
        `<data>${answer}</data>，用了 ${number(nodes)} 步。每一步都寫明由哪種動作寫出。`,
    },
  },
};

import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonSelfConsistency: Words['lessonSelfConsistency'] = {
  pages: {
    one: {
      title: '一個樣本',
      text: '小模型做一道算式，一步一步地算。每個 token 都是隨機抽取的，所以只試一次可能失誤。',
      task: '執行一個樣本。',
      after: ({ answer }) => `它的答案是 <data>${answer}</data>，是錯的。只試一次，全憑運氣。`,
    },
    vote: {
      title: '八個樣本投票',
      text: '現在用同一個模型、同一道題，抽取八個樣本。沒有人檢查它們。多數樣本給出的答案就是最後的答案。',
      guess: {
        asks: '誰都會偶爾失誤。投票會得到正確答案嗎？',
        options: { same: '不會：同一個模型，同樣的失誤', right: '會：多數樣本不會失誤' },
      },
      setups: { one: '1 個樣本', eight: '8 個樣本' },
      task: '選 8 個樣本，然後執行。',
      after: ({ answer, votes, voters, second, secondVotes }) =>
        `<data>${answer}</data> 得到 ${number(voters)} 票中的 ${number(votes)} 票，<data>${second}</data> 只有 ${number(secondVotes)} 票。每個樣本都可能失誤，但多數沒有，而投票看的就是多數。`,
    },
    formula: {
      title: '規則',
      text: '數一數每個答案出現多少次，取最多的那個。答案按數學意義比較：90 和 90.0 是同一票。不然，投票可能輸在寫法上。',
      task: '開啟「投票」。',
      after: ({ answers, voters }) => `${number(voters)} 個樣本得到 ${number(answers)} 個不同的答案。`,
      letters: '在所有答案 a 裡，取 n 個樣本中最多個給出的那個（aᵢ 是第 i 個樣本的答案）。',
    },
    slips: {
      title: '看一處失誤',
      text: '投票只需要一個條件：一個樣本答對的機會，大於犯任何同一個錯誤的機會。這樣，票越多就越有把握。',
      task: '選一個錯誤的樣本，看它的步驟。',
      after: ({ wrong, traces, second }) =>
        `${number(traces)} 個樣本中有 ${number(wrong)} 個是錯的，而且都說 <data>${second}</data>：有的失誤比別的更容易發生。假如它比正確的步驟還容易發生，票再多也只會讓錯誤的答案更有把握。`,
    },
    hot: {
      title: '隨機過了頭',
      text: '樣本必須各不相同，所以需要一些隨機。溫度決定隨機的多少：為 0 時，所有樣本都一樣。Wang 等（2022）用 0.5 到 0.7。',
      guess: {
        asks: '如果樣本的差別大得多，溫度為 1.6，會怎樣？',
        options: { better: '更好：不同的嘗試更多', worse: '更差：失誤更多' },
      },
      setups: { usual: '溫度 0.7', hot: '溫度 1.6' },
      task: '選溫度 1.6，然後執行。',
      after: ({ answers, voters, right, traces }) =>
        `${number(voters)} 票投給了 ${number(answers)} 個答案，${number(traces)} 個樣本中有 ${number(right)} 個正確。投票只能把已有的聚到一起。`,
      readOn: '投票有多大幫助：300 道題的結果',
    },
  },
};

import type { Words } from '../../rooms.ts';
import { amounts } from '../amounts.ts';
import { number } from '../format.ts';

export const lessonThreeParts: Words['lessonThreeParts'] = {
  pages: {
    policy: {
      title: '策略模型來寫',
      text: '每種推理方法都由三部分組成。第一部分是策略模型：就是語言模型，隨機地寫出 token。可以問它很多次。',
      task: '執行八次。',
      after: ({ traces, right, answers }) =>
        `${number(traces)} 條軌跡，${number(answers)} 個不同的答案，其中 ${number(right)} 條軌跡是對的。策略模型自己不知道是哪些。`,
    },
    aggregator: {
      title: '聚合方式來定',
      text: '最後一部分把許多答案變成一個。最簡單的是投票。它不問任何人，取說得最多的。',
      task: '開啟「投票」。',
      after: ({ answer, votes, voters }) =>
        `<data>${answer}</data> 以 ${number(voters)} 票中的 ${number(votes)} 票獲勝，卻是錯的。策略模型多半出錯的地方，投票也跟著錯。`,
    },
    verifier: {
      title: '驗證器來評分',
      text: '兩者之間可以有一個驗證器。它給每條軌跡一個 0 到 1 的得分。這裡的是過程獎勵模型，給每一步評分。',
      guess: {
        asks: '同樣的八條軌跡，會選哪個答案？',
        options: { vote: '投票的答案', other: '另一個' },
      },
      task: '用驗證器執行。',
      after: ({ answer, score, bestWrong }) =>
        `<data>${answer}</data>，得分 ${amounts.decimal(score)}。最好的錯誤軌跡得 ${amounts.decimal(bestWrong)}。策略模型沒有變，變的是選擇。`,
    },
    both: {
      title: '得分加投票',
      text: '聚合可以兩者都用：每條軌跡都投票，得分就是它的權重。這樣既不只聽多數，也不只信一個高分。',
      setups: { best: '得分最高', weighted: '加權投票' },
      task: '選加權投票，然後執行。',
      after: ({ answer, right, wrong }) =>
        `${number(wrong)} 條錯誤的軌跡對 ${number(right)} 條正確的，由權重決定：<data>${answer}</data>。`,
      letters: '在所有答案 a 裡，取其軌跡 z 的得分 r 總和最高的那個。',
    },
    search: {
      title: '三者一步一步輪流',
      text: '搜尋讓它們輪流：策略模型提出下一步，驗證器評分，聚合方式留下幾個。思維樹、束搜尋和 MCTS 的區別，只在於怎樣輪流。',
      task: '執行一次束搜尋。',
      after: ({ nodes, answer }) => `走到 <data>${answer}</data>，一共提出並評了 ${number(nodes)} 步。`,
    },
  },
};

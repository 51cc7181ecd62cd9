import type { Words } from '../../rooms.ts';
import { amounts } from '../amounts.ts';
import { number } from '../format.ts';

export const lessonFirstStory: Words['lessonFirstStory'] = {
  pages: {
    one: {
      title: '試一次',
      text: '這個小模型就在你的裝置上執行。它一步一步地算一道算式。每個 token 都是隨機抽取的，所以某一步可能失誤。',
      guess: { asks: '只試一次，會對嗎？', options: { right: '對', wrong: '錯' } },
      task: '執行一次。',
      after: ({ answer }) => `它說 <data>${answer}</data>，是錯的。只試一次，全憑運氣。`,
    },
    vote: {
      title: '試八次，投票',
      text: '同一個模型，同一道算式，試八次。多數給出的答案獲勝。沒有人檢查。',
      guess: { asks: '投票會對嗎？', options: { right: '對', wrong: '錯' } },
      setups: { one: '試 1 次', eight: '試 8 次' },
      task: '選「試 8 次」，然後執行。',
      after: ({ answer, votes, voters, first }) =>
        `${number(voters)} 次中有 ${number(votes)} 次說 <data>${answer}</data>：對了。第一次還是說 <data>${first}</data>，被多數否決了。`,
    },
    lost: {
      title: '換一道算式，再投一次票',
      text: '換一道算式，還是試八次。多數嘗試對，投票就對。但多數總是對的嗎？',
      guess: { asks: '這一次投票會對嗎？', options: { right: '對', wrong: '錯' } },
      task: '執行投票。',
      after: ({ answer, votes, voters, right }) =>
        `${number(voters)} 次中有 ${number(votes)} 次給出同一個錯誤答案：<data>${answer}</data>。其實有 ${number(right)} 次是對的，只是太少了。`,
    },
    verifier: {
      title: '用評判者代替投票',
      text: '另一個小模型只學過一件事：給解答的每一步評分。它讀同樣的八次嘗試，得分最高的獲勝。',
      guess: { asks: '評判者能找到對的嗎？', options: { right: '能', wrong: '不能' } },
      setups: { vote: '投票', best: '評判者' },
      task: '選評判者，然後執行。',
      after: ({ answer, score, bestWrong }) =>
        `它取 <data>${answer}</data>，得分 ${amounts.decimal(score)}：對了。最好的錯誤嘗試得 ${amounts.decimal(bestWrong)}。`,
    },
    search: {
      title: '評判每一步',
      text: '用四個數得到 24。一條思維鏈在這裡會失敗。搜尋試幾個下一步，逐個評判，只從最好的繼續。',
      guess: { asks: '搜尋能得到 24 嗎？', options: { right: '能', wrong: '不能' } },
      setups: { chain: '一條鏈', search: '搜尋' },
      task: '選搜尋，然後執行。',
      after: ({ answer, nodes, traces, right }) =>
        `<data>${answer}</data>。它試了 ${number(nodes)} 步；走完的 ${number(traces)} 條路徑中有 ${number(right)} 條是對的，它選了其中一條。`,
    },
    wait: {
      title: '「Wait」',
      text: '又是一條鏈。這個模型見過失誤被改正。它想停下來時，我們替它說一聲「Wait」，它就接著想。',
      guess: {
        asks: '兩個「Wait」會讓錯誤的答案變成怎樣？',
        options: { same: '沒有變化', mends: '改對', spoils: '變成另一個錯的' },
      },
      setups: { none: '沒有「Wait」', two: '2 個「Wait」' },
      task: '選 2 個「Wait」，然後執行。',
      after: ({ before, after }) =>
        `之前：<data>${before}</data>。之後：<data>${after}</data>。它回頭再看，找到失誤，改正了。`,
    },
    curve: {
      title: '總是這樣嗎？',
      text: '一道題證明不了什麼。那就問五十道，按嘗試次數數一數正確的答案。搜尋也畫在旁邊。',
      guess: {
        asks: '投票和評判者：多試幾次，誰的收穫更大？',
        options: { vote: '投票', judge: '評判者' },
      },
      task: '先猜，再畫出曲線。只要幾秒。',
      after:
        '每個點是五十道題。虛線是神諭（oracle），即 pass@N：N 次嘗試裡有沒有一次對？好的評判者能接近它。投票要求更多：多數意見一致。搜尋在走錯之前就評判。',
    },
  },
};

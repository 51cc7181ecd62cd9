import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonSequentialParallel: Words['lessonSequentialParallel'] = {
  pages: {
    wide: {
      title: '更寬',
      text: '多出來的運算有兩種花法。一種是更寬：並排抽取幾個樣本，再投票。它們可以同時執行。但沒有一個樣本能從別的樣本那裡學到什麼。',
      task: '執行 4 票表決。',
      after: ({ answer, spent, votes, voters }) =>
        `<data>${answer}</data> 以 ${number(voters)} 票中的 ${number(votes)} 票獲勝，卻是錯的。這次投票花了 ${number(spent)} 個 token。`,
    },
    long: {
      title: '或者更長',
      text: '另一種是更長：只有一條軌跡，不讓它結束。每次它想結束，就在那裡寫上「Wait」。這個模型從帶失誤和改正的軌跡學習，所以會檢查自己。',
      guess: {
        asks: '兩種裡，哪種找到答案？',
        options: { wide: '四個樣本加投票', long: '一條軌跡加四個「Wait」' },
      },
      setups: { wide: '4 票表決', long: '4 個「Wait」' },
      task: '並排執行兩者。',
      after: (_, of) =>
        `長的那條軌跡回答 <data>${of('long').answer}</data>，是對的，花了 ${number(of('long').spent)} 個 token。投票花了 ${number(of('wide').spent)} 個。多數樣本都犯的失誤會贏得投票，檢查卻能發現它。`,
      readOn: '從旅程中學習之後的「Wait」，300 道題的結果',
    },
    other: {
      title: '反過來',
      text: '同樣兩種花法，換一個同樣大小的模型。它從沒有失誤的解答學習，從沒見過「Wait」。它的一條軌跡往往一次就對。',
      guess: {
        asks: '這次呢？',
        options: { wide: '四個樣本加投票', long: '一條軌跡加四個「Wait」' },
      },
      setups: { wide: '4 票表決', long: '4 個「Wait」' },
      task: '並排執行兩者。',
      after: (_, of) =>
        `投票的答案是 <data>${of('wide').answer}</data>，是對的。四個「Wait」之後，答案變成 <data>${of('long').answer}</data>：這個模型不知道拿「Wait」怎麼辦。要走得更長，得先學過。`,
      readOn: '從捷徑中學習之後的「Wait」，300 道題的結果',
    },
    both: {
      title: '兩者並用',
      text: '寬和長可以混合：4 條鏈並排，每條嘗試 3 次，最好的一次獲勝。更寬，每條鏈都要佔記憶體，但不會更慢。更長則要花時間，什麼機器也縮短不了。',
      task: '執行 4 條鏈，每條嘗試 3 次。',
      after: ({ spent, traces }) =>
        `${number(traces)} 次嘗試，${number(spent)} 個 token，答案是對的。怎麼分最好，取決於模型和題目，所以要測：一次掃描可以畫出整張網格。`,
      letters: '只比較 N 相同的分法。Snell 等（2024）發現，容易的題適合長鏈，難的題適合兩者混合。',
      readOn: '設定一次掃描',
    },
    table: {
      title: '整張表',
      text: '一道 24 點共試八次，分成四種：全部並排，全部依次，還有兩種混合。同一個模型，同一個評判者，300 道保留測試題。',
      guess: {
        asks: '哪一種解出最多？',
        options: { wide: '並排', long: '依次', even: '沒有明顯差別' },
      },
      task: '先猜，再看這張表。',
      after:
        '並排略微領先，但不明顯：區間重疊，花的 token 也一樣多。在這個遊戲裡，依次的下一次嘗試是重新開始，而不是改正，所以看過上一次也沒多少好處。',
      readOn: '在實驗室裡看每一局',
    },
  },
};

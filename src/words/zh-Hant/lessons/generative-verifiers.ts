import type { Words } from '../../rooms.ts';
import { fixed, number } from '../format.ts';

export const lessonGenerativeVerifiers: Words['lessonGenerativeVerifiers'] = {
  pages: {
    lost: {
      title: '投票很有把握，卻是錯的',
      text: '一個關於貝殼的小故事。十六個樣本投票。失誤不一定分散：多數樣本可能犯同樣的失誤。',
      task: '執行 16 票表決。',
      after: ({ answer, votes, voters, second, secondVotes }) =>
        `${number(voters)} 票中有 ${number(votes)} 票說 <data>${answer}</data>。只有 ${number(secondVotes)} 票說 <data>${second}</data>，而它是對的。`,
    },
    asked: {
      title: '問模型自己',
      text: '生成式驗證器就是一個被提問的語言模型：「這一步對嗎？」它說「yes」的機率就是得分。不需要另外的頭，也不需要另外的模型：評判不過是再寫一點東西。',
      task: '從同樣的 16 個裡選最佳，每一步都問它。',
      after: ({ answer, score, bestWrong }) =>
        `選中 <data>${answer}</data>，得分 ${fixed(score, 2)}。錯誤的軌跡裡，最高得 ${fixed(bestWrong, 2)}。`,
      letters: '最弱的一步代表整條軌跡。',
    },
    step: {
      title: '它懷疑的是哪一步？',
      text: '每格是一步。在錯誤的軌跡裡，「yes」的機率在某一步降下來，之後一直很低：那裡把一個數當成了另一個。',
      task: '開啟「得分」，看一條錯誤的軌跡。',
      after: ({ bestRight, bestWrong }) =>
        `它對什麼都沒有十足的把握：正確的軌跡得 ${fixed(bestRight, 2)}，並不高。但要選中它，只需高於 ${fixed(bestWrong, 2)}。`,
    },
    fooled: {
      title: '評判者也會錯',
      text: '一道謎題：騎士說真話，無賴說假話。投票還是那樣投，評判者還是那個評判者，兩邊用同樣的樣本。',
      guess: {
        asks: '這次誰對？',
        options: { vote: '投票', asked: '評判者' },
      },
      setups: { vote: '投票', asked: '詢問' },
      task: '並排執行兩者。',
      after: (_, of) =>
        `${number(of('vote').traces)} 個樣本中有 ${number(of('vote').right)} 個是對的，所以投票也對：<data>${of('vote').answer}</data>。評判者卻最喜歡一條錯誤的軌跡：<data>${of('asked').answer}</data>。許多次評判裡，有一次看走眼就夠了。`,
    },
    measured: {
      title: '在很多題上呢？',
      text: '兩道題什麼也證明不了。Zhang 等（2024）訓練了一個評判者，讓它先推理再說「yes」，並取幾次評判的平均：它勝過了投票。我們的評判者很小，只說一個詞。',
      guess: {
        asks: '300 道謎題，哪種解出更多？',
        options: { vote: '16 票表決', asked: '16 選最佳，逐步詢問' },
      },
      task: '先猜，再比較。',
      readOn: '實驗室裡的這條論點',
    },
  },
};

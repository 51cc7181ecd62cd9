import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonMcts: Words['lessonMcts'] = {
  pages: {
    greedy: {
      title: '只走看起來好的',
      text: '樹搜尋做模擬：往下走，加上步驟，估值，再把價值帶回上面。在這裡，每次都走平均價值最高的子節點，一直如此。',
      task: '不加探索，執行一次。',
      after: ({ simulations, nodes, traces }) =>
        `${number(simulations)} 次模擬，${number(nodes)} 步，${number(traces)} 個結尾，沒有一個是對的。它一次又一次走同一條路。`,
    },
    explore: {
      title: '好奇心',
      text: '現在給試得少的加上一項。c 說明這一項有多重。模擬次數一樣，走的路不一樣。',
      guess: { asks: '現在會得到 24 嗎？', options: { right: '會', wrong: '不會' } },
      setups: { greedy: 'c = 0', curious: 'c = 1.5' },
      task: '選 c = 1.5，然後執行。',
      after: ({ answer, nodes, simulations }) =>
        `<data>${answer}</data>：${number(simulations)} 次模擬，分散在 ${number(nodes)} 步上。`,
    },
    puct: {
      title: '停在一次選擇上',
      text: '每次選擇都是一張表：平均價值 Q，策略模型的先驗 P，造訪次數 n。取和最大的。根號裡是父節點的造訪次數 N，不是子節點的。',
      task: '走到一次選擇，再拖曳 c。',
      after: 'c = 0 時，只由平均價值決定。c 越大，先驗高、造訪少的就越佔上風。',
      letters: 'Q：子節點的平均價值。P：它的先驗。n：它的造訪次數。N：父節點的造訪次數。',
    },
    backup: {
      title: '帶回上面',
      text: '一次模擬找到的，算在沿途的每一步上。每一步多一次造訪，它的平均值向這個價值靠近。',
      task: '走到一次回傳。',
      after: '旁邊一欄有之前和之後的造訪次數與價值，從葉節點到樹根。',
      letters: 'v：帶回的價值。n：一步的造訪次數。Q：它的平均值。',
    },
    few: {
      title: '要多少次？',
      text: '搜尋要做過一些模擬才有價值。在那之前，它只看過許多條路的前幾步，沒有看到好的結尾。',
      setups: { few: '4', more: '8' },
      task: '選 8 次模擬，然後執行。',
      after: ({ answer, simulations, tokens }) =>
        `用 ${number(simulations)} 次模擬、${number(tokens)} 個 token，得到 <data>${answer}</data>。4 次時沒有正確的結尾。`,
    },
    measured: {
      title: '與束搜尋比較',
      text: '一個較弱的模型，大多數 24 點對它都難。從橫條看，MCTS 在這裡花的 token 比束搜尋多，這也是原因的一部分。',
      task: '看測量的結果。',
      readOn: '每一道 24 點，在實驗室裡',
    },
  },
};

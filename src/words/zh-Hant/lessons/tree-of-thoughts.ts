import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonTreeOfThoughts: Words['lessonTreeOfThoughts'] = {
  pages: {
    chain: {
      title: '鏈不能回頭',
      text: '在 24 點裡，第一步常常決定成敗，鏈走出去就不能反悔。寫下的就改不了了。',
      task: '執行一條鏈。',
      after: ({ answer }) => `<data>${answer}</data>，是錯的：從它走到的地方，沒有路通向 24。`,
    },
    narrow: {
      title: '試許多步，留一個',
      text: '提出八個下一步想法，逐個估值，留下最好的。這就是先看再走的鏈。',
      guess: { asks: '這樣夠嗎？', options: { right: '夠', wrong: '不夠' } },
      task: '用廣度 1 執行。',
      after: ({ nodes, traces }) =>
        `${number(nodes)} 個想法，${number(traces)} 個結尾，沒有一個是對的。看起來好的一步，其實是死路。`,
    },
    wide: {
      title: '留下五個',
      text: '現在每一層最好的五個狀態並排繼續。只是看起來不好的一步也有機會。這就是一層一層的思維樹。',
      guess: { asks: '它會得到 24 嗎？', options: { right: '會', wrong: '不會' } },
      setups: { narrow: '廣度 1', wide: '廣度 5' },
      task: '選廣度 5，然後執行。',
      after: ({ answer, nodes, right, traces }) =>
        `<data>${answer}</data>。${number(nodes)} 個想法，${number(traces)} 個結尾中有 ${number(right)} 個是對的。`,
      letters: '從狀態 S 出發的所有想法 z 裡，價值 V 最高的 b 個繼續。',
    },
    pruned: {
      title: '放棄了什麼',
      text: '和許多條鏈的區別在於評估者。由它決定哪些不再想下去。它放棄的，就再也不會試。',
      task: '選一個被剪掉的步驟。',
      after: '旁邊一欄有它的價值。搜尋留下了這一層最好的五個，放棄了這一個。',
    },
    back: {
      title: '退路',
      text: '另一種順序是深度優先：跟著最好的想法往下走，價值太低就退回上一次選擇。',
      task: '用深度優先執行。',
      after: ({ answer, nodes, tokens }) =>
        `<data>${answer}</data>，用了 ${number(nodes)} 個想法、${number(tokens)} 個 token。`,
    },
    turning: {
      title: '轉折處',
      text: '每次退回都是這次執行的一步。樹上方的兩個箭頭在搜尋的步驟之間移動。',
      task: '走到它第一次退回的地方。',
      after: '它在這裡離開一個狀態，回到上一個，從那裡試次好的想法。',
      readOn: '300 道 24 點上的樹和鏈',
    },
  },
};

import type { Words } from '../../rooms.ts';
import { amounts } from '../amounts.ts';
import { fixed, number } from '../format.ts';

export const lessonBeamSearch: Words['lessonBeamSearch'] = {
  pages: {
    one: {
      title: '一個束',
      text: '抽取四個下一步，讓驗證器評分，從最好的繼續。這就是貪心，只是按步驟，而不是按 token。',
      task: '用一個束執行。',
      after: ({ answer, nodes }) => `${number(nodes)} 步之後它說 <data>${answer}</data>：錯了。`,
    },
    four: {
      title: '四個束',
      text: '四個開頭並排生長。每一步之後，只有全部裡最好的四個繼續。',
      guess: { asks: '其中會有一個得到 24 嗎？', options: { right: '會', wrong: '不會' } },
      setups: { one: '1 個束', four: '4 個束' },
      task: '選 4 個束，然後執行。',
      after: ({ answer, nodes, tokens }) =>
        `<data>${answer}</data>，用了 ${number(nodes)} 步、${number(tokens)} 個 token。`,
      letters: '從束 B 抽取的所有步驟 s 裡，得分 r 最高的 w 個繼續。',
    },
    keeps: {
      title: '誰繼續',
      text: '在每一層，搜尋都要決定去留，樹上看得見：留下的步驟繼續，剪掉的變淡。',
      task: '走到第一次決定。',
      after: '旁邊一欄顯示每一步和它的得分。留下和剪掉的分界，就是寬度用完的地方。',
    },
    lookahead: {
      title: '前瞻',
      text: '一步剛寫完時的得分可能誤導。前瞻先往後試寫兩步再評分，然後丟掉試寫的。這要花 token。',
      guess: { asks: '一個束，前瞻 2 步。現在會對嗎？', options: { right: '會', wrong: '不會' } },
      setups: { none: '沒有前瞻', two: '前瞻 2 步' },
      task: '選前瞻 2 步，然後執行。',
      after: ({ answer, tokens, score }) =>
        `<data>${answer}</data>，花了 ${number(tokens)} 個 token 還是錯的，得分 ${amounts.decimal(score)}。驗證器自己看錯的地方，看得再遠也沒有用。`,
    },
    alike: {
      title: '全是同一個失誤',
      text: '束與束互相競爭。得分高的那個子節點多，很快所有的束都是它的後代。',
      task: '執行束搜尋。',
      after: ({ answer, score, bestRight, right }) =>
        `它更喜歡 <data>${answer}</data>（${fixed(score, 3)}），而不是 ${number(right)} 個正確的裡最好的那個（${fixed(bestRight, 3)}）。`,
    },
    apart: {
      title: '互不相干的樹',
      text: 'DVTS 把寬度分給幾棵樹，到結尾之前互不競爭。每棵樹留下自己最好的一步。',
      guess: { asks: '在這裡有用嗎？', options: { right: '有', wrong: '沒有' } },
      setups: { beam: '束', dvts: 'DVTS' },
      task: '選 DVTS，然後執行。',
      after: ({ answer, nodes }) =>
        `<data>${answer}</data>，用了 ${number(nodes)} 步。多樣勝過了一個很有把握的失誤。`,
    },
  },
};

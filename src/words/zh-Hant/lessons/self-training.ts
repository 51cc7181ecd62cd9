import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonSelfTraining: Words['lessonSelfTraining'] = {
  pages: {
    journey: {
      title: '旅程還是捷徑',
      text: '兩個模型，模仿的 token 一樣多。一個看的是捷徑：一次就對的解答。另一個看的是旅程：失誤、懷疑、改正。O1 Journey（2024）報告，旅程在 MATH 上高出 8 個百分點。',
      guess: {
        asks: '哪個會對？',
        options: { shortcut: '只學過對的那個', journey: '學過改正的那個' },
      },
      setups: { shortcut: '捷徑', journey: '旅程' },
      task: '並排執行兩者。',
      after: (_, of) =>
        `捷徑：<data>${of('shortcut').answer}</data>，錯了，沒有檢查。旅程：<data>${of('journey').answer}</data>，對了，檢查 ${number(of('journey').said)} 次。沒見過錯誤的，就學不會去找錯誤。`,
      readOn: '繞路，300 道題的結果',
    },
    star: {
      title: '做自己的老師',
      text: '這麼多軌跡由誰來寫？STaR（2022）讓模型自己寫：做許多題，留下答案正確的軌跡，模仿它們，再重複。這裡是基礎模型的 16 次嘗試。',
      task: '抽取 16 次嘗試。',
      after: ({ right, traces }) =>
        `${number(traces)} 次中有 ${number(right)} 次是對的。這些留下來模仿，其餘的丟掉。`,
      letters: 'θ 是權重；求和只算正確的軌跡。所有嘗試都失敗時，STaR 還會給出答案，讓模型寫出理由。',
    },
    luck: {
      title: '對還不夠',
      text: '正確答案可能是碰巧猜中的。模仿所有正確的軌跡，也就模仿了運氣。',
      task: '選一次正確的嘗試：它思考了嗎？',
      after: ({ right, rightThinkers }) =>
        `${number(right)} 次正確的嘗試中，有 ${number(rightThinkers)} 次是算出來的，其餘是猜的。所以怎麼選很重要：我們的模型留下自己的價值頭最喜歡的。`,
    },
    rounds: {
      title: '一輪又一輪',
      text: '自我演化就是重複這樣做：一輪的模型寫出下一輪用的軌跡，它的評判者也從同樣的軌跡學習。rStar-Math 用樹搜尋做了四輪。這裡是我們的六輪，用的是普通樣本。',
      task: '移動滑桿：它從哪一輪開始思考？',
    },
    evolved: {
      title: '之前和之後',
      text: '最初的模型，和最後一輪的模型。中間它見過的解題過程，只有自己寫的。',
      setups: { base: '之前', evolved: '之後' },
      task: '並排執行兩者。',
      after: (_, of) =>
        `之前：<data>${of('base').answer}</data>，${number(of('base').spent)} 個 token。之後：<data>${of('evolved').answer}</data>，${number(of('evolved').spent)} 個 token，對了。`,
      readOn: '實驗室裡的這條論點',
    },
  },
};

import type { Words } from '../language.ts';
import { number } from './format.ts';

export const lessonWords: Words['lessonWords'] = {
  title: '課程',
  intro:
    '即時畫面旁邊的簡短章節。每一頁只要你做一件事：執行、猜一猜、看一看。一切都在你的瀏覽器裡，用真實的模型。',
  chapters: {
    'self-consistency': {
      title: '自我一致性投票',
      idea: '很多樣本來投票。為什麼勝過一個樣本，又需要什麼條件。',
    },
  },
  begin: '開始',
  goOn: (page) => `繼續，第 ${number(page)} 頁`,
  again: '再讀一遍',
  finished: '讀過',
  lesson: '課程',
  pageOf: (page, of) => `第 ${number(page)} 頁，共 ${number(of)} 頁`,
  back: '上一頁',
  next: '下一頁',
  leave: '退出課程',
  all: '全部課程',
  following: (title) => `接下來：${title}`,
  unknown: '沒有這一課。',
  guessedRight: '你猜對了。',
  guessedWrong: (truth) => `結果不是這樣：「${truth}」`,
  toDo: '要做的',
  done: '做完了',
  choose: '執行什麼',
  run: '執行',
  running: '正在執行。',
  runFirst: '這一頁要看的執行不在舞台上。',
  runIt: '執行它',
  runBeside: '並排執行',
  showMe: '帶我去看',
  lookAt: {
    tree: '開啟「樹」',
    thoughts: '開啟「想法」',
    votes: '開啟「投票」',
    scores: '開啟「得分」',
    budget: '開啟「預算」',
  },
  formula: '公式，代入這次執行的數',
  code: '這種推理方法的程式碼',
  codeFrom: '剛才執行的就是這個檔案，和專案裡的一樣：',
};

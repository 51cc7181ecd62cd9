import type { Words } from '../language.ts';
import { number } from './format.ts';

export const lessonWords: Words['lessonWords'] = {
  title: '課程',
  intro:
    '即時畫面旁邊的簡短章節。每一頁只要你做一件事：執行、猜一猜、看一看。一切都在你的瀏覽器裡，用真實的模型。',
  chapters: {
    'first-story': {
      title: '第一個故事',
      idea: '從試一次，到投票、評判者、搜尋和「Wait」，短短七頁。',
    },
    'test-time-compute': {
      title: '測試時運算',
      idea: '想得更久、想得更寬，或者換更大的模型：三種花法。',
    },
    'three-parts': {
      title: '策略模型、驗證器、聚合方式',
      idea: '每種推理方法都由這三部分組成。',
    },
    'chain-of-thought': {
      title: '思維鏈',
      idea: '零樣本、用例題、經過訓練；還有一個用了也沒好處的弱模型。',
    },
    'best-of-n': {
      title: 'N 選最佳',
      idea: '結果驗證器和過程驗證器，許多步驟合成一個得分，還有被騙的評判者。',
    },
    'tree-of-thoughts': {
      title: '思維樹',
      idea: '幾個下一步想法，每個都估值，還有退路。',
    },
    'beam-search': {
      title: '束搜尋、前瞻、DVTS',
      idea: '以固定的寬度逐步搜尋，以及所有的束都相似時怎麼辦。',
    },
    mcts: {
      title: '蒙地卡羅樹搜尋',
      idea: '模擬、PUCT 和常數 c，對照一次停下來的搜尋的表格。',
    },
    rstar: {
      title: 'rStar',
      idea: '沒有訓練過的驗證器也能搜尋：五種動作，加上第二種意見。',
    },
    'budget-forcing': {
      title: '預算強制',
      idea: '「Wait」：為什麼幫得了一個模型，卻讓另一個的答案變成廢話。',
    },
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
  drawCurve: '畫出曲線',
  curveInLab: '在實驗室裡開啟',
  measured: {
    tokens: (tokens) => `每題 ${tokens} 個 token`,
    of: (problems) => `${problems} 道留出題中解出的比例。標記是 95% 信賴區間。`,
  },
  puct: {
    stop: '讓搜尋停在一次選擇上，這裡就會顯示它的表格。',
    table: '用這個 c 做這次選擇',
    step: '步驟',
    sum: '和',
    takes: (c, step) => `c = ${c}：選 ${step}`,
    same: (step) => `會選 ${step}，和搜尋一樣。`,
    other: (step, chosen, c) => `會選 ${step}。搜尋當時 c = ${c}，選了 ${chosen}。`,
  },
  fromRun: '講這個的課程',
};

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
    'sequential-parallel': {
      title: '寬還是長',
      idea: '並排抽取許多樣本，還是讓一個繼續想下去：哪種更值，取決於模型學過什麼。',
    },
    'compute-optimal': {
      title: '花在有用的地方',
      idea: '花費之前先問題目有多難。估計起來便宜，也容易看錯。',
    },
    'math-shepherd': {
      title: '不用人的標籤',
      idea: '從每一步做推演，就知道軌跡在哪裡走錯：Math-Shepherd，以及它的假設。',
    },
    'generative-verifiers': {
      title: '問「這對不對？」',
      idea: '讓模型評判自己：什麼時候看得到投票看不到的，什麼時候被騙。',
    },
    grpo: {
      title: '從 PPO 到 GRPO',
      idea: '用一組嘗試代替評論家，用真實的數算優勢，還有什麼也教不了的組。',
    },
    'r1-zero': {
      title: 'R1-Zero 和頓悟曲線',
      idea: '只靠獎勵就讓模型思考。一路上什麼在增長，什麼沒有。',
    },
    'r1-stages': {
      title: 'R1 的四個階段',
      idea: '模仿、獎勵、模仿自己、再獎勵：每個階段是為了什麼。',
    },
    distillation: {
      title: '蒸餾',
      idea: '小模型為什麼從老師那裡比從獎勵學得更多。',
    },
    'self-training': {
      title: '旅程，以及向自己學習',
      idea: '帶彎路的軌跡，自己做對的軌跡，還有一起演化的評判者。',
    },
    'decision-process': {
      title: '推理的五個詞',
      idea: '狀態、動作、策略模型、獎勵和價值，從搜尋的節點上讀出。',
    },
    faithfulness: {
      title: '思考說的是真相嗎？',
      idea: '改掉思考裡的一個數，看答案跟不跟著變。',
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
  cameTrue: '結果如此',
  guessedRight: '你猜對了。',
  guessedWrong: (truth) => `結果不是這樣：「${truth}」`,
  toDo: '要做的：',
  done: '做完了：',
  choose: '執行什麼',
  run: '執行',
  running: '正在執行。',
  otherChosen: ({ shown, wanted }) => `舞台上是「${shown}」。現在選「${wanted}」。`,
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
  asked: '關於這個，大家會被問到什麼',
  backToQuestion: '回到問題',
  lessonIs: (title) => `這一課：${title}`,
  decision: {
    label: '把選中的節點看作一次決策',
    select: '請在樹裡選一個節點。',
    state: '狀態：題目和到目前為止的步驟',
    actions: '動作，以及策略模型給每個動作的機率',
    reward: '獎勵',
    value: '價值：從這裡可以期望得到多少',
    noAction: '無：路徑到此結束。',
    noActionYet: '還沒有從這裡試過任何動作。',
    unknown: '–',
    noReward: '還沒有：路徑結束時才有。',
    verifierSays: (score) => `這是給你看的。搜尋只看到驗證器的得分：<data>${score}</data>。`,
    noValue: '還不知道。',
    valueOf: ({ value, visits }) => `<data>${value}</data>，是 ${number(visits)} 次模擬帶回的平均值。`,
    scoreOf: (score) => `<data>${score}</data>，只憑驗證器的得分。`,
  },
};

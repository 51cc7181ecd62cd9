import type { Words } from '../rooms.ts';
import { number, percent } from './format.ts';

interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const interval = ({ share, low, high }: Share) =>
  `${percent(share)}（${number(low * 100)} 到 ${number(high * 100)}）`;
const tokens = (count: number) => `${number(Math.round(count))} 個 token`;

/** What the outcomes of a sweep say beside accuracy: draws, difficulty, verifiers, waits, prices. */
export const insights: Words['insights'] = {
  tab: '更多圖表',
  way: '作答方式',
  solved: '解出的題目',
  tokens,
  count: (value) => number(value),

  draws: '同一次抽取，用更少的樣本',
  samples: '樣本數',
  mode: '樣本取法',
  modes: { expected: '其中任意 k 個', first: '前 k 個' },
  ways: {
    pass: '有一個正確（神諭）',
    majority: '多數決',
    best: '得分最高',
    weighted: '按得分加權投票',
  },
  drawsNote: {
    expected: (subsets) =>
      `沒有重新執行：每個點是取 k 個樣本的各種取法的平均。神諭和得分最高是精確值；投票最多取 ${number(subsets)} 種取法，而且總是同樣的那些。`,
    first: () => '沒有重新執行：每個點就是用 k 個樣本、同樣的種子執行一次的結果，平手也一樣處理。',
  },
  pointNote: (problems, cost) => `${number(problems)} 道題，每道約 ${tokens(cost)}。`,
  fooled: ({ peak, atPeak, atMost }) =>
    `得分最高的選法在 ${number(peak)} 個樣本時解出最多，為 ${percent(atPeak)}；用全部樣本時為 ${percent(atMost)}：候選越多，其中越常有一個驗證器喜歡的錯誤答案。`,
  oracleGap: ({ atMost, oracle }) =>
    `在全部樣本裡，${percent(oracle)} 的題目有正確答案；按得分最高能找到 ${percent(atMost)}。`,

  difficulty: '容易的題和難的題',
  difficultyNote:
    '按參考方式的單個樣本有多常正確，把題目分成五級，每級題數大致相同（Snell 等 2024）。參考方式本身不列入：分級靠的就是它。',
  bins: '級',
  bin: ({ place, from, to }) => `${number(place)}：pass@1 ${number(from * 100)} 到 ${percent(to)}`,
  armAt: (name, cost) => `${name}，${tokens(cost)}`,
  reference: '參考方式',
  budget: '每題預算',
  bestOfBin: '在這一級解出最多',
  computeOptimal: (share) => `每級用最好的方式，在一半題目上選、在另一半上評：解出 ${interval(share)}。`,

  grid: '並排嘗試還是先後嘗試',
  gridNote: '星號標出總次數相同時最好的分法。每個比例下面是它的 95% 信賴區間和一次執行的花費。',
  parallel: '並排嘗試數',
  sequential: '先後嘗試數',
  bestOfBudget: '總次數相同時最好',

  byWaits: '按「Wait」次數看答案',
  waits: '「Wait」次數',
  waitsNote: '取自每次執行沿途本會給出的答案。「Wait」較少就結束的執行，保留它的答案。',
  waitNote: ({ mended, broken, ended, runs }) =>
    `${number(runs)} 次執行中，這個「Wait」改對了 ${number(mended)} 次，改錯了 ${number(broken)} 次；${number(ended)} 次在此之前已經結束。`,

  roc: '對的軌跡和錯的軌跡，按得分',
  rocNote: '每個門檻下，有多少軌跡通過。什麼都不懂的驗證器落在對角線上。',
  auc: ({ auc, within }) =>
    `一對一錯的兩條軌跡，對的得分更高的佔 ${interval(auc)}（AUC）${within ? `；同一道題之內佔 ${interval(within)}` : ''}。`,
  calibration: '把得分當作機率',
  calibrationNote:
    '軌跡按得分分成十段：落在對角線上，說明正確的比例和得分所說的一樣。誤差線是 95% 信賴區間。',
  ece: (error) => `得分平均偏差 ${number(error * 100, 1)} 個百分點（ECE）。`,

  price: '一個正確答案的花費',
  priceNote: '所有結束的執行一共花的 token，除以其中正確的次數。',
  tokensPerRight: 'token',
  noneRight: (runs) => `${number(runs)} 次執行沒有一次正確`,
};

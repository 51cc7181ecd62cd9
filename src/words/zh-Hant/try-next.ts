import type { Words } from '../rooms.ts';
import { number } from './format.ts';

const tokens = (count: number) => `${number(count)} 個 token`;
/** What was written, told apart from what is said of it. */
const data = (text: string) => `<data>${text}</data>`;
const instead = (before: number) => `原來是 ${number(before)}`;

export const tryNext: Words['tryNext'] = {
  vote: {
    title: (samples) => `問它 ${number(samples)} 次，再投票`,
    changes: (before) =>
      before === 1
        ? '幾條思維鏈代替一條；這一條失誤的地方，多數也許不會失誤。'
        : `${instead(before)}：票越多，偶然的作用越小。`,
  },
  'best-of': {
    title: (samples) => `抽取 ${number(samples)} 條，讓驗證器來選`,
    changes: '這樣只要有一條對就夠了，只要驗證器認得出來。',
  },
  judge: {
    any: { title: (verifier) => `換個評判者：${verifier}`, changes: '只換評判者。' },
    title: { rule: '讓規則來評判', rollouts: '試寫下去再評判', process: '讓訓練過的評判者評分' },
    changes: {
      rule: '只換評判者：規則精確檢查每一步，騙不了它。',
      rollouts: '只換評判者：每一步續寫幾次，結果如何就是它的得分。',
      process: '只換評判者：一個學過評判每一步的模型。',
    },
  },
  'scores-vote': {
    title: '讓得分投票',
    changes: '得分總和最高的答案獲勝，而不是單獨一條最好的軌跡。',
  },
  'stop-early': {
    title: '投票有定論就停止',
    changes: (samples) => `和現在一樣最多 ${number(samples)} 條軌跡，但夠用就停。`,
  },
  search: {
    title: (strategy) => `改用搜尋：${strategy}`,
    changes: '邊寫邊評判步驟，而不只在最後評判。',
    another: '另一種搜尋：按別的規則決定從哪裡繼續。',
  },
  wider: {
    title: (width) => `並排留下 ${number(width)} 個`,
    changes: (before) => `${instead(before)}：好的開頭不那麼容易丟掉。`,
  },
  narrower: {
    title: (width) => `${number(width)} 個夠不夠？`,
    changes: (before) => `並排留下得少一些，${instead(before)}，好省 token。`,
  },
  simulations: {
    title: (count) => `給它 ${number(count)} 次模擬`,
    changes: (before) => `${instead(before)}：能看到更多的樹。`,
  },
  deeper: {
    title: (steps) => `允許走 ${number(steps)} 步`,
    changes: (before) => `${instead(before)}：路徑可以走到結尾。`,
  },
  'think-first': { title: '讓它先想一想', changes: '作答之前先有一條思維鏈。' },
  'check-itself': {
    title: '讓它檢查自己',
    changes: '高思考力度：模型說「Wait」，再看一遍才作答。',
  },
  'no-waits': {
    title: '不加「Wait」',
    changes: (before) => `思考在模型自己結束的地方結束，不再加 ${number(before)} 個「Wait」。`,
  },
  tokens: {
    title: (count) => `每條軌跡允許 ${tokens(count)}`,
    changes: (before) => `${instead(before)}，這樣被截斷的更少。`,
  },
  budget: { title: '取消預算限制', changes: '執行的 token 不再有上限。' },
  seed: { title: (seed) => `是運氣嗎？種子 ${String(seed)}`, changes: '其他都不變。' },
  'another-problem': {
    title: '換一道題',
    changes: (problem) => `同樣的推理方法，用在這道題上：${data(problem)}。`,
  },
  runs: '這樣設定並執行',
};

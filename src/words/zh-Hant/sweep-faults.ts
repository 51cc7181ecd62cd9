import type { Words } from '../rooms.ts';
import { fit } from './fit.ts';
import { number } from './format.ts';
import { problems } from './problems.ts';

/** Why a sweep, an arm of it or a file of its results cannot be had. */
export const sweepFaults: Words['sweepFaults'] = {
  arm: {
    'unknown-model': ({ model }) => `這裡沒有模型「${model}」。`,
    'only-judges': ({ model }) => `模型 ${model} 是訓練來評判的，自己不會寫。`,
    'other-family': (family) => problems.onlyKnows(family),
    strategy: ({ lacks }) => fit.strategy[lacks],
    verifier: ({ misfit }) => fit.verifier[misfit],
    discriminator: ({ misfit }) => fit.discriminator[misfit],
  },
  ofArm: ({ arm, why }) => `${arm}：${why}`,
  sameArms: ({ arm, as }) => `${arm} 和 ${as} 的計算完全相同：比較它們毫無意義。`,
  noProblems: '這個題集裡沒有題目。',
  tooManyRuns: ({ runs, most }) =>
    `這樣有 ${number(runs)} 次執行，而一次掃描最多 ${number(most)} 次：請減少題目、作答方式或重複次數。`,
  invalid: ({ setting, value }) => `設定 ${setting} 不能是 ${value}。`,
  noSetting: (setting) => `這裡沒有推理方法有 ${setting} 這項設定。`,
  tooManyArms: (most) => `作答方式太多：一次掃描最多 ${number(most)} 種。`,

  file: {
    'no-results-file': '這不是掃描結果的檔案。',
    'results-too-big': '這個檔案太大，讀不了。',
    'results-unreadable': '這個檔案不能作為文字讀取。',
    'results-newer': '這個檔案由更新的版本寫成。請更新，再開啟一次。',
  },
  line: ({ line, why }) => `第 ${number(line)} 行：${why}`,
  lines: {
    'no-json': '不是 JSON。',
    'not-as-written': '不是這種檔案裡該有的內容。',
    'no-such-run': '這個檔案的掃描裡沒有這次執行。',
  },
};

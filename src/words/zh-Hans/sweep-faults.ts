import type { Words } from '../rooms.ts';
import { fit } from './fit.ts';
import { number } from './format.ts';
import { problems } from './problems.ts';

/** Why a sweep, an arm of it or a file of its results cannot be had. */
export const sweepFaults: Words['sweepFaults'] = {
  arm: {
    'unknown-model': ({ model }) => `这里没有模型“${model}”。`,
    'only-judges': ({ model }) => `模型 ${model} 是训练来评判的，自己不会写。`,
    'other-family': (family) => problems.onlyKnows(family),
    strategy: ({ lacks }) => fit.strategy[lacks],
    verifier: ({ misfit }) => fit.verifier[misfit],
    discriminator: ({ misfit }) => fit.discriminator[misfit],
  },
  ofArm: ({ arm, why }) => `${arm}：${why}`,
  sameArms: ({ arm, as }) => `${arm} 和 ${as} 的计算完全相同：比较它们毫无意义。`,
  noProblems: '这个题集里没有题目。',
  tooManyRuns: ({ runs, most }) =>
    `这样有 ${number(runs)} 次运行，而一次扫描最多 ${number(most)} 次：请减少题目、作答方式或重复次数。`,
  invalid: ({ setting, value }) => `设置 ${setting} 不能是 ${value}。`,
  noSetting: (setting) => `这里没有推理方法有 ${setting} 这项设置。`,
  tooManyArms: (most) => `作答方式太多：一次扫描最多 ${number(most)} 种。`,

  file: {
    'no-results-file': '这不是扫描结果的文件。',
    'results-too-big': '这个文件太大，读不了。',
    'results-unreadable': '这个文件不能作为文本读取。',
    'results-newer': '这个文件由更新的版本写成。请更新，再打开一次。',
  },
  line: ({ line, why }) => `第 ${number(line)} 行：${why}`,
  lines: {
    'no-json': '不是 JSON。',
    'not-as-written': '不是这种文件里该有的内容。',
    'no-such-run': '这个文件的扫描里没有这次运行。',
  },
};

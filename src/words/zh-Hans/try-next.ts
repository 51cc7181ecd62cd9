import type { Words } from '../rooms.ts';
import { number } from './format.ts';

const tokens = (count: number) => `${number(count)} 个 token`;
/** What was written, told apart from what is said of it. */
const data = (text: string) => `<data>${text}</data>`;
const instead = (before: number) => `原来是 ${number(before)}`;

export const tryNext: Words['tryNext'] = {
  vote: {
    title: (samples) => `问它 ${number(samples)} 次，再投票`,
    changes: (before) =>
      before === 1
        ? '几条思维链代替一条；这一条失误的地方，多数也许不会失误。'
        : `${instead(before)}：票越多，偶然的作用越小。`,
  },
  'best-of': {
    title: (samples) => `抽取 ${number(samples)} 条，让验证器来选`,
    changes: '这样只要有一条对就够了，只要验证器认得出来。',
  },
  judge: {
    any: { title: (verifier) => `换个评判者：${verifier}`, changes: '只换评判者。' },
    title: { rule: '让规则来评判', rollouts: '试写下去再评判', process: '让训练过的评判者打分' },
    changes: {
      rule: '只换评判者：规则精确检查每一步，骗不了它。',
      rollouts: '只换评判者：每一步续写几次，结果如何就是它的得分。',
      process: '只换评判者：一个学过评判每一步的模型。',
    },
  },
  'scores-vote': {
    title: '让得分投票',
    changes: '得分总和最高的答案获胜，而不是单独一条最好的轨迹。',
  },
  'stop-early': {
    title: '投票有定论就停止',
    changes: (samples) => `和现在一样最多 ${number(samples)} 条轨迹，但够用就停。`,
  },
  search: {
    title: (strategy) => `改用搜索：${strategy}`,
    changes: '边写边评判步骤，而不只在最后评判。',
    another: '另一种搜索：按别的规则决定从哪里继续。',
  },
  wider: {
    title: (width) => `并排留下 ${number(width)} 个`,
    changes: (before) => `${instead(before)}：好的开头不那么容易丢掉。`,
  },
  narrower: {
    title: (width) => `${number(width)} 个够不够？`,
    changes: (before) => `并排留下得少一些，${instead(before)}，好省 token。`,
  },
  simulations: {
    title: (count) => `给它 ${number(count)} 次模拟`,
    changes: (before) => `${instead(before)}：能看到更多的树。`,
  },
  deeper: {
    title: (steps) => `允许走 ${number(steps)} 步`,
    changes: (before) => `${instead(before)}：路径可以走到结尾。`,
  },
  'think-first': { title: '让它先想一想', changes: '作答之前先有一条思维链。' },
  'check-itself': {
    title: '让它检查自己',
    changes: '高思考力度：模型说“Wait”，再看一遍才作答。',
  },
  'no-waits': {
    title: '不加“Wait”',
    changes: (before) => `思考在模型自己结束的地方结束，不再加 ${number(before)} 个“Wait”。`,
  },
  tokens: {
    title: (count) => `每条轨迹允许 ${tokens(count)}`,
    changes: (before) => `${instead(before)}，这样被截断的更少。`,
  },
  budget: { title: '取消预算限制', changes: '运行的 token 不再有上限。' },
  seed: { title: (seed) => `是运气吗？种子 ${String(seed)}`, changes: '其他都不变。' },
  'another-problem': {
    title: '换一道题',
    changes: (problem) => `同样的推理方法，用在这道题上：${data(problem)}。`,
  },
  runs: '这样设置并运行',
};

import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const setup: Words['setup'] = {
  by: (authors) => `（${authors}）`,
  verifier: '验证器',
  doesNotFit: (verifier) => `${verifier}（不适用）`,
  misfits: (count) => `为什么 ${number(count)} 个验证器不适用`,
  main: '主要设置',
  more: '更多设置',
  sampling: '采样',
  run: '运行',
  greedy: '温度为 0 时总是取概率最大的 token，所以这里改了也没有用。',
  anotherSeed: '换一个种子',
  changed: (changes, more) => `改动：${changes.join('，')}${more > 0 ? `，还有 ${more} 处` : ''}`,
  change: {
    value: ({ name, from, to }) => `${name} ${from} → ${to}`,
    now: (name) => `现在是${name}`,
    problem: '换了题目',
    start: '起点',
    pruned: '剪掉的部分',
  },
  takeBack: '撤回',
  takeBackHelp: '恢复成这次运行用的设置',
  startsFrom: '从修改过的想法开始：<text>…</text>',
  neverFollows: '永不走：<text>…</text>',
  startAgain: '重新从题目开始',
  followAgain: '重新允许每一步',
};

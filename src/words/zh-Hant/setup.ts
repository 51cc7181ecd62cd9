import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const setup: Words['setup'] = {
  by: (authors) => `（${authors}）`,
  verifier: '驗證器',
  doesNotFit: (verifier) => `${verifier}（不適用）`,
  misfits: (count) => `為什麼 ${number(count)} 個驗證器不適用`,
  main: '主要設定',
  more: '更多設定',
  sampling: '取樣',
  run: '執行',
  greedy: '溫度為 0 時總是取機率最大的 token，所以這裡改了也沒有用。',
  anotherSeed: '換一個種子',
  changed: (changes, more) => `改動：${changes.join('，')}${more > 0 ? `，還有 ${more} 處` : ''}`,
  change: {
    value: ({ name, from, to }) => `${name} ${from} → ${to}`,
    now: (name) => `現在是${name}`,
    problem: '換了題目',
    start: '起點',
    pruned: '剪掉的部分',
  },
  takeBack: '復原',
  takeBackHelp: '恢復成這次執行用的設定',
  startsFrom: '從修改過的想法開始：<text>…</text>',
  neverFollows: '永不走：<text>…</text>',
  startAgain: '重新從題目開始',
  followAgain: '重新允許每一步',
};

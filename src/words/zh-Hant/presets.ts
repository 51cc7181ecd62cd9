import type { Words } from '../rooms.ts';

export const presetTitles: Words['presetTitles'] = {
  'game-of-24': '24 點，一步一步來',
  'game-of-24-direct': '24 點，一口氣答',
  'vote-of-8': '算術，8 票表決',
  'vote-of-32': '算術，32 票表決',
  wait: '再想一遍',
  'hard-game': '一道難的 24 點',
  'beam-search': '在難題上用束搜尋',
  'diverse-search': '互不相干的子樹',
  'vote-after-search': '搜尋完再投票',
  'tree-of-thoughts': '思維樹，廣度優先',
  'tree-search': '蒙地卡羅樹搜尋',
  'best-of-16': '16 選最佳',
  'four-waits': '被要求再想',
  'compute-optimal': '把 token 用在刀口上',
  'word-problem': '文字題，8 票表決',
  'equation-chain': '方程式，逼它檢查',
  'knights-and-knaves': '騎士與無賴',
  'in-words': '一道文字題',
  'larger-number': '9.11 還是 9.9？',
  'broken-vase': '誰打破了花瓶？',
};

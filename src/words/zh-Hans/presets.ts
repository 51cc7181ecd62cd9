import type { Words } from '../rooms.ts';

export const presetTitles: Words['presetTitles'] = {
  'game-of-24': '24 点，一步一步来',
  'game-of-24-direct': '24 点，一口气答',
  'vote-of-8': '算术，8 票表决',
  'vote-of-32': '算术，32 票表决',
  wait: '再想一遍',
  'hard-game': '一道难的 24 点',
  'beam-search': '在难题上用束搜索',
  'diverse-search': '互不相干的子树',
  'vote-after-search': '搜索完再投票',
  'tree-of-thoughts': '思维树，广度优先',
  'tree-search': '蒙特卡洛树搜索',
  'best-of-16': '16 选最佳',
  'four-waits': '被要求再想',
  'compute-optimal': '把 token 用在刀刃上',
  'word-problem': '文字题，8 票表决',
  'equation-chain': '方程，逼它检查',
  'knights-and-knaves': '骑士与无赖',
  'in-words': '一道文字题',
  'larger-number': '9.11 还是 9.9？',
  'broken-vase': '谁打碎了花瓶？',
};

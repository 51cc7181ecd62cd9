import type { PresetId } from '#experiment/presets.ts';
import { room } from '../language.ts';

/** What presets are called. */
export const presetTitles = room('presetTitles', {
  'game-of-24': 'Game of 24, step by step',
  'game-of-24-direct': 'Game of 24, at once',
  'vote-of-8': 'Arithmetic, a vote of 8',
  'vote-of-32': 'Arithmetic, a vote of 32',
  wait: 'Thinking again',
  'hard-game': 'A hard game of 24',
  'beam-search': 'Beam search on a hard game',
  'diverse-search': 'Independent subtrees',
  'vote-after-search': 'A search that ends in a vote',
  'tree-of-thoughts': 'Tree of thoughts, breadth first',
  'tree-search': 'Monte-Carlo tree search',
  'best-of-16': 'The best of 16',
  'four-waits': 'Told to think again',
  'compute-optimal': 'Tokens where they help',
  'word-problem': 'A word problem, a vote of 8',
  'equation-chain': 'Equations, made to check',
  'knights-and-knaves': 'Knights and knaves',
  'in-words': 'A problem in words',
  'larger-number': '9.11 or 9.9?',
  'broken-vase': 'Who broke the vase?',
} satisfies Record<PresetId, string>);

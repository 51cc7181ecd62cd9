import type { PresetId } from '#experiment/presets.ts';
import { room } from '../language.ts';

/** Why to run each preset, in one plain sentence: what to look for. */
export const presetReasons = room('presetReasons', {
  'game-of-24': 'The model writes down what it does with the numbers before it answers.',
  'game-of-24-direct':
    'The same game without a thought: the whole solution has to be right from its first token.',
  'vote-of-8':
    'The likeliest trace is wrong, and so is the first one here; the vote of eight is right, as with most seeds.',
  'vote-of-32':
    'The same sum with four times as many votes: the right result leads with each seed from 1 to 8.',
  wait: 'With high effort the model says “Wait” when an attempt fails, and starts over.',
  'hard-game': 'In whole numbers only one way leads to 24, and one chain of thought misses it.',
  'beam-search':
    'One chain of thought fails here: watch the value head keep the steps that still lead somewhere.',
  'diverse-search':
    'A beam falls for one promising slip in half of the runs here: four subtrees that know nothing of each other do not.',
  'vote-after-search':
    'The verifier often likes a slip best, but the scores of all ends add up to a right answer. Choose “best trace” to compare.',
  'tree-of-thoughts': 'A puzzle of the paper: five states are kept after each level, as there.',
  'tree-search':
    'Stop at a selection: the table shows how value, prior and visits make the score of every child.',
  'best-of-16':
    'The process verifier scores every step of 16 traces: most are wrong, and it finds one that is right.',
  'four-waits':
    'Its first attempts fail. The first “Wait” forced on it brings a right answer, and those after it the same one again.',
  'compute-optimal':
    'Four samples tell how hard the game is; the rest goes to a vote or to a search, whichever suits.',
  'word-problem': 'Eight thoughts read the same story: where one of them slips, the others outvote it.',
  'equation-chain':
    'A step is wrong at first. Each “Wait” makes the model check one: the slip is corrected, and later steps are recomputed.',
  'knights-and-knaves':
    'The model supposes what somebody is, follows what that means, and starts over where it clashes.',
  'in-words': 'A reasoning model on your own graphics card works through a word problem, step by step.',
  'larger-number':
    'A question that small models answer one way or the other: see which answer most of eight thoughts come to.',
  'broken-vase':
    'A puzzle of who tells the truth: each “Wait” makes the model go through the cases once more.',
} satisfies Record<PresetId, string>);

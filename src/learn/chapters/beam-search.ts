import { presetExperiments } from '#experiment/presets.ts';
import { defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment, StrategyOf } from '#experiment/experiment.ts';
import { sources } from '#experiment/sources.ts';
import type { Chapter } from '../chapter.ts';

const beam = (of: Experiment, change: Partial<StrategyOf<'beam-search'>>): Experiment => ({
  ...of,
  strategy: { ...defaultStrategy('beam-search'), ...change },
});
const hard = presetExperiments['beam-search'];
const alike = { ...presetExperiments['diverse-search'], seed: 1 };

/** Beam search over steps, lookahead, and trees kept apart (Snell 2024; Beeching 2024). */
export const beamSearchChapter = {
  pages: [
    {
      id: 'one',
      setups: { one: beam(hard, { width: 1 }) },
      task: { kind: 'run', setup: 'one' },
      facts: ['answer', 'nodes'],
      claims: { one: [{ fact: 'outcome', is: 'wrong' }] },
    },
    {
      id: 'four',
      setups: { one: beam(hard, { width: 1 }), four: beam(hard, { width: 4 }) },
      task: { kind: 'run', setup: 'four' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'nodes', 'tokens'],
      claims: { four: [{ fact: 'outcome', is: 'right' }] },
      formula: 'beam',
      code: 'beam-search.ts',
      source: sources.snell,
    },
    {
      id: 'keeps',
      task: { kind: 'step', target: { kind: 'event', type: 'nodes-kept' } },
    },
    {
      id: 'lookahead',
      setups: { none: beam(hard, { width: 1 }), two: beam(hard, { width: 1, lookahead: 2 }) },
      task: { kind: 'run', setup: 'two' },
      guess: { options: ['right', 'wrong'], right: 'wrong' },
      facts: ['answer', 'tokens', 'score'],
      claims: {
        two: [
          { fact: 'outcome', is: 'wrong' },
          { fact: 'score', atLeast: 0.5 },
        ],
      },
    },
    {
      id: 'alike',
      setups: { beam: beam(alike, { variant: 'beam' }) },
      task: { kind: 'run', setup: 'beam' },
      facts: ['answer', 'score', 'bestRight', 'right'],
      claims: { beam: [{ fact: 'outcome', is: 'wrong' }] },
    },
    {
      id: 'apart',
      setups: { beam: beam(alike, { variant: 'beam' }), dvts: beam(alike, { variant: 'dvts' }) },
      task: { kind: 'run', setup: 'dvts' },
      guess: { options: ['right', 'wrong'], right: 'right' },
      facts: ['answer', 'nodes'],
      claims: { dvts: [{ fact: 'outcome', is: 'right' }] },
      source: sources.beeching,
    },
  ],
} as const satisfies Chapter;

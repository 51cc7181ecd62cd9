import type { StrategyGroup } from '#experiment/strategies/sheet.ts';
import type { StrategiesWords } from '../kinds.ts';
import { room } from '../language.ts';
import { plural } from './format.ts';
import { searches } from './searches.ts';

/** Every strategy: its name, what it does and what its own knobs do. */
export const strategies = room('strategies', {
  direct: { name: 'Direct answer', does: 'The model answers at once, without thinking.', knobs: {} },
  'chain-of-thought': {
    name: 'Chain of thought',
    does: 'The model writes its steps down, then answers.',
    brief: ({ effort }: { readonly effort: 'low' | 'high' }) =>
      effort === 'low' ? 'Chain of thought, low effort' : 'Chain of thought, high effort',
    knobs: {},
  },
  'few-shot': {
    name: 'Few-shot chain of thought',
    does: 'The model sees worked examples before the problem.',
    brief: ({ shots }: { readonly shots: number }) =>
      plural(shots, { one: 'Few-shot, # worked example', other: 'Few-shot, # worked examples' }),
    knobs: {
      shots: {
        name: 'Examples',
        does: 'How many worked examples stand before the problem. A model that ships with the page has learnt to read three at most.',
        paper: '8',
      },
    },
  },
  'self-consistency': {
    name: 'Self-consistency',
    does: 'Many chains of thought; the answer most of them reach wins.',
    brief: ({ samples, effort }: { readonly samples: number; readonly effort: 'low' | 'high' }) =>
      plural(
        samples,
        effort === 'low'
          ? { one: 'Self-consistency, # trace, low effort', other: 'Self-consistency, # traces, low effort' }
          : {
              one: 'Self-consistency, # trace, high effort',
              other: 'Self-consistency, # traces, high effort',
            },
      ),
    knobs: { samples: { does: 'How many traces are drawn and vote.', paper: '40' } },
  },
  'adaptive-consistency': {
    name: 'Adaptive consistency',
    does: 'A vote that stops drawing traces once it is decided.',
    knobs: {
      samples: {
        name: 'Samples at most',
        does: 'How many traces are drawn if the vote is never decided.',
        paper: '40',
      },
      batch: {
        name: 'Batch',
        does: 'How many traces are drawn before the vote is looked at.',
        paper: '1',
      },
      stop: {
        name: 'Stop when',
        does: 'When the vote counts as decided.',
        paper: 'confident',
        options: {
          certain: {
            name: 'Certain',
            does: 'When no outcome of the samples left can change the winner.',
          },
          confident: { name: 'Confident', does: 'When the winner is ahead with the stated probability.' },
        },
      },
      confidence: {
        name: 'Confidence',
        does: 'Confidence needed to stop early.',
        paper: '0.95',
        idle: 'Only where the vote stops when confident.',
      },
    },
  },
  'best-of-n': {
    name: 'Best of N',
    does: 'Many chains of thought; a verifier scores them and the best one wins.',
    knobs: {
      samples: { does: 'How many traces are drawn and scored.', paper: '100' },
      aggregation: { paper: 'product' },
      choose: { paper: 'weighted vote' },
    },
  },
  'budget-forcing': {
    name: 'Budget forcing',
    does: 'Where the model would stop thinking, the end is dropped and “Wait” put in its place.',
    knobs: {
      waits: { name: 'Waits', does: 'How many times the end of thinking is dropped.', paper: '2 to 6' },
      word: {
        name: 'Word',
        does: 'What is put in the place of the end.',
        paper: 'Wait',
        idle: 'Only where the end is dropped at least once.',
      },
      thinkingTokens: {
        name: 'Thinking tokens',
        does: 'Thinking that has reached this many is ended.',
        paper: '32,000',
      },
    },
  },
  revision: {
    name: 'Sequential revision',
    does: 'The model sees its earlier attempts and tries again, in several chains side by side.',
    knobs: {
      parallel: { name: 'Chains', does: 'How many chains of attempts run side by side.' },
      rounds: {
        name: 'Attempts',
        does: 'How many attempts each chain makes, the first included.',
        paper: '4 and more',
      },
      aggregation: { does: 'How an attempt’s step scores become one.', paper: 'last' },
    },
  },
  'step-verification': {
    name: 'Step-by-step verification',
    does: 'A step is kept only if the verifier passes it; else it is drawn again.',
    knobs: {
      threshold: { does: 'The score that a step must reach to be kept.' },
      retries: {
        name: 'Retries',
        does: 'How many further draws the whole trace has for steps that fail.',
      },
    },
  },
  ...searches,
  'compute-optimal': {
    name: 'Compute-optimal',
    does: 'A few samples tell how hard the problem is; the tokens are spent accordingly.',
    knobs: {
      probe: {
        name: 'Probe',
        does: 'How many samples tell how hard the problem is.',
        paper: '2,048',
      },
      tokens: { name: 'Tokens to spend', does: 'What may be spent in all, the probe included.' },
    },
  },
} satisfies StrategiesWords);

/** The groups of the menu. */
export const strategyGroupNames = room('strategyGroupNames', {
  'one-trace': 'One trace',
  'many-traces': 'Many traces',
  'thinking-longer': 'Thinking longer',
  search: 'Search',
  'by-difficulty': 'By difficulty',
} satisfies Record<StrategyGroup, string>);

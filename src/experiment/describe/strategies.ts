import type { StrategyKind } from '../experiment.ts';
import type { Source } from '../sources.ts';
import { sources } from '../sources.ts';

export interface StrategyDescription {
  readonly name: string;
  /** One line. */
  readonly does: string;
  readonly source: Source;
}

export const strategyDescriptions: Readonly<Record<StrategyKind, StrategyDescription>> = {
  direct: {
    name: 'Direct answer',
    does: 'The model answers at once, without thinking.',
    source: sources.wei,
  },
  'chain-of-thought': {
    name: 'Chain of thought',
    does: 'The model writes its steps down, then answers.',
    source: sources.kojima,
  },
  'few-shot': {
    name: 'Few-shot chain of thought',
    does: 'The model sees worked examples before the problem.',
    source: sources.wei,
  },
  'self-consistency': {
    name: 'Self-consistency',
    does: 'Many chains of thought; the answer most of them reach wins.',
    source: sources.wangVote,
  },
  'adaptive-consistency': {
    name: 'Adaptive consistency',
    does: 'A vote that stops drawing traces once it is decided.',
    source: sources.aggarwal,
  },
  'best-of-n': {
    name: 'Best of N',
    does: 'Many chains of thought; a verifier scores them and the best one wins.',
    source: sources.cobbe,
  },
  'beam-search': {
    name: 'Beam search',
    does: 'A verifier scores every step; only the most promising beginnings are continued.',
    source: sources.snell,
  },
  'tree-of-thoughts': {
    name: 'Tree of thoughts',
    does: 'Thoughts are proposed, valued and followed level by level, or one by one with a way back.',
    source: sources.yao,
  },
  mcts: {
    name: 'Monte-Carlo tree search',
    does: 'Simulations go where value and curiosity are highest, and carry back what they found.',
    source: sources.silver,
  },
  rstar: {
    name: 'rStar',
    does: 'A tree search over five kinds of action; of the traces that second samplings agree with, the answer found most often wins.',
    source: sources.qi,
  },
  'budget-forcing': {
    name: 'Budget forcing',
    does: 'Where the model would stop thinking, the end is dropped and “Wait” put in its place.',
    source: sources.muennighoff,
  },
  revision: {
    name: 'Sequential revision',
    does: 'The model sees its earlier attempts and tries again, in several chains side by side.',
    source: sources.snell,
  },
  'step-verification': {
    name: 'Step-by-step verification',
    does: 'A step is kept only if the verifier passes it; else it is drawn again.',
    source: sources.lightman,
  },
  'compute-optimal': {
    name: 'Compute-optimal',
    does: 'A few samples tell how hard the problem is; the tokens are spent accordingly.',
    source: sources.snell,
  },
};

import type { VerifiersWords } from '../kinds.ts';
import { room } from '../language.ts';

/** Every verifier: its name, what it does and what its knobs do. */
export const verifiers = room('verifiers', {
  rule: {
    name: 'Rule',
    does: 'Checks every step exactly, like a proof checker: 1 while all is right, else 0.',
    knobs: {},
  },
  outcome: {
    name: 'Outcome',
    does: 'The value head looks at the finished trace once.',
    knobs: {
      model: {
        name: 'Verifier model',
        does: 'Whose value head is read.',
        paper: 'a verifier of its own, trained on outcomes',
      },
    },
  },
  process: {
    name: 'Process',
    does: 'The value head says after every step how likely a right answer still is.',
    knobs: {
      model: {
        name: 'Verifier model',
        does: 'Whose value head is read.',
        paper: 'a reward model of its own, trained on steps',
      },
    },
  },
  rollouts: {
    name: 'Rollouts',
    does: 'Completes the trace from each step several times and counts how many end well.',
    knobs: {
      rollouts: { name: 'Rollouts', does: 'How many times each step is completed.', paper: '8' },
      estimate: {
        name: 'Estimate',
        does: 'Soft: the share of completions that end well. Hard: whether any does.',
        paper: 'hard for training',
        options: {
          soft: { name: 'Soft', does: 'The share of completions that end well.' },
          hard: { name: 'Hard', does: '1 if any completion ends well.' },
        },
      },
    },
  },
  majority: { name: 'Majority', does: 'The share of the traces that agree on the answer.', knobs: {} },
  generative: {
    name: 'Generative',
    does: 'Asks the model whether this is right, and reads how likely it says yes.',
    knobs: {},
  },
  'self-evaluation': {
    name: 'Self-evaluation',
    does: 'Asks the model for a word on each state: sure, likely or impossible.',
    knobs: {
      evaluations: {
        name: 'Evaluations',
        does: 'How many times the model is asked about each state.',
        paper: '3',
      },
    },
  },
  oracle: {
    name: 'Oracle',
    does: 'Knows the answer. No verifier, but the ceiling that a perfect one would reach.',
    knobs: {},
  },
} satisfies VerifiersWords);

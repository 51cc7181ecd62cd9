import type { SequenceLabel } from '#run/facts/label.ts';
import { room } from '../language.ts';
import type { Sayings } from '../say.ts';
import { number } from './format.ts';

/** What a step of rStar is. */
export const actions = {
  step: 'One step',
  rest: 'The rest',
  'sub-question': 'Sub-question',
  're-answer': 'Answered again',
  rephrase: 'Rephrased',
};

/** Names of what a run writes. */
export const labels = room('labels', {
  kinds: {
    'only-trace': () => 'Trace',
    trace: (label) => `Trace ${number(label.number)}`,
    attempt: ({ chain, attempt }) => `Chain ${number(chain)}, attempt ${number(attempt)}`,
    step: ({ step, draw }) => `Step ${number(step)}${draw === null ? '' : `, draw ${number(draw)}`}`,
    lookahead: ({ node }) => `Lookahead from node ${number(node)}`,
    'node-rollout': ({ node }) => `Rollout from node ${number(node)}`,
    'step-rollout': (label) => `Rollout ${number(label.number)} from step ${number(label.step)}`,
    evaluation: (label) => `Evaluation ${number(label.number)} of step ${number(label.step)}`,
    check: (label) =>
      `Check ${number(label.number)} of node ${number(label.node)}${label.by === null ? '' : `, by ${label.by}`}`,
    action: ({ action, draw }) => `${actions[action]}, draw ${number(draw)}`,
    'sub-answer': ({ question, draw }) => `Answer to sub-question ${number(question)}, draw ${number(draw)}`,
    'as-saved': ({ text }) => text,
  } satisfies Sayings<SequenceLabel>,
  /** The run's only trace, at the start of a sentence and in it. */
  theTrace: 'The trace',
  theTraceAmid: 'the trace',
});

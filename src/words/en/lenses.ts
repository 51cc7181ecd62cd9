import { room } from '../language.ts';

/** The index of the lenses. What one of them says stands in a room of its own. */
export const lensWords = room('lensWords', {
  title: 'Lenses',
  intro: 'A lens takes a run from Play and shows what its numbers come from, with the formula beside them.',
  all: 'All lenses',
  closer: 'Look closer, in the Lab',
  names: {
    grpo: 'What a trace is worth to its group',
    shepherd: 'Where a thought goes wrong',
    anchors: 'Which step decided the answer',
  },
  ideas: {
    grpo: 'Many traces of one problem as a group: rewards by rule, advantages, and what GRPO would push up or down, token by token.',
    shepherd:
      'A trace with rollouts from each of its steps: the labels that Math-Shepherd learns from, beside what a value head says.',
    anchors:
      'Each step of a trace, drawn again many times: how much the answers change tells which step they hang on.',
  },
  sources: {
    grpo: 'DeepSeekMath, arXiv 2402.03300',
    shepherd: 'Math-Shepherd, arXiv 2312.08935',
    anchors: 'Thought Anchors, arXiv 2506.19143',
  },
  nothing:
    'Nothing is chosen yet. Run something in <play>Play</play>, and come back: the lens looks at that run.',
});

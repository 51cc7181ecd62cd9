import { room } from '../language.ts';

/** What experiments and claims are about: `src/app/places/topics.ts`. */
export const topicWords = room('topicWords', {
  names: {
    'one-chain': 'One chain of thought',
    voting: 'Voting',
    judging: 'Judging',
    searching: 'Searching',
    'thinking-longer': 'Thinking longer',
    training: 'Training',
  },
  ideas: {
    'one-chain':
      'A model that writes its steps down before it answers has more to go by than one that must answer at once.',
    voting: 'Slips differ from try to try, right answers don’t: let many tries vote.',
    judging: 'A verifier scores tries or steps, so that one right try among many wrong ones is found.',
    searching: 'Think in steps, keep the promising ones, drop the rest: a tree in place of a chain.',
    'thinking-longer': 'A model that is told to “Wait” checks what it wrote and begins again.',
    training: 'How models came to think: rewarded for right answers, or by imitating their own best tries.',
  },
});

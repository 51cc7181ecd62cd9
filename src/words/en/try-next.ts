import type { VerifierKind } from '#experiment/verifier.ts';
import { room } from '../language.ts';
import { number, plural } from './format.ts';

const tokens = (count: number) => plural(count, { one: '# token', other: '# tokens' });
const moreWaits = (count: number) => plural(count, { one: '# more “Wait”', other: '# more “Waits”' });
/** What was written, told apart from what is said of it. */
const data = (text: string) => `<data>${text}</data>`;

/** What to run next: the button, and what it changes. */
export const tryNext = room('tryNext', {
  vote: {
    title: (samples: number) => `Ask it ${number(samples)} times and vote`,
    changes: (before: number) =>
      before === 1
        ? 'Several chains of thought instead of one; most of them may not slip where this one did.'
        : `Instead of ${number(before)}: the more votes, the less chance decides.`,
  },
  'best-of': {
    title: (samples: number) => `Draw ${number(samples)} and let a verifier choose`,
    changes: 'One right trace is then enough, if the verifier knows it when it sees it.',
  },
  judge: {
    any: {
      title: (verifier: string) => `Let another judge: ${verifier}`,
      changes: 'Only the judge changes.',
    },
    title: {
      rule: 'Let the rule judge',
      rollouts: 'Judge by trying it out',
      process: 'Let a trained judge score',
    } satisfies Partial<Record<VerifierKind, string>>,
    changes: {
      rule: 'Only the judge changes: the rule checks every step exactly and cannot be fooled.',
      rollouts:
        'Only the judge changes: each step is completed several times, and what comes of it is its score.',
      process: 'Only the judge changes: a model that learnt to judge each step.',
    } satisfies Partial<Record<VerifierKind, string>>,
  },
  'scores-vote': {
    title: 'Let the scores vote',
    changes: 'The answer whose scores add up to the most wins, not the single best trace.',
  },
  'stop-early': {
    title: 'Stop once the vote is decided',
    changes: (samples: number) => `Up to ${number(samples)} traces as now, but only as many as it takes.`,
  },
  search: {
    title: (strategy: string) => `Search instead: ${strategy}`,
    changes: 'Steps are judged while they are written, not only at the end.',
    another: 'A search of another kind: it has other rules for where to go on.',
  },
  wider: {
    title: (width: number) => `Keep ${number(width)} side by side`,
    changes: (before: number) => `Instead of ${number(before)}: a good start is less easily lost.`,
  },
  narrower: {
    title: (width: number) => (width === 1 ? 'Would one be enough?' : `Would ${number(width)} be enough?`),
    changes: (before: number) => `Keep fewer side by side, instead of ${number(before)}, for fewer tokens.`,
  },
  simulations: {
    title: (count: number) => `Give it ${number(count)} simulations`,
    changes: (before: number) => `Instead of ${number(before)}: more of the tree is seen.`,
  },
  deeper: {
    title: (steps: number) => `Allow ${number(steps)} steps`,
    changes: (before: number) => `Instead of ${number(before)}: paths may go on to their end.`,
  },
  'think-first': {
    title: 'Let it think first',
    changes: 'A chain of thought before the answer.',
  },
  'check-itself': {
    title: 'Let it check itself',
    changes: 'High effort: the model says “Wait” and looks again before it answers.',
  },
  'no-waits': {
    title: 'Without a “Wait”',
    changes: (before: number) => `The thought ends where the model ends it, not after ${moreWaits(before)}.`,
  },
  tokens: {
    title: (count: number) => `Allow ${tokens(count)} a trace`,
    changes: (before: number) => `Instead of ${number(before)}, so that fewer are cut off.`,
  },
  budget: { title: 'Lift the budget', changes: 'No limit on the tokens of the run.' },
  seed: {
    title: (seed: number) => `Is it luck? Seed ${String(seed)}`,
    changes: 'All else stays the same.',
  },
  'another-problem': {
    title: 'Another problem',
    changes: (problem: string) => `The same strategy on this one: ${data(problem)}.`,
  },
  /** Behind a title: what will happen when it is pressed. */
  runs: 'Sets this up and runs it',
});

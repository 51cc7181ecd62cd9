import type { Aggregation } from '#experiment/verifier.ts';
import type { Decision } from '#run/facts/decision.ts';
import type { ScoreReason } from '#run/facts/score-reason.ts';
import type { BacktrackReason, KeptBy, KeptReason } from '#run/facts/search-reason.ts';
import { room } from '../language.ts';
import { say, type Sayings } from '../say.ts';
import { clauses, fixed, list, number, plural } from './format.ts';
import { actions } from './labels.ts';
import { faults } from './faults.ts';

const decimal = (value: number) => fixed(value, 2);

const aggregations = {
  min: 'min of the step scores',
  prod: 'prod of the step scores',
  mean: 'mean of the step scores',
  last: 'last of the step scores',
} satisfies Record<Aggregation, string>;
const keptBy = { ...aggregations, value: 'value', vote: 'vote' } satisfies Record<KeptBy, string>;

/** Behind a reason why nodes were kept. */
const unjudgedNote = (count: number) => (count === 0 ? null : `${number(count)} of them not judged`);
const finishedNote = (count: number) => (count === 0 ? null : `${number(count)} finished`);

type Missing = Extract<ScoreReason, { readonly kind: 'said-of-steps' }>['missing'];

/** What the budget left out of scores that are made of draws. */
function withMissing(from: string, missing: Missing): string {
  if (!missing) return from;
  const steps = missing.steps.map(({ step, drawn, wanted }) =>
    drawn === 0
      ? `step ${number(step)} is not judged`
      : `step ${number(step)} is judged by ${number(drawn)} of ${number(wanted)}`,
  );
  return clauses(
    from,
    `the budget was spent, so ${list(steps)}`,
    missing.more > 0
      ? plural(missing.more, { one: '# more step lacks draws', other: '# more steps lack draws' })
      : null,
  );
}

type Rollout = Extract<ScoreReason, { readonly kind: 'rollout' }>['rollout'];
const rolloutText = ({ ended }: Rollout): string =>
  ended
    ? `a rollout from here ended worth ${decimal(ended.worth)} (${say(scoreReasons, ended.why)})`
    : 'a rollout from here was cut off, worth 0';

const scoreReasons: Sayings<ScoreReason> = {
  'budget-spent': () => 'not judged: the budget was spent',
  'step-cut': () => 'not judged: the last step was cut off',
  'nothing-written': () => 'not judged: nothing was written',
  'no-end': () => 'not judged: the trace has no end',
  'no-reference': () => 'not judged: nobody knows whether the answer is right',
  'pruned-by-hand': () => 'not judged: pruned by hand',
  'budget-cut': () => 'not judged: the budget was spent before its end',
  'no-answer': () => 'the trace has no answer',
  'cut-off': () => 'cut off before its end, so it cannot answer',
  'cannot-answer': () => 'nothing was written, so it cannot answer',
  fault: ({ fault }) => say(faults, fault),
  'right-by-rule': ({ finished }) =>
    finished ? 'every step and the answer are right by rule' : 'every step so far is right by rule',
  'value-head': ({ model, at }) => {
    if (at === 'end')
      return model === null
        ? 'the value head at the end of the trace'
        : `the value head of ${model} at the end of the trace`;
    return model === null ? 'the value head after each step' : `the value head of ${model} after each step`;
  },
  completions: ({ estimate, missing }) =>
    withMissing(
      estimate === 'soft'
        ? 'the share of completions from each step that end well'
        : 'whether any completion from the step ends well',
      missing,
    ),
  'said-of-steps': ({ missing }) =>
    withMissing('what the model says of each step: sure, likely or impossible', missing),
  'yes-over-no': () => 'how much likelier “yes” is than “no” when the model is asked',
  'agreeing-traces': ({ agreeing, of }) =>
    `${number(agreeing)} of ${plural(of, { one: '# trace has', other: '# traces have' })} this answer`,
  oracle: ({ right }) =>
    right ? 'the oracle knows that the answer is right' : 'the oracle knows that the answer is not right',
  'share-of-draws': ({ action }) =>
    `the share of the draws of “${actions[action]}” here that give this answer`,
  'second-samplings': ({ agreeing, of }) =>
    `${number(agreeing)} of ${plural(of, { one: '# second sampling', other: '# second samplings' })} of this trace come to its answer`,
  'reward-times-agreement': ({ reward, agreement }) =>
    `reward ${decimal(reward)} × ${decimal(agreement)}, the share of second samplings that agree`,
  'as-saved': ({ text }) => text,
  again: ({ why }) => `scored again before the choice: ${say(scoreReasons, why)}`,
  rollout: ({ rollout }) => rolloutText(rollout),
  'mean-with-rollout': ({ value, why, rollout }) =>
    `the mean of ${decimal(value)} (${say(scoreReasons, why)}) and of ${rolloutText(rollout)}`,
};

/** What the log's facts are in words. */
export const events = room('events', {
  /** Where a score comes from, or why there is none. */
  scores: scoreReasons,
  kept: {
    'by-hand': () => 'pruned by hand',
    best: ({ kept, of, by, unjudged, finished }) =>
      of > 0 && unjudged === of
        ? clauses(`the first ${number(kept)} of ${number(of)}: none was judged`, finishedNote(finished))
        : clauses(
            kept === of
              ? `all ${number(of)}: there was room for each`
              : `the ${number(kept)} best of ${number(of)} by ${keptBy[by]}`,
            unjudgedNote(unjudged),
            finishedNote(finished),
          ),
    'best-of-subtrees': ({ subtrees, by, unjudged, finished }) =>
      clauses(
        `the best of each of ${plural(subtrees, { one: '# subtree', other: '# subtrees' })} by ${keptBy[by]}`,
        unjudgedNote(unjudged),
        finishedNote(finished),
      ),
    worth: ({ kept, of, threshold, by, unjudged }) =>
      clauses(
        `${number(kept)} of ${number(of)} worth ${threshold} or more by ${keptBy[by]}`,
        unjudgedNote(unjudged),
      ),
    threshold: ({ score, threshold }) => {
      if (score === null)
        return threshold === 0 ? 'it was not judged; a threshold of 0 asks for nothing' : 'it was not judged';
      return score >= threshold
        ? `${decimal(score)} reaches the threshold ${decimal(threshold)}`
        : `${decimal(score)} is below the threshold ${decimal(threshold)}`;
    },
    'trace-cut': () => 'the trace was cut off',
    'second-samplings': ({ filter }) =>
      ({
        any: 'one second sampling of a trace must come to its answer',
        half: 'half of the second samplings of a trace must come to its answer',
        all: 'all second samplings of a trace must come to its answer',
        majority: 'the answer of a trace must be the most frequent one among its second samplings',
      })[filter],
    logged: () => 'so it stands in the log',
    'as-saved': ({ text }) => text,
  } satisfies Sayings<KeptReason>,
  backtracked: {
    'budget-spent': () => 'the budget is spent',
    'states-visited': ({ count }) =>
      plural(count, { one: '# state has been visited', other: '# states have been visited' }),
    'all-tried': () => 'all of its thoughts were tried',
    'none-worth': ({ threshold, unjudged }) =>
      unjudged
        ? `none of its thoughts was found to be worth ${threshold}`
        : `none of its thoughts is worth ${threshold}`,
    'trace-finished': () => 'its trace is finished',
    'as-saved': ({ text }) => text,
  } satisfies Sayings<BacktrackReason>,
  decided: {
    'stop-sampling': ({ stop, lead }) => {
      if (lead)
        return stop
          ? 'Stop sampling: the first answer is ahead with the probability asked for'
          : 'Go on sampling: the first answer is not surely enough ahead';
      return stop
        ? 'Stop sampling: no outcome of the other samples can change the winner'
        : 'Go on sampling: the other samples can still change the winner';
    },
    'fewer-examples': ({ shown, wanted, model, most }) =>
      most === null
        ? `${number(shown)} of ${number(wanted)} worked examples shown: ${model} has no room for more beside the problem and a thought`
        : `${number(shown)} of ${number(wanted)} worked examples shown: ${model} has learnt to read no more than ${number(most)}`,
    difficulty: ({ looks, plan }) =>
      ({
        easy: `The problem looks ${looks}: the majority of the probe is the answer`,
        medium: `The problem looks ${looks}: more traces and a weighted vote`,
        hard: `The problem looks ${looks}: a beam search with the verifier`,
      })[plan],
    'stop-at-budget': () => 'Stop: the token budget is spent',
    'stop-unjudged': () => 'Stop: the last step could not be judged',
    'out-of-retries': () => 'Give up: no step passed and no retries are left',
    'less-thinking': ({ tokens }) =>
      `Think for at most ${plural(tokens, { one: '# token', other: '# tokens' })}: no more fit with an answer`,
    'all-valued': () => 'The search ends early: every leaf has ended and has been valued',
    voters: ({ voters, thoughts }) =>
      `${number(voters)} voters picked the most promising of ${number(thoughts)} thoughts, by their scores`,
    'summed-scores': ({ traces }) =>
      `The scores of all draws of the ${number(traces)} finished traces were summed by answer`,
    'vote-unjudged': () => 'No trace that gave an answer was judged, so the answers vote',
    'missing-actions': (decision) =>
      `${decision.model} has not learnt to ask itself questions and follows no instructions, so it cannot take these actions: ${list(decision.actions.map((action) => actions[action].toLowerCase()))}`,
    'confirmed-shares': () =>
      'Each answer scores its share of all finds that are confirmed, plus the share of its own finds that are confirmed',
    'as-saved': ({ text }) => text,
  } satisfies Sayings<Decision>,
  /** The numbers that decided, by name. */
  evidence: {
    traces: 'traces',
    tracesAtMost: 'traces at most',
    first: 'votes of the first',
    second: 'votes of the second',
    lead: 'probability that the first is ahead',
    leadWanted: 'probability asked for',
    agreement: 'agreement of the probe',
    mean: 'mean score',
    judged: 'traces judged',
    ease: 'ease',
    easyFrom: 'easy from',
    hardBelow: 'hard below',
    tokensLeft: 'tokens left',
    passed: 'steps that passed',
    retries: 'retries',
    thinking: 'thinking tokens',
    thinkingWanted: 'thinking tokens asked for',
    simulations: 'simulations',
    answers: 'answers',
    node: (node: number) => `node ${number(node)}`,
  },
});

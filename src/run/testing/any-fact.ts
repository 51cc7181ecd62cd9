import * as fc from 'fast-check';
import type { AnswerValue } from '../facts/answer-value.ts';
import type { Decision } from '../facts/decision.ts';
import type { DriverReason } from '../facts/driver-reason.ts';
import type { Fault, GameFault } from '../facts/fault.ts';
import type { GradeReason } from '../facts/grade-reason.ts';
import type { SequenceLabel } from '../facts/label.ts';
import type { ScoreReason } from '../facts/score-reason.ts';
import type { BacktrackReason, KeptReason } from '../facts/search-reason.ts';

/** Facts of every kind, for logs that a run could have written. */
type OfEachKind<Fact extends { readonly kind: string }> = {
  readonly [Kind in Fact['kind']]: Extract<Fact, { readonly kind: Kind }>;
};

function any<Fact extends { readonly kind: string }>(facts: OfEachKind<Fact>): fc.Arbitrary<Fact> {
  return fc.constantFrom(...Object.values<Fact>(facts));
}

const asSaved = { kind: 'as-saved', text: 'the share of those “there”' } as const;

export const anyLabel = any<SequenceLabel>({
  'only-trace': { kind: 'only-trace' },
  trace: { kind: 'trace', number: 3 },
  attempt: { kind: 'attempt', chain: 1, attempt: 2 },
  step: { kind: 'step', step: 2, draw: null },
  lookahead: { kind: 'lookahead', node: 4 },
  'node-rollout': { kind: 'node-rollout', node: 4 },
  'step-rollout': { kind: 'step-rollout', step: 2, number: 1 },
  evaluation: { kind: 'evaluation', step: 1, number: 3 },
  check: { kind: 'check', node: 7, number: 1, by: 'Arithmetic' },
  action: { kind: 'action', action: 'rest', draw: 1 },
  'sub-answer': { kind: 'sub-answer', question: 1, draw: 2 },
  'as-saved': asSaved,
});

export const anyAnswerValue = any<AnswerValue>({
  number: { kind: 'number', number: '-1/3' },
  expression: { kind: 'expression', expression: '(9 - 3) * 4' },
  names: { kind: 'names', names: ['Ann', 'Bob'] },
  text: { kind: 'text', text: 'x^2' },
});

export const anyDriverReason = any<DriverReason>({
  checked: { kind: 'checked', difference: 0.000012 },
  'wrong-logits': { kind: 'wrong-logits', difference: null },
  'running-state': { kind: 'running-state' },
  'sliding-window': { kind: 'sliding-window' },
  'missing-functions': { kind: 'missing-functions', functions: ['batch_prefill'] },
  'unknown-build': { kind: 'unknown-build' },
  'step-refused': { kind: 'step-refused' },
  'library-ended': { kind: 'library-ended' },
  'by-choice': { kind: 'by-choice' },
  'as-saved': asSaved,
});

const gameFaults: OfEachKind<GameFault> = {
  'not-given': { kind: 'not-given', number: '7' },
  'left-out': { kind: 'left-out', number: 8 },
  'used-times': { kind: 'used-times', number: 4, used: 1, given: 2 },
  'divides-by-zero': { kind: 'divides-by-zero' },
  makes: { kind: 'makes', value: '1/3', target: 24 },
};

const faults: OfEachKind<Fault> = {
  'no-answer': { kind: 'no-answer' },
  'claim-divides-by-zero': { kind: 'claim-divides-by-zero', claim: '3 / 0' },
  'false-equality': { kind: 'false-equality', claim: '9 - 3', value: '6', said: '5' },
  'no-equation': { kind: 'no-equation', claim: 'hm' },
  'no-step': { kind: 'no-step', claim: 'hm' },
  'not-in-problem': { kind: 'not-in-problem', claim: '4 * 4' },
  'number-not-left': { kind: 'number-not-left', number: '7' },
  'other-numbers-left': { kind: 'other-numbers-left', left: '6 4', said: '6 5' },
  'answer-no-number': { kind: 'answer-no-number' },
  'answer-no-expression': { kind: 'answer-no-expression' },
  'answer-wrong': { kind: 'answer-wrong', faults: Object.values(gameFaults) },
  'answer-from-nothing': { kind: 'answer-from-nothing' },
  'answer-not-as-worked': { kind: 'answer-not-as-worked', answer: '5', worked: '6', by: 'sums' },
  'not-needed': { kind: 'not-needed', subject: 'Ann' },
  'no-whole-number': { kind: 'no-whole-number', claim: '7 / 2' },
  'not-as-before': { kind: 'not-as-before', before: '4', result: '5' },
  given: { kind: 'given', subject: 'Ann', value: 4 },
  'not-known-yet': { kind: 'not-known-yet', subject: 'x' },
  'other-fact': { kind: 'other-fact', subject: 'x', fact: '4', said: '5' },
  stranger: { kind: 'stranger', name: 'Zoe' },
  'answer-misfit': { kind: 'answer-misfit', who: 'Ann' },
  'after-clash': { kind: 'after-clash' },
  'verdict-of-nothing': { kind: 'verdict-of-nothing', verdict: 'ok' },
  'never-said': { kind: 'never-said', quote: 'Ann says Bob is a knave' },
  'status-otherwise': { kind: 'status-otherwise', name: 'Ann', status: 'knight' },
  'status-unshown': { kind: 'status-unshown', name: 'Ann', status: 'knave' },
  'can-still-fit': { kind: 'can-still-fit', who: 'Ann' },
  misfit: { kind: 'misfit', who: 'Ann' },
  'not-sure-to-fit': { kind: 'not-sure-to-fit', who: 'Ann' },
  'decides-something': { kind: 'decides-something', who: 'Ann' },
  'nothing-known': { kind: 'nothing-known', name: 'Bob' },
  'as-saved': asSaved,
};
export const anyFault = any<Fault>(faults);

export const anyGradeReason = any<GradeReason>({
  'makes-target': { kind: 'makes-target', target: 24 },
  faults: { kind: 'faults', faults: Object.values(gameFaults) },
  'no-expression': { kind: 'no-expression' },
  'exact-result': { kind: 'exact-result' },
  'other-number': { kind: 'other-number', right: '−164' },
  'no-number': { kind: 'no-number' },
  'all-fits': { kind: 'all-fits' },
  'other-names': { kind: 'other-names', right: [] },
  'no-names': { kind: 'no-names' },
  'same-value': { kind: 'same-value', both: '0.75' },
  'same-in-another-unit': { kind: 'same-in-another-unit', unit: 'm', reference: 'km' },
  'same-as-share': { kind: 'same-as-share', percent: '25', share: '0.25' },
  'same-as-percentage': { kind: 'same-as-percentage', percent: '25' },
  'same-digits-and-base': { kind: 'same-digits-and-base' },
  'same-digits': { kind: 'same-digits' },
  'same-ratio': { kind: 'same-ratio' },
  'same-equation': { kind: 'same-equation' },
  'same-coordinates': { kind: 'same-coordinates' },
  'same-choice': { kind: 'same-choice', letter: 'C' },
  'same-left-side': { kind: 'same-left-side', left: 'a+b' },
  'same-remainder': { kind: 'same-remainder', remainder: '7' },
  'same-with-unit': { kind: 'same-with-unit' },
  'same-time': { kind: 'same-time' },
  'not-the-reference': {
    kind: 'not-the-reference',
    reference: 'x(x-1)',
    apart: { at: [{ name: 'x', value: 2 }], given: '6', reference: '2' },
  },
  'other-unit': { kind: 'other-unit', unit: 'm', reference: 's' },
  'other-name': { kind: 'other-name', name: 'x', reference: 'y' },
  'no-reference': { kind: 'no-reference' },
  logged: { kind: 'logged' },
  'as-saved': asSaved,
});

const missing = { steps: [{ step: 2, drawn: 1, wanted: 4 }], more: 3 };

export const anyScoreReason = any<ScoreReason>({
  'budget-spent': { kind: 'budget-spent' },
  'step-cut': { kind: 'step-cut' },
  'nothing-written': { kind: 'nothing-written' },
  'no-end': { kind: 'no-end' },
  'no-reference': { kind: 'no-reference' },
  'pruned-by-hand': { kind: 'pruned-by-hand' },
  'budget-cut': { kind: 'budget-cut' },
  'no-answer': { kind: 'no-answer' },
  'cut-off': { kind: 'cut-off' },
  'cannot-answer': { kind: 'cannot-answer' },
  fault: { kind: 'fault', fault: faults['answer-wrong'] },
  'right-by-rule': { kind: 'right-by-rule', finished: true },
  'value-head': { kind: 'value-head', model: null, at: 'each-step' },
  completions: { kind: 'completions', estimate: 'soft', missing },
  'said-of-steps': { kind: 'said-of-steps', missing: null },
  'yes-over-no': { kind: 'yes-over-no' },
  'agreeing-traces': { kind: 'agreeing-traces', agreeing: 3, of: 4 },
  oracle: { kind: 'oracle', right: false },
  'share-of-draws': { kind: 'share-of-draws', action: 'rest' },
  'second-samplings': { kind: 'second-samplings', agreeing: 3, of: 4 },
  'reward-times-agreement': { kind: 'reward-times-agreement', reward: 0.5, agreement: 0.25 },
  'as-saved': asSaved,
  again: { kind: 'again', why: { kind: 'fault', fault: faults['other-fact'] } },
  rollout: { kind: 'rollout', rollout: { ended: null } },
  'mean-with-rollout': {
    kind: 'mean-with-rollout',
    value: 0.25,
    why: { kind: 'yes-over-no' },
    rollout: { ended: { worth: 1, why: { kind: 'right-by-rule', finished: true } } },
  },
});

export const anyKeptReason = any<KeptReason>({
  'by-hand': { kind: 'by-hand' },
  best: { kind: 'best', kept: 2, of: 5, by: 'last', unjudged: 1, finished: 3 },
  'best-of-subtrees': { kind: 'best-of-subtrees', subtrees: 2, by: 'min', unjudged: 0, finished: 0 },
  worth: { kind: 'worth', kept: 1, of: 3, threshold: 0.5, by: 'vote', unjudged: 0 },
  threshold: { kind: 'threshold', score: 0.75, threshold: 0.5 },
  'trace-cut': { kind: 'trace-cut' },
  'second-samplings': { kind: 'second-samplings', filter: 'half' },
  logged: { kind: 'logged' },
  'as-saved': asSaved,
});

export const anyBacktrackReason = any<BacktrackReason>({
  'budget-spent': { kind: 'budget-spent' },
  'states-visited': { kind: 'states-visited', count: 8 },
  'all-tried': { kind: 'all-tried' },
  'none-worth': { kind: 'none-worth', threshold: 0.5, unjudged: true },
  'trace-finished': { kind: 'trace-finished' },
  'as-saved': asSaved,
});

const answers = [{ answer: '(9 − 3) × 4', score: 1.25 }];

export const anyDecision = any<Decision>({
  'stop-sampling': {
    kind: 'stop-sampling',
    stop: true,
    traces: 5,
    limit: 32,
    first: 4,
    second: 1,
    lead: { probability: 0.9, wanted: 0.95 },
  },
  'fewer-examples': { kind: 'fewer-examples', shown: 1, wanted: 8, model: 'Countdown', most: null },
  difficulty: {
    kind: 'difficulty',
    looks: 'hard',
    plan: 'medium',
    agreement: 0.25,
    mean: 0.125,
    judged: 3,
    of: 4,
    ease: 0.2,
    easyFrom: 0.75,
    hardBelow: 0.35,
    tokensLeft: 1852,
  },
  'stop-at-budget': { kind: 'stop-at-budget', passed: 2 },
  'stop-unjudged': { kind: 'stop-unjudged', passed: 2 },
  'out-of-retries': { kind: 'out-of-retries', passed: 1, retries: 2 },
  'less-thinking': { kind: 'less-thinking', tokens: 24, wanted: 200 },
  'all-valued': { kind: 'all-valued', simulations: 12 },
  voters: { kind: 'voters', voters: 5, thoughts: 3, votes: [{ node: 1, votes: 4 }] },
  'summed-scores': { kind: 'summed-scores', traces: 3, answers },
  'vote-unjudged': { kind: 'vote-unjudged', answers: 3 },
  'missing-actions': { kind: 'missing-actions', model: 'Arithmetic', actions: ['sub-question'] },
  'confirmed-shares': { kind: 'confirmed-shares', answers },
  'as-saved': { kind: 'as-saved', text: 'It looks hard', evidence: [{ name: 'ease', value: 0.2 }] },
});

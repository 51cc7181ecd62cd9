import type { Grade } from '../events.ts';
import { cutTraces, whyNoAnswer } from '../no-answer.ts';
import type { RunState } from '../state.ts';
import { contestOf } from './contest.ts';
import { chosenEnd, type End, endsOf } from './ends.ts';
import type { FindFalse, Finding, GradeOnTheWay, RunOutcome, WhatHappened } from './findings.ts';
import { firstFalse, fooled, isAllTrue, slipOf } from './false-findings.ts';
import { ofStrategy } from './strategy-findings.ts';

/**
 * What a run that is over came to and what is worth knowing of it, from its log alone; null while it goes on. Facts, never
 * sentences. `findFalse` and `gradeOf` are null while the rules have not come.
 */
export function whatHappened(
  state: RunState,
  findFalse: FindFalse | null,
  gradeOf: GradeOnTheWay | null,
): WhatHappened | null {
  const ends = endsOf(state);
  const outcome = outcomeOf(state, ends);
  if (!outcome) return null;
  const chosen = chosenEnd(state, ends);
  const found = [
    ...(outcome.kind === 'answered' ? ofAnswers(verdictOf(outcome), ends, chosen) : []),
    ...(findFalse ? ofRules(state, ends, chosen, verdictOf(outcome), findFalse) : []),
    ...ofTokens(state, ends),
    ...ofStrategy(state, ends, gradeOf),
  ];
  const sorted = found.toSorted((a, b) => weightOf(b, outcome) - weightOf(a, outcome));
  const [first] = sorted;
  const main = first && weightOf(first, outcome) >= telling ? first : null;
  return { outcome, main, findings: main ? sorted.slice(1) : sorted };
}

/** What the rules of the family find. */
function ofRules(
  state: RunState,
  ends: readonly End[],
  chosen: End | null,
  verdict: Grade['outcome'],
  findFalse: FindFalse,
): readonly Finding[] {
  const liked = fooled(state, chosen, findFalse);
  if (!chosen) return liked;
  const own = firstFalse(state, chosen, verdict, findFalse);
  return [
    ...liked,
    ...own,
    ...(verdict === 'right' && liked.length === 0 ? slipOf(state, ends, findFalse) : []),
    ...(verdict === 'wrong' && own.length === 0 && isAllTrue(state, chosen, findFalse)
      ? [{ kind: 'all-true' } as const]
      : []),
  ];
}

/** Whether the answer is right; `ungraded` where there is none, or nobody can say. */
export function verdictOf(outcome: RunOutcome): Grade['outcome'] {
  return (outcome.kind === 'answered' ? outcome.grade?.outcome : null) ?? 'ungraded';
}

function outcomeOf(state: RunState, ends: readonly End[]): RunOutcome | null {
  const { status, chosen, grade } = state;
  switch (status) {
    case 'idle':
    case 'running':
      return null;
    case 'cancelled':
    case 'failed':
      return { kind: status, ends: ends.length };
    case 'finished':
      return chosen?.answer
        ? { kind: 'answered', answer: chosen.answer, by: chosen.by, grade, contest: contestOf(state) }
        : { kind: 'no-answer', none: whyNoAnswer(state) };
  }
}

/** What there was to choose from. */
function ofAnswers(verdict: Grade['outcome'], ends: readonly End[], chosen: End | null): readonly Finding[] {
  const answered = ends.filter(({ answer }) => answer !== null);
  const of = answered.length;
  if (of < 2) return [];
  const right = answered.filter(({ grade }) => grade?.outcome === 'right');
  const same: readonly Finding[] =
    new Set(answered.map(({ answer }) => answer?.key)).size === 1 ? [{ kind: 'all-same', of }] : [];
  if (verdict === 'ungraded') return same;
  if (verdict === 'right')
    // Of a search it is said with its paths.
    return same.length > 0 || right.length === of || ends.some(({ node }) => node !== null)
      ? same
      : [{ kind: 'others-wrong', wrong: of - right.length, of }];
  const best = right.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1))[0];
  if (!best?.answer) return [...same, { kind: 'none-right', of }];
  return [
    {
      kind: 'found-not-chosen',
      answer: best.answer.display,
      count: right.length,
      of,
      score: best.score,
      chosenScore: chosen?.score ?? null,
    },
  ];
}

/** What tokens were too few for. */
function ofTokens(state: RunState, ends: readonly End[]): readonly Finding[] {
  const { experiment, usage } = state;
  const budget = experiment?.budget.tokens ?? 0;
  const cut = ends.length > 1 ? cutTraces(state) : null;
  return [
    ...(cut ? [{ kind: 'cut', ...cut } as const] : []),
    ...(budget > 0 && usage.decodedTokens >= budget ? [{ kind: 'budget-out', budget } as const] : []),
  ];
}

/** From this weight on a finding belongs to how the run ended. */
const telling = 60;

/** How much a finding says of how the run ended: a wrong answer is explained first. */
function weightOf(finding: Finding, outcome: RunOutcome): number {
  const wrong = verdictOf(outcome) === 'wrong';
  switch (finding.kind) {
    case 'waits':
      return finding.change === 'same' || finding.change === 'unknown' ? 60 : 100;
    case 'found-not-chosen':
      return 95;
    case 'fooled':
      return finding.chosen && wrong ? 98 : 35;
    case 'first-false':
      return wrong ? 90 : 65;
    case 'all-true':
      return 85;
    case 'budget-out':
      return 80;
    case 'cut':
      return 75;
    case 'stopped-early':
    case 'never-settled':
    case 'difficulty':
    case 'revised':
    case 'refused':
      return 70;
    case 'all-same':
      return 68;
    case 'others-wrong':
      return 67;
    case 'none-right':
      return 66;
    case 'slip':
      return 58;
    case 'search':
    case 'answers':
    case 'scores':
      return 55;
    case 'simulations':
      return 50;
    case 'own-waits':
      return 48;
    case 'examples':
    case 'no-thinking':
      return 45;
    case 'thought':
      return 40;
    case 'least-sure':
      return 30;
  }
}

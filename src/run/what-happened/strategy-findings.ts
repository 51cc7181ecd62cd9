import type { LoggedToken } from '../token.ts';
import type { Decision } from '../facts/decision.ts';
import type { RunState, Sequence } from '../state.ts';
import type { Answer, Grade } from '../events.ts';
import type { End } from './ends.ts';
import type { Change, Finding, FindingOf, GradeOnTheWay } from './findings.ts';

/** What is particular to the strategy that ran. */
export function ofStrategy(
  state: RunState,
  ends: readonly End[],
  gradeOf: GradeOnTheWay | null,
): readonly Finding[] {
  const { experiment } = state;
  if (!experiment) return [];
  const { strategy } = experiment;
  const only = state.sequences.length === 1 ? state.sequences[0] : undefined;
  switch (strategy.kind) {
    case 'direct':
      return only ? [{ kind: 'no-thinking', tokens: only.tokens.length }, ...leastSure(only)] : [];
    case 'chain-of-thought':
      return only ? [...thought(only), ...leastSure(only)] : [];
    case 'few-shot': {
      const fewer = decisionOf(state, 'fewer-examples');
      return [{ kind: 'examples', shown: fewer?.shown ?? strategy.shots }, ...(only ? thought(only) : [])];
    }
    case 'self-consistency':
      return state.votes.length > 1
        ? [{ kind: 'answers', count: state.votes.length, votes: state.ballots.length }]
        : [];
    case 'best-of-n': {
      const scores = ends.flatMap(({ score }) => score ?? []);
      return scores.length > 1
        ? [{ kind: 'scores', lowest: Math.min(...scores), highest: Math.max(...scores), of: scores.length }]
        : [];
    }
    case 'adaptive-consistency': {
      const last = decisionOf(state, 'stop-sampling');
      if (!last) return [];
      const { traces, limit } = last;
      if (last.stop) return traces < limit ? [{ kind: 'stopped-early', traces, limit }] : [];
      return ends.length >= limit ? [{ kind: 'never-settled', limit }] : [];
    }
    case 'budget-forcing':
      return only ? [...waits(state, only, gradeOf), ...thought(only)] : [];
    case 'revision':
      return revised(state);
    case 'step-verification': {
      const refused = state.tree.filter(({ status }) => status === 'pruned').length;
      const kept = state.tree.filter(({ status }) => status === 'kept').length;
      return state.tree.length > 1 ? [{ kind: 'refused', refused, kept }] : [];
    }
    case 'compute-optimal': {
      const decision = decisionOf(state, 'difficulty');
      const { looks, plan, agreement, mean } = decision ?? {};
      return [
        ...(looks && plan && agreement !== undefined && mean !== undefined
          ? [{ kind: 'difficulty', looks, plan, agreement, mean } as const]
          : []),
        ...search(state, ends),
      ];
    }
    case 'beam-search':
    case 'tree-of-thoughts':
      return search(state, ends);
    case 'mcts':
    case 'rstar':
      return [
        ...search(state, ends),
        ...(state.simulations.run > 0 ? [{ kind: 'simulations', ...state.simulations } as const] : []),
      ];
    default:
      return [];
  }
}

function decisionOf<Kind extends Decision['kind']>(
  { decisions }: RunState,
  kind: Kind,
): Extract<Decision, { readonly kind: Kind }> | null {
  const found = decisions.findLast(({ decision }) => decision.kind === kind)?.decision;
  return isOf(found, kind) ? found : null;
}

function isOf<Kind extends Decision['kind']>(
  decision: Decision | undefined,
  kind: Kind,
): decision is Extract<Decision, { readonly kind: Kind }> {
  return decision?.kind === kind;
}

function search({ tree }: RunState, ends: readonly End[]): readonly FindingOf<'search'>[] {
  if (tree.length < 2) return [];
  const own = ends.filter(({ node }) => node !== null);
  const graded = own.every(({ grade, answer }) => !answer || (grade && grade.outcome !== 'ungraded'));
  const right = own.filter(({ grade }) => grade?.outcome === 'right').length;
  return [{ kind: 'search', nodes: tree.length - 1, ends: own.length, right: graded ? right : null }];
}

function thought({ thoughtTokens, waits: all, forcedWaits }: Sequence): readonly Finding[] {
  const own = all - forcedWaits;
  return [
    ...(own > 0 ? [{ kind: 'own-waits', count: own } as const] : []),
    ...(thoughtTokens > 0 ? [{ kind: 'thought', tokens: thoughtTokens } as const] : []),
  ];
}

/** The token of the trace that its model thought least likely; of digits and words alike, of tags none. */
function leastSure({ tokens }: Sequence): readonly FindingOf<'least-sure'>[] {
  const drawn = tokens.filter(
    (token): token is LoggedToken & { readonly logprob: number } =>
      token.logprob !== null && !token.forced && token.role !== 'control',
  );
  const [least] = drawn.toSorted((a, b) => a.logprob - b.logprob);
  // A token that was all but certain says nothing.
  if (!least || Math.exp(least.logprob) > 0.9) return [];
  const other = least.alternatives.find(({ id }) => id !== least.id);
  return [
    {
      kind: 'least-sure',
      text: least.text,
      probability: Math.exp(least.logprob),
      instead: other ? { text: other.text, probability: Math.exp(other.logprob) } : null,
    },
  ];
}

/** What the answer was before the first forced word, and at the end; which of them mended it. */
function waits(
  state: RunState,
  { rounds, answer, forcedWaits: forced }: Sequence,
  gradeOf: GradeOnTheWay | null,
): readonly FindingOf<'waits'>[] {
  if (forced === 0) return [];
  const first = rounds.find(({ round }) => round === 0);
  const known = { kind: 'waits', forced, mendedBy: null, after: answer?.display ?? null } as const;
  if (!first?.asked) return [{ ...known, before: null, change: 'unknown' }];
  const before = first.answer?.display ?? null;
  const isRight = (one: Answer | null) => one !== null && gradeOf?.(one) === 'right';
  const change = (): Change => {
    if (first.answer?.key === answer?.key) return 'same';
    // Of several right answers one may have become another.
    if (state.grade?.outcome === 'right') return isRight(first.answer) ? 'other' : 'mended';
    const spoilt = isRight(first.answer) || wasRight(state, first.answer?.display);
    return state.grade?.outcome === 'wrong' && spoilt ? 'spoilt' : 'other';
  };
  const found: FindingOf<'waits'> = { ...known, before, change: change() };
  const at = rounds.findIndex((one) => isRight(one.answer));
  const [last, mending] = [rounds[at - 1], rounds[at]];
  // Which word it was is known where each answer up to it was asked for.
  if (found.change !== 'mended' || !last || !mending || !rounds.slice(0, at).every(({ asked }) => asked))
    return [found];
  return [
    {
      ...found,
      mendedBy: mending.round,
      before: last.answer?.display ?? null,
      after: mending.answer?.display ?? null,
    },
  ];
}

/** Answers on the way are not graded; where the right one is told, as of sums and puzzles, it can be compared. */
function wasRight({ grade }: RunState, answer: string | undefined): boolean {
  const { reason } = grade ?? {};
  return reason?.kind === 'other-number' && answer === reason.right;
}

function revised(state: RunState): readonly FindingOf<'revised'>[] {
  const chains = new Map<number, (Grade | null)[]>();
  for (const { label, grade } of state.sequences)
    if (label.kind === 'attempt') chains.set(label.chain, [...(chains.get(label.chain) ?? []), grade]);
  const attempts = [...chains.values()].flat().length;
  const turned = (from: Grade['outcome'], to: Grade['outcome']) =>
    [...chains.values()]
      .flatMap((grades) => grades.map((grade, at) => [grades[at - 1]?.outcome, grade?.outcome]))
      .filter(([before, after]) => before === from && after === to).length;
  return attempts > 1
    ? [{ kind: 'revised', attempts, mended: turned('wrong', 'right'), spoilt: turned('right', 'wrong') }]
    : [];
}

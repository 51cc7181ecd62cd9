import type { Experiment } from '#experiment/experiment.ts';
import { type RunState, type Sequence, sequenceOf } from './state.ts';

/** Where traces were cut: by the token limit, by what was left of the run's budget, or by the model's context. */
export interface Cut {
  readonly by: 'limit' | 'budget' | 'context';
  /** Of several that were cut at different places, those of the one that came furthest. */
  readonly tokens: number;
}

/** How some of a run's traces came to have no answer. */
export type Ended =
  | { readonly kind: 'cut'; readonly count: number; readonly cut: Cut }
  /** Nothing that could be read as an answer was in them. */
  | { readonly kind: 'unreadable'; readonly count: number }
  | { readonly kind: 'stopped'; readonly count: number };

/** Why a run has no answer. */
export type NoAnswerReason =
  /** The budget has no room for a first trace. */
  | { readonly kind: 'small-budget'; readonly tokens: number }
  | { readonly kind: 'nothing-drawn' }
  /** The only trace was cut in its thought or in its answer. */
  | { readonly kind: 'only-cut'; readonly in: 'thought' | 'answer'; readonly cut: Cut }
  | { readonly kind: 'only-unreadable' }
  | { readonly kind: 'only-stopped' }
  /** The most common way first. */
  | { readonly kind: 'traces'; readonly of: number; readonly ended: readonly Ended[] }
  /** Paths of a search were finished, and none says an answer that could be read. */
  | { readonly kind: 'paths-unreadable'; readonly finished: number }
  /** No step of a search finished a path, because of what follows. */
  | { readonly kind: 'no-path'; readonly steps: number; readonly because: NoPath };

export type NoPath =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'spent'; readonly spent: number; readonly budget: number }
  | { readonly kind: 'depth'; readonly steps: number }
  | { readonly kind: 'cut'; readonly count: number; readonly byBudget: boolean };

/** What may help: more tokens a trace, more for the run, less effort, another seed, running again, longer or more paths. */
export type NoAnswerAdvice = 'limit' | 'budget' | 'context' | 'ended' | 'stopped' | 'depth' | 'wider';

export interface NoAnswer {
  readonly why: NoAnswerReason;
  readonly next: NoAnswerAdvice;
}

/** How a trace came to have no answer. `budget`: the run had fewer tokens left for it than a trace may have. */
type Ending = (typeof allEndings)[number];
const allEndings = ['limit', 'budget', 'context', 'ended', 'stopped'] as const;

/** Why a run that is over has no answer; null where it has one or goes on. Everything comes from its log. */
export function whyNoAnswer(state: RunState): NoAnswer | null {
  const { experiment, status, chosen, tree } = state;
  if (!experiment || status !== 'finished' || chosen?.answer) return null;
  return tree.length > 1 ? ofTree(state, experiment) : ofTraces(state, experiment);
}

/** How many of a run's whole traces were cut and so have no answer, where others have. Null where none was. */
export function cutTraces(
  state: RunState,
): { readonly count: number; readonly of: number; readonly cut: Cut } | null {
  const { experiment } = state;
  const traces = wholeTraces(state);
  const some = experiment ? traces.filter((one) => isCut(endingOf(one, experiment)) && !one.answer) : [];
  const cut = experiment ? cutOfAll(some, experiment) : null;
  return cut && { count: some.length, of: traces.length, cut };
}

/** Where a trace was cut; null where it was not. */
export function cutOf(trace: Sequence, experiment: Experiment): Cut | null {
  return cutOfAll([trace], experiment);
}

function cutOfAll(traces: readonly Sequence[], experiment: Experiment): Cut | null {
  const [first] = traces;
  const by = first && endingOf(first, experiment);
  return by && isCut(by) ? { by, tokens: Math.max(...traces.map((one) => one.tokens.length)) } : null;
}

function ofTraces(state: RunState, experiment: Experiment): NoAnswer {
  const traces = wholeTraces(state);
  const [only] = traces;
  if (!only)
    return experiment.budget.tokens > 0
      ? { why: { kind: 'small-budget', tokens: experiment.budget.tokens }, next: 'budget' }
      : { why: { kind: 'nothing-drawn' }, next: 'stopped' };
  const endings = allEndings
    .map((ending) => [ending, traces.filter((one) => endingOf(one, experiment) === ending)] as const)
    .filter(([, some]) => some.length > 0)
    .toSorted(([, a], [, b]) => b.length - a.length);
  const next = endings[0]?.[0] ?? 'stopped';
  if (traces.length === 1) return { why: ofOnly(only, experiment), next };
  const ended = endings.map(([ending, some]): Ended => {
    const cut = cutOfAll(some, experiment);
    if (cut) return { kind: 'cut', count: some.length, cut };
    return { kind: ending === 'ended' ? 'unreadable' : 'stopped', count: some.length };
  });
  return { why: { kind: 'traces', of: traces.length, ended }, next };
}

function ofOnly(only: Sequence, experiment: Experiment): NoAnswerReason {
  const cut = cutOf(only, experiment);
  if (cut) return { kind: 'only-cut', in: only.answerTokens > 0 ? 'answer' : 'thought', cut };
  return { kind: endingOf(only, experiment) === 'ended' ? 'only-unreadable' : 'only-stopped' };
}

function ofTree(state: RunState, experiment: Experiment): NoAnswer {
  const { tree, usage } = state;
  const { budget, strategy } = experiment;
  const finished = tree.filter(({ end }) => end === 'terminal').length;
  if (finished > 0) return { why: { kind: 'paths-unreadable', finished }, next: 'ended' };
  const noPath = (because: NoPath, next: NoAnswerAdvice): NoAnswer => ({
    why: { kind: 'no-path', steps: tree.length - 1, because },
    next,
  });
  if (budget.tokens > 0 && usage.decodedTokens >= 0.9 * budget.tokens)
    return noPath({ kind: 'spent', spent: usage.decodedTokens, budget: budget.tokens }, 'budget');
  const deepest = tree.reduce((most, { depth }) => Math.max(most, depth), 0);
  if ('maxSteps' in strategy && deepest >= strategy.maxSteps)
    return noPath({ kind: 'depth', steps: strategy.maxSteps }, 'depth');
  const dead = tree.filter(({ end }) => end === 'dead');
  if (dead.length === 0) return noPath({ kind: 'unknown' }, 'wider');
  const byBudget = dead.some(({ sequence }) => {
    const one = sequence === null ? null : sequenceOf(state, sequence);
    return one ? endingOf(one, experiment) === 'budget' : false;
  });
  return noPath({ kind: 'cut', count: dead.length, byBudget }, byBudget ? 'budget' : 'limit');
}

function endingOf({ end, tokens }: Sequence, { budget, sampling }: Experiment): Ending {
  switch (end) {
    case 'length':
      return budget.tokens > 0 && tokens.length < sampling.maxTokens ? 'budget' : 'limit';
    case 'context':
      return 'context';
    case 'end-of-text':
    case 'stop':
      return 'ended';
    case 'cancelled':
    case null:
      return 'stopped';
  }
}

const isCut = (ending: Ending): ending is Cut['by'] =>
  ending === 'limit' || ending === 'budget' || ending === 'context';

/** Steps of a search are no traces of their own, nor is what a verifier had to write: that has no prompt, or no answer is looked for in it. */
const wholeTraces = ({ sequences }: RunState): readonly Sequence[] =>
  sequences.filter(({ from, prompt, extracted }) => from === null && prompt.length > 0 && extracted);

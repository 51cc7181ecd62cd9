import type { Sampling, Strategy } from '#experiment/experiment.ts';
import { knobMatters, knobsOf } from '#experiment/strategies.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';

/** What is asked of a model, whatever the problem. */
export interface Settings {
  readonly model: string;
  readonly strategy: Strategy;
  readonly sampling: Sampling;
}

/**
 * What settings come to, without what makes no difference: settings with the same text answer every problem alike, so that
 * a comparison of them compares nothing.
 */
export function computationOf({ model, strategy, sampling }: Settings): string {
  const greedy = sampling.temperature === 0;
  const plain = judgedAtTheEnd(withOwnHead(asOneTrace(strategy, greedy), model));
  const knobs = knobsOf(plain.kind).filter((knob) => knobMatters(plain, knob));
  return canonicalText({
    model,
    strategy: { kind: plain.kind, ...picked(plain, knobs) },
    sampling: greedy ? { ...sampling, topK: 0, topP: 1, minP: 0 } : sampling,
  });
}

/** A vote or a choice of one trace, or of traces that are all the likeliest one, is that trace. */
function asOneTrace(strategy: Strategy, greedy: boolean): Strategy {
  const { kind } = strategy;
  if (kind !== 'self-consistency' && kind !== 'adaptive-consistency' && kind !== 'best-of-n') return strategy;
  return greedy || strategy.samples === 1 ? { kind: 'chain-of-thought', effort: strategy.effort } : strategy;
}

/** A value head is the policy's own, whether the policy is named or not. */
function withOwnHead(strategy: Strategy, model: string): Strategy {
  if (!('verifier' in strategy)) return strategy;
  const { verifier } = strategy;
  const own: VerifierSpec =
    'model' in verifier && verifier.model === model ? { kind: verifier.kind } : verifier;
  return { ...strategy, verifier: own };
}

/** The last of a process verifier's scores of a whole trace stands at the end of it, where an outcome verifier reads the same head. */
function judgedAtTheEnd(strategy: Strategy): Strategy {
  if (strategy.kind !== 'best-of-n' && strategy.kind !== 'revision') return strategy;
  const { verifier, aggregation } = strategy;
  return verifier.kind === 'process' && aggregation === 'last'
    ? { ...strategy, verifier: { ...verifier, kind: 'outcome' } }
    : strategy;
}

function picked(strategy: Strategy, knobs: readonly string[]): object {
  return Object.fromEntries(Object.entries(strategy).filter(([name]) => knobs.includes(name)));
}

/** As JSON, with the names of each object in order. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

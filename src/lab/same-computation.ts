import type { Sampling, Strategy } from '../experiment/experiment.ts';
import type { Aggregation, VerifierSpec } from '../experiment/verifier.ts';

/** What is asked of a model, whatever the problem. */
export interface Settings {
  readonly model: string;
  readonly strategy: Strategy;
  readonly sampling: Sampling;
}

/**
 * What settings come to, without what changes nothing: settings with the same text answer every problem alike, so that a
 * comparison of them compares nothing.
 */
export function computationOf({ model, strategy, sampling }: Settings): string {
  const greedy = sampling.temperature === 0;
  return canonical({ model, strategy: withoutIdle(strategy, model, greedy), sampling: greedy ? { ...sampling, topK: 0, topP: 1, minP: 0 } : sampling });
}

function withoutIdle(strategy: Strategy, model: string, greedy: boolean): Strategy {
  switch (strategy.kind) {
    case 'self-consistency':
      return strategy.samples === 1 || greedy ? { kind: 'chain-of-thought', effort: strategy.effort } : strategy;
    case 'adaptive-consistency':
      if (strategy.samples === 1 || greedy) return { kind: 'chain-of-thought', effort: strategy.effort };
      return strategy.stop === 'certain' ? { ...strategy, confidence: 0.5 } : strategy;
    case 'best-of-n':
      return strategy.samples === 1 || greedy ? { kind: 'chain-of-thought', effort: strategy.effort } : { ...strategy, ...judgedWhole(strategy, model) };
    case 'revision':
      return { ...strategy, ...judgedWhole(strategy, model) };
    case 'tree-of-thoughts':
      return { ...strategy, ...(strategy.search === 'bfs' ? { threshold: 0, maxVisits: 1 } : { breadth: 1 }), verifier: ownHead(strategy.verifier, model) };
    case 'budget-forcing':
      return strategy.waits === 0 ? { ...strategy, word: 'Wait' } : strategy;
    case 'beam-search':
    case 'mcts':
    case 'step-verification':
    case 'compute-optimal':
      return { ...strategy, verifier: ownHead(strategy.verifier, model) };
    case 'direct':
    case 'chain-of-thought':
    case 'few-shot':
    case 'rstar':
      return strategy;
  }
}

interface Judged {
  readonly verifier: VerifierSpec;
  readonly aggregation: Aggregation;
}

/**
 * Of whole traces. The last of a process verifier's scores stands at the end of the text, where an outcome verifier reads the
 * same head; and of the one score that verifiers of whole traces give, every aggregation makes the same.
 */
function judgedWhole({ verifier, aggregation }: Judged, model: string): Judged {
  const own = ownHead(verifier, model);
  switch (own.kind) {
    case 'process':
      return aggregation === 'last' ? { verifier: { ...own, kind: 'outcome' }, aggregation } : { verifier: own, aggregation };
    case 'outcome':
    case 'majority':
    case 'oracle':
      return { verifier: own, aggregation: 'last' };
    case 'rule':
    case 'rollouts':
    case 'generative':
    case 'self-evaluation':
      return { verifier: own, aggregation };
  }
}

/** A value head is the policy's own, whether it is named or not. */
function ownHead(verifier: VerifierSpec, model: string): VerifierSpec {
  return 'model' in verifier && verifier.model === model ? { kind: verifier.kind } : verifier;
}

/** As JSON, with the names of each object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isObject(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

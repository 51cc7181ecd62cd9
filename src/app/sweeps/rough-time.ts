import type { Strategy } from '#experiment/experiment.ts';
import type { Sweep, SweepArm } from '#lab/sweeps/spec.ts';

/** Tokens that a trace of the small models has, and tokens a second on one core, of a million parameters: both rough. */
const traceTokens = 40;
const tokensPerSecond = 10_000;

/**
 * Seconds that a sweep may take, before anything of it was measured: to tell seconds from hours, no more.
 *
 * @param parametersOf null where nobody says.
 */
export function roughSeconds(
  { arms, repeats, tokens }: Sweep,
  problems: number,
  cores: number,
  parametersOf: (model: string) => number | null,
): number {
  const each = arms.reduce((sum, arm) => {
    const drawn = traces(arm.strategy) * Math.max(traceTokens, arm.sampling.maxTokens / 8);
    const limit = arm.tokens ?? tokens;
    const millions = (parametersOf(arm.model) ?? 1e9) / 1e6;
    return sum + ((limit > 0 ? Math.min(limit, drawn) : drawn) / tokensPerSecond) * Math.max(0.3, millions);
  }, 0);
  return (each * problems * repeats) / cores;
}

/** About how many whole traces a strategy draws. */
function traces(strategy: Strategy): number {
  switch (strategy.kind) {
    case 'self-consistency':
    case 'adaptive-consistency':
    case 'best-of-n':
    case 'compute-optimal':
      return 'samples' in strategy ? strategy.samples : 8;
    case 'beam-search':
      return strategy.width * strategy.expansion * (1 + strategy.lookahead);
    case 'tree-of-thoughts':
      return strategy.thoughts * strategy.breadth;
    case 'mcts':
      return strategy.simulations;
    case 'budget-forcing':
      return 1 + strategy.waits;
    case 'direct':
      return 0.2;
    default:
      return 8;
  }
}

/** Whether two arms are set up alike but for their names. */
export const sameArm = (a: SweepArm, b: SweepArm): boolean =>
  JSON.stringify({ ...a, name: null }) === JSON.stringify({ ...b, name: null });

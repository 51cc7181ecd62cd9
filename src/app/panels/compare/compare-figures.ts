import { metricsOf } from '../../../run/metrics.ts';
import type { RunState } from '../../../run/state.ts';

/** One number of a run, beside those of the others. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** Where the scale ends, if not at the largest of all runs. */
  readonly most?: number;
}

/** What a run cost. */
export function compareFigures(state: RunState, budget: number): readonly Figure[] {
  const metrics = metricsOf(state);
  // The usage counts what was drawn but is in no trace; while a run is under way it lags behind the log.
  const tokens = Math.max(state.usage.decodedTokens, state.tokens);
  return [
    { name: 'tokens', value: tokens, text: `${tokens.toLocaleString('en')} of ${budget.toLocaleString('en')}`, most: budget },
    { name: 'seconds', value: metrics.elapsedSeconds, text: metrics.elapsedSeconds.toFixed(2) },
    { name: 'forwards', value: state.usage.forwards, text: state.usage.forwards.toLocaleString('en') },
  ];
}

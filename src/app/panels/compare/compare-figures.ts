import { metricsOf } from '#run/metrics.ts';
import type { RunState } from '#run/state.ts';
import { parametersText } from '#app/models/amounts.ts';

/** One number of a run, beside those of the others. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** Where the scale ends, if not at the largest of all runs. */
  readonly most?: number;
}

/**
 * What a run cost.
 *
 * @param parameters of its model, where those compared are of several: a token of a larger one is more work, about 2 operations
 *   a parameter (Snell et al. 2024, arXiv 2408.03314, section 7). Null where nobody knows.
 */
export function compareFigures(
  state: RunState,
  budget: number,
  parameters?: number | null,
): readonly Figure[] {
  const metrics = metricsOf(state);
  // The usage counts what was drawn but is in no trace; while a run is under way it lags behind the log.
  const tokens = Math.max(state.usage.decodedTokens, state.tokens);
  return [
    {
      name: 'tokens',
      value: tokens,
      text: `${tokens.toLocaleString('en')} of ${budget.toLocaleString('en')}`,
      most: budget,
    },
    ...(parameters === undefined ? [] : [workFigure(tokens, parameters)]),
    { name: 'seconds', value: metrics.elapsedSeconds, text: metrics.elapsedSeconds.toFixed(2) },
    { name: 'forwards', value: state.usage.forwards, text: state.usage.forwards.toLocaleString('en') },
  ];
}

function workFigure(tokens: number, parameters: number | null): Figure {
  const name = 'tokens × parameters';
  return parameters === null
    ? { name, value: 0, text: 'size unknown' }
    : { name, value: tokens * parameters, text: parametersText(tokens * parameters) };
}

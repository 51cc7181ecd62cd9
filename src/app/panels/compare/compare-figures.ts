import { metricsOf } from '#run/metrics.ts';
import type { RunState } from '#run/state.ts';
import { compare } from '#words/en/compare.ts';
import { amounts } from '#words/en/amounts.ts';

/** One number of a run, beside those of the others. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** What it counts, where the name doesn't say. */
  readonly help?: string;
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
      name: compare.figures.tokens,
      value: tokens,
      text: compare.figures.ofBudget({ tokens, budget }),
      most: budget,
    },
    ...(parameters === undefined ? [] : [workFigure(tokens, parameters)]),
    {
      name: compare.figures.seconds,
      value: metrics.elapsedSeconds,
      text: compare.figures.elapsed(metrics.elapsedSeconds),
    },
    {
      name: compare.figures.forwards,
      value: state.usage.forwards,
      text: compare.figures.count(state.usage.forwards),
      help: compare.figures.forwardsHelp,
    },
  ];
}

function workFigure(tokens: number, parameters: number | null): Figure {
  const name = compare.figures.work;
  return parameters === null
    ? { name, value: 0, text: compare.figures.sizeUnknown }
    : { name, value: tokens * parameters, text: amounts.parameters(tokens * parameters) };
}

import { metricsOf } from '#run/metrics.ts';
import type { RunState } from '#run/state.ts';
import { compare } from '#words/en/compare.ts';
import { amounts } from '#words/en/amounts.ts';

/** One number of a run, beside those of the others. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** What it is a part of. */
  readonly of?: string;
  /** Where the scale ends, if not at the largest of all runs. */
  readonly most?: number;
}

/** Tokens drawn. The usage counts what is in no trace too; while a run is under way it is ahead of its log, or behind it. */
export const spentBy = ({ status, usage, tokens }: RunState): number =>
  status === 'running' ? tokens : Math.max(usage.decodedTokens, tokens);

/**
 * What a run cost.
 *
 * @param budget tokens that it may draw; 0 is no limit.
 * @param parameters of its model, where those compared are of several: a token of a larger one is more work, about 2 operations
 *   a parameter (Snell et al. 2024, arXiv 2408.03314, section 7). Null where nobody knows.
 */
export function compareFigures(
  state: RunState,
  budget: number,
  parameters?: number | null,
): readonly Figure[] {
  const metrics = metricsOf(state);
  const tokens = spentBy(state);
  return [
    {
      name: compare.figures.tokens,
      value: tokens,
      text: compare.figures.count(tokens),
      ...(budget === 0 ? {} : { of: compare.figures.ofBudget(budget), most: budget }),
    },
    ...(parameters === undefined ? [] : [workFigure(tokens, parameters)]),
    {
      name: compare.figures.seconds,
      value: metrics.elapsedSeconds,
      text: compare.figures.elapsed(metrics.elapsedSeconds),
    },
  ];
}

function workFigure(tokens: number, parameters: number | null): Figure {
  const name = compare.figures.work;
  return parameters === null
    ? { name, value: 0, text: compare.figures.sizeUnknown }
    : { name, value: tokens * parameters, text: amounts.parameters(tokens * parameters) };
}

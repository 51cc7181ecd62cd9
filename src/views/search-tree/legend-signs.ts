import type { FalseReason } from '#run/facts/false-step.ts';

/** Signs of a legend that depend on which nodes are drawn. */
export interface LegendSigns {
  /** The run that they are of. */
  readonly run: unknown;
  readonly bars: boolean;
  readonly falseSteps: readonly FalseReason[];
}

/**
 * The signs of a run so far: none is taken away again. The legend's height takes room from the picture, and the picture's room says
 * which nodes are drawn; a sign that came and went with one of them would make both change for ever.
 */
export function signsSoFar(before: LegendSigns, now: LegendSigns): LegendSigns {
  if (before.run !== now.run) return now;
  const bars = before.bars || now.bars;
  const more = now.falseSteps.filter((reason) => !before.falseSteps.includes(reason));
  if (bars === before.bars && more.length === 0) return before;
  return { run: now.run, bars, falseSteps: [...before.falseSteps, ...more].toSorted() };
}

/** A step as far as its labels can be compared. */
export interface LabelledStep {
  /** Share of rollouts that end right. */
  readonly soft: number | null;
  readonly hard: boolean | null;
  /** What a value head makes of it, in [0, 1]. */
  readonly value: number | null;
  readonly exact: boolean | null;
}

/** How well two kinds of label go together, over so many steps that have both; null where that cannot be said. */
export interface Agreement {
  readonly measure: 'share' | 'auc' | 'correlation';
  readonly value: number | null;
  readonly of: number;
}

export interface Agreements {
  readonly steps: number;
  /** Hard label and exact one are the same. */
  readonly hardExact: Agreement;
  /** Area under the ROC curve of the soft label, and of the value, for the exact one. */
  readonly softExact: Agreement;
  readonly valueExact: Agreement;
  /** Pearson's correlation. */
  readonly softValue: Agreement;
}

export function agreements(steps: readonly LabelledStep[]): Agreements {
  const hard = steps.filter((step) => step.hard !== null && step.exact !== null);
  return {
    steps: steps.length,
    hardExact: {
      measure: 'share',
      value: hard.length === 0 ? null : hard.filter((step) => step.hard === step.exact).length / hard.length,
      of: hard.length,
    },
    softExact: aucOf(steps.map(({ soft, exact }) => ({ score: soft, positive: exact }))),
    valueExact: aucOf(steps.map(({ value, exact }) => ({ score: value, positive: exact }))),
    softValue: correlationOf(steps.map(({ soft, value }) => [soft, value])),
  };
}

/**
 * The chance that a positive one scores above a negative one, ties counted half: the area under the ROC curve (Hanley and
 * McNeil 1982). Null where all are of one kind.
 */
function aucOf(
  all: readonly { readonly score: number | null; readonly positive: boolean | null }[],
): Agreement {
  const scored = all.flatMap(({ score, positive }) =>
    score === null || positive === null ? [] : [{ score, positive }],
  );
  const above = scored.filter(({ positive }) => positive);
  const below = scored.filter(({ positive }) => !positive);
  let wins = 0;
  for (const { score } of above)
    for (const other of below) wins += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  const pairs = above.length * below.length;
  return { measure: 'auc', value: pairs === 0 ? null : wins / pairs, of: scored.length };
}

function correlationOf(all: readonly (readonly [number | null, number | null])[]): Agreement {
  const pairs = all.flatMap(([x, y]) => (x === null || y === null ? [] : [{ x, y }]));
  const mean = (of: (pair: { readonly x: number; readonly y: number }) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = Math.sqrt(mean(({ x }) => (x - mx) ** 2) * mean(({ y }) => (y - my) ** 2));
  return {
    measure: 'correlation',
    // Two points always lie on a line.
    value: pairs.length < 3 || spread < 1e-12 ? null : mean(({ x, y }) => (x - mx) * (y - my)) / spread,
    of: pairs.length,
  };
}

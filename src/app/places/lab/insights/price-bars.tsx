import { useWorded } from '#views/use-spoken.ts';
import { accuracyByArm } from '#lab/analysis/accuracy.ts';
import { BarChart } from '#views/chart/bar-chart.tsx';
import { insights } from '#words/en/insights.ts';
import { type InsightProps, saving } from './insight.ts';

/** What a right answer costs, way by way. */
export function PriceBars(props: InsightProps) {
  const { measured, names } = props;
  const bars = useWorded(
    () =>
      accuracyByArm(measured)
        .filter(({ graded }) => graded > 0)
        .map(({ arm, tokensPerRight, graded }) => ({
          key: String(arm),
          name: names[arm] ?? String(arm),
          value: tokensPerRight,
          place: arm,
          ...(tokensPerRight === null ? { note: insights.noneRight(graded) } : {}),
        })),
    [measured, names],
  );
  if (bars.length === 0) return null;
  return (
    <BarChart
      {...saving(props)}
      title={insights.price}
      note={insights.priceNote}
      bars={bars}
      barsAre={insights.way}
      label={insights.tokensPerRight}
      format={insights.count}
    />
  );
}

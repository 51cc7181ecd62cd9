import { amounts } from '#words/en/amounts.ts';
import { useWorded } from '#views/use-spoken.ts';
import { useState } from 'react';
import { groupBy, ofArm } from '#lab/analysis/measured-cell.ts';
import { judgedTraces, rocCurve, scoreCalibration, verifierAuc } from '#lab/analysis/verifier-quality.ts';
import { CalibrationChart, RocChart } from '#views/chart/verifier-charts.tsx';
import { insights } from '#words/en/insights.ts';
import { armChoice, type InsightProps, saving } from './insight.ts';
import styles from './sweep-insights.module.css';

/** How well scores tell right traces from wrong ones, and whether they are chances. */
export function VerifierInsight(props: InsightProps) {
  const { measured, names } = props;
  const judged = useWorded(
    () =>
      [...groupBy(measured, ofArm)]
        .map(([arm, cells]) => ({ arm, traces: judgedTraces(cells) }))
        .filter(({ traces }) => traces.some(({ right }) => right) && traces.some(({ right }) => !right)),
    [measured],
  );
  const [wished, wish] = useState<number | null>(null);
  const shown =
    judged.find(({ arm }) => arm === wished) ??
    judged.toSorted((a, b) => b.traces.length - a.traces.length)[0];
  const read = useWorded(() => {
    if (!shown) return null;
    const { bins, error } = scoreCalibration(shown.traces);
    const line = { key: String(shown.arm), name: names[shown.arm] ?? '', place: 0 };
    return {
      quality: verifierAuc(shown.traces),
      roc: [{ ...line, points: rocCurve(shown.traces) }],
      calibration: [{ ...line, bins: bins.map(({ right, ...bin }) => ({ ...bin, ...right })) }],
      error,
    };
  }, [shown, names]);
  if (!shown || !read) return null;
  return (
    <div className={styles.pair}>
      <RocChart
        {...saving(props)}
        title={insights.roc}
        lines={read.roc}
        note={[insights.rocNote, ...(read.quality ? [insights.auc(read.quality)] : [])].join(amounts.between)}
        choices={armChoice(
          insights.way,
          judged.map(({ arm }) => arm),
          names,
          shown.arm,
          wish,
        )}
      />
      <CalibrationChart
        {...saving(props)}
        title={insights.calibration}
        lines={read.calibration}
        note={[insights.calibrationNote, insights.ece(read.error)].join(amounts.between)}
      />
    </div>
  );
}

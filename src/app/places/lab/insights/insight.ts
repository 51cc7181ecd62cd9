import type { ChartChoice } from '#views/chart/chart-data.ts';
import type { ChartToSave } from '#views/chart/chart-frame.tsx';
import type { MeasuredCell } from '#lab/analysis/measured-cell.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';

/** What all pictures of a sweep's outcomes are made of. */
export interface InsightProps {
  readonly sweep: Sweep;
  readonly measured: readonly MeasuredCell[];
  /** What each arm is called. */
  readonly names: readonly string[];
  readonly onSave?: ((chart: ChartToSave) => void) | undefined;
}

/** A chart's way to be saved, where there is one. */
export const saving = ({ onSave }: Pick<InsightProps, 'onSave'>) => (onSave ? { onSave } : {});

/** A switch between arms; none where there is nothing to choose. */
export function armChoice(
  label: string,
  arms: readonly number[],
  names: readonly string[],
  chosen: number,
  onChoose: (arm: number) => void,
): readonly ChartChoice[] {
  if (arms.length < 2) return [];
  return [
    {
      label,
      options: arms.map((arm) => ({ key: String(arm), name: names[arm] ?? String(arm) })),
      chosen: String(chosen),
      onChoose: (key) => onChoose(Number(key)),
    },
  ];
}

import { accuracyByArm, parametersOfArm } from '#lab/analysis/accuracy.ts';
import type { MeasuredCell } from '#lab/analysis/measured-cell.ts';
import { comparedWith } from '#lab/analysis/paired-arms.ts';
import { pText } from '#lab/paired.ts';
import { shareText } from '#lab/statistics.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { embeddedModel } from '#policy/models.ts';
import { sweepCommandWords } from '#words/en/sweep-commands.ts';
import { armText } from './arm-text.ts';

/** What came of a sweep: a line an arm, each against the first by the paired test. */
export function summaryTable({ arms, tokens }: Sweep, measured: readonly MeasuredCell[]): string {
  const parametersOf = (place: number) =>
    parametersOfArm(arms[place], (model) => embeddedModel(model)?.parameters ?? null);
  const against = new Map(comparedWith(measured, 0).map((one) => [one.arm, one]));
  const lines = accuracyByArm(measured, parametersOf).map(({ arm: place, solved, compute, graded }) => {
    const arm = arms[place];
    const other = against.get(place);
    const spent = compute['token-parameters'];
    return [
      arm ? armText(arm, arms, tokens) : '',
      graded === 0 ? sweepCommandWords.unknown : shareText(solved),
      `${graded}`,
      compute.tokens.toFixed(0),
      compute.forwards.toFixed(0),
      compute.seconds.toFixed(2),
      spent === null ? sweepCommandWords.unknown : (spent / 1e6).toFixed(0),
      other
        ? sweepCommandWords.against({ better: other.better, worse: other.worse, p: pText(other.corrected) })
        : sweepCommandWords.unknown,
    ];
  });
  return [sweepCommandWords.head, lines.map(row)].flat().join('\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

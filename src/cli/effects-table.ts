import type { ArmResult, Effect } from '#lab/effects/effect.ts';
import { judge, type Comparison, type Judged } from '#lab/effects/verdict.ts';
import { pText } from '#lab/paired.ts';
import { share, shareText } from '#lab/statistics.ts';
import type { MeasuredEffect } from './effects-store.ts';

/**
 * What was measured, as a Markdown table. Claims that were not measured have no line.
 *
 * @param shown of those that were, the ones to print; verdicts are corrected for all.
 */
export function effectTable(
  effects: readonly Effect[],
  measured: readonly MeasuredEffect[],
  shown: (claim: string) => boolean = () => true,
): string {
  const judged = judge(effects, new Map(measured.map(({ claim, arms }) => [claim, arms])));
  const lines = measured
    .filter(({ claim }) => shown(claim))
    .flatMap((one) => {
      const effect = effects.find(({ claim }) => claim === one.claim);
      const verdict = judged.get(one.claim);
      return effect && verdict ? [{ effect, one, verdict }] : [];
    });
  return table(
    ['claim', 'literature', 'here', 'right in one only', 'verdict', 'measured'],
    lines.map(({ effect, one, verdict }) => lineOf(effect, one, verdict)),
  );
}

function lineOf(
  { claim, literature }: Effect,
  { arms, ...when }: MeasuredEffect,
  { verdict, comparisons }: Judged,
): readonly string[] {
  const here = arms.map(
    (arm) => `${armText(arm)}, ${arm.tokens.toFixed(0)} tokens × ${(arm.parameters / 1e6).toFixed(1)} M`,
  );
  const compared = comparisons.map(
    (one) =>
      `${arms.length > 2 ? `${arms[one.arms[0]]!.name} → ${arms[one.arms[1]]!.name}: ` : ''}${comparisonText(one)}, ${pText(one.corrected, 'corrected')}`,
  );
  return [claim, literature, here.join('<br>'), compared.join('<br>'), verdict, whenText(when, arms)];
}

const armText = ({ name, right }: ArmResult): string =>
  `${name}: ${shareText(share(right.filter(Boolean).length, right.length))}`;

const comparisonText = ({ onlyFirst, onlySecond, p }: Comparison): string =>
  `${onlyFirst} against ${onlySecond}, ${pText(p)}`;

const whenText = (
  { date, commit }: Pick<MeasuredEffect, 'date' | 'commit'>,
  arms: readonly ArmResult[],
): string => `${date}, ${arms[0]!.right.length} problems, at ${commit}`;

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

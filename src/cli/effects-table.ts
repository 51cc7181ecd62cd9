import { itemAt } from '#experiment/surely.ts';
import type { ArmResult } from '#lab/effects/effect.ts';
import type { KnownEffect } from '#lab/effects/effects.ts';
import { judgeClaim, type ClaimComparison, type Judged } from '#lab/effects/verdict.ts';
import { pText } from '#lab/paired.ts';
import { share, shareText } from '#lab/statistics.ts';
import { effects } from '#words/en/effects.ts';
import type { MeasuredEffect } from '#lab/effects/measured.ts';

/**
 * What was measured, as a Markdown table. Claims that were not measured have no line.
 *
 * @param shown of those that were, the ones to print; verdicts are corrected for all.
 */
export function effectTable(
  claims: readonly KnownEffect[],
  measured: readonly MeasuredEffect[],
  shown: (claim: string) => boolean = () => true,
): string {
  const judged = judgeClaim(claims, new Map(measured.map(({ claim, arms }) => [claim, arms])));
  const lines = measured
    .filter(({ claim }) => shown(claim))
    .flatMap((one) => {
      const effect = claims.find(({ claim }) => claim === one.claim);
      const verdict = judged.get(one.claim);
      return effect && verdict ? [{ effect, one, verdict }] : [];
    });
  return table(
    [
      effects.columns.claim,
      effects.columns.literature,
      effects.columns.here,
      effects.columns.onlyOne,
      effects.columns.verdict,
      effects.columns.measured,
    ],
    lines.map(({ effect, one, verdict }) => lineOf(effect, one, verdict)),
  );
}

function lineOf(
  effect: KnownEffect,
  { arms, ...when }: MeasuredEffect,
  { verdict, comparisons }: Judged,
): readonly string[] {
  const here = arms.map((arm, place) =>
    effects.arm({
      name: nameOf(effect, place),
      share: solved(arm),
      tokens: arm.tokens.toFixed(0),
      millions: (arm.parameters / 1e6).toFixed(1),
    }),
  );
  const compared = comparisons.map((one) => {
    const result = `${comparisonText(one)}, ${pText(one.corrected, effects.corrected)}`;
    const [first, second] = one.arms;
    return arms.length > 2
      ? effects.compared({ first: nameOf(effect, first), second: nameOf(effect, second), result })
      : result;
  });
  return [
    effects.claims[effect.claim],
    effects.literature[effect.claim],
    here.join('<br>'),
    compared.join('<br>'),
    effects.verdicts[verdict],
    whenText(when, arms),
  ];
}

const nameOf = ({ arms }: KnownEffect, place: number): string => effects.arms[itemAt(arms, place).name];

const solved = ({ right }: ArmResult): string => shareText(share(right.filter(Boolean).length, right.length));

const comparisonText = ({ onlyFirst, onlySecond, p }: ClaimComparison): string =>
  effects.against({ onlyFirst, onlySecond, p: pText(p) });

const whenText = (
  { date, commit }: Pick<MeasuredEffect, 'date' | 'commit'>,
  arms: readonly ArmResult[],
): string => effects.when({ date, problems: itemAt(arms, 0).right.length, commit });

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

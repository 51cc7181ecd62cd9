import type { TokenTerm } from '#lab/grpo/objective.ts';

/** What the bars over the tokens can stand for. */
export const barKinds = ['advantage', 'push', 'ratio', 'kl'] as const;
export type BarKind = (typeof barKinds)[number];

/** What a bar says of a token: above 0 up, below 0 down; no bar for what is not a number. */
export function barValue(kind: BarKind, advantage: number, term: TokenTerm | undefined): number {
  switch (kind) {
    case 'advantage':
      return advantage;
    case 'push':
      return term?.push ?? NaN;
    case 'ratio':
      return term ? Math.log(term.ratio) : NaN;
    case 'kl':
      return term ? term.kl : NaN;
  }
}

/** `size`: a bar of an amount, which has no direction and stands at the foot. `none`: nothing, or not a number. */
export type BarSign = 'up' | 'down' | 'size' | 'none';

/** Bars of one sign and strength, as one path; a cell is 1 wide and a row 2 high, with its middle at 1. */
export interface BarPath {
  readonly sign: BarSign;
  /** 1 to 3, of the full height. */
  readonly strength: number;
  readonly path: string;
}

const gap = 0.14;

/**
 * @param most the value of a full bar.
 * @param directed whether values below 0 hang down; else they are amounts.
 */
export function barPaths(values: readonly number[], most: number, directed: boolean): readonly BarPath[] {
  const paths = new Map<string, { sign: BarSign; strength: number; parts: string[] }>();
  for (const [at, value] of values.entries()) {
    const share = most > 0 ? Math.max(-1, Math.min(1, value / most)) : 0;
    const flat = Number.isNaN(share) || Math.abs(share) < 0.01;
    const sign = flat ? 'none' : !directed ? 'size' : share > 0 ? 'up' : 'down';
    const strength = flat ? 1 : Math.ceil(Math.abs(share) * 3);
    // Even the smallest bar is seen, and one without a value is a line in the middle.
    const height = flat ? 0.12 : Math.max(0.12, Math.abs(share) * (directed ? 1 : 2));
    const top = topOf(sign, height, directed);
    const key = `${sign} ${strength}`;
    const path = paths.get(key) ?? { sign, strength, parts: [] };
    path.parts.push(`M${at} ${round(top)}h${1 - gap}v${round(height)}h-${1 - gap}z`);
    paths.set(key, path);
  }
  return [...paths.values()].map(({ sign, strength, parts }) => ({ sign, strength, path: parts.join('') }));
}

function topOf(sign: BarSign, height: number, directed: boolean): number {
  switch (sign) {
    case 'up':
      return 1 - height;
    case 'down':
      return 1;
    case 'size':
      return 2 - height;
    case 'none':
      return directed ? 1 - height / 2 : 2 - height;
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A mark at the foot of each cell whose gain is clipped. */
export const clipMarks = (terms: readonly TokenTerm[]): string =>
  terms.flatMap(({ clipped }, at) => (clipped ? [`M${at} 1.84h${1 - gap}v.16h-${1 - gap}z`] : [])).join('');

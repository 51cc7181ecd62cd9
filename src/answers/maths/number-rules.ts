import type { GradeReason } from '#run/facts/grade-reason.ts';
import { integer, multiply, rationalText, type Rational } from '../rational.ts';
import { numberOf } from './fingerprint.ts';
import type { QuestionHints, Reading } from './read.ts';
import { givenName } from './relation-key.ts';
import type { Tree } from './tree.ts';
import { valueText } from './value.ts';
import { unitOf, type Unit } from './words.ts';

/** What it says that something is: 5 of x = 5; null of x < 5, and of what is no relation. */
function saidBy(tree: Tree | null): Tree | null {
  const [only, ...others] = tree?.kind === 'relation' ? tree.rest : [];
  return only && others.length === 0 && (only.operator === '=' || only.operator === '≈') ? only.side : null;
}

/** A number of something. */
interface Measure {
  readonly value: Rational;
  readonly unit: Unit;
  readonly power: string;
  readonly name: string;
}

/** A number and its unit. */
export function measure(tree: Tree): Measure | null {
  const said = saidBy(tree);
  if (said) return measure(said);
  const [name, of] =
    tree.kind === 'measured' ? [tree.unit, tree.of] : tree.kind === 'degrees' ? ['°', tree.of] : ['', tree];
  const [, square = '', word = '', power = ''] =
    /^(square |sq |cubic |cu )?([a-z°]+)(\^[0-9])?$/.exec(name) ?? [];
  const unit = unitOf(word);
  const value = numberOf(of);
  return (
    unit &&
    value && {
      value,
      unit,
      power: square.startsWith('s') ? '^2' : square.startsWith('c') ? '^3' : power,
      name,
    }
  );
}

function byUnit({ tree: given }: Reading, { tree: reference }: Reading): GradeReason | null {
  const [own, right] = [given && measure(given), reference && measure(reference)];
  if (!own || !right || own.unit.dimension !== right.unit.dimension || own.power !== right.power) return null;
  const times = own.power === '' ? 1 : Number(own.power.slice(1));
  const worth = ({ value, unit }: Measure): string =>
    valueText(multiply(value, integer(BigInt(unit.size) ** BigInt(times))));
  return worth(own) === worth(right)
    ? { kind: 'same-in-another-unit', unit: own.name, reference: right.name }
    : null;
}

/** A percentage answers both ways, 25 % as 25 and as 0.25; a bare 25 is 25 % only where a percentage is asked for or the reference is one. */
function byPercent(given: Reading, reference: Reading, hints: QuestionHints): GradeReason | null {
  const [own, right] = [percentage(given.tree), percentage(reference.tree)];
  if (!own || !right || own.percent === right.percent) return null;
  const [bare, percent] = own.percent ? [right.value, own.value] : [own.value, right.value];
  const equal = (a: Rational, b: Rational) => valueText(a) === valueText(b);
  if (equal(bare, multiply(percent, hundredth)))
    return { kind: 'same-as-share', percent: rationalText(percent), share: rationalText(bare) };
  // Where no question is known, 0.5 % may be 0.5 or half of a hundredth.
  const meant =
    right.percent || hints.percent || (hints.text === '' && percent.numerator >= percent.denominator);
  return meant && equal(bare, percent)
    ? { kind: 'same-as-percentage', percent: rationalText(percent) }
    : null;
}

const hundredth: Rational = { numerator: 1n, denominator: 100n };

function percentage(tree: Tree | null): { readonly value: Rational; readonly percent: boolean } | null {
  if (!tree) return null;
  const said = saidBy(tree);
  if (said && givenName(tree) !== null) return percentage(said);
  const percent = tree.kind === 'measured' && tree.percent;
  if (tree.kind === 'measured' && !percent && tree.unit !== '') return null;
  const value = numberOf(tree.kind === 'measured' ? tree.of : tree);
  return value && { value, percent };
}

/** The base may be left out on one side: the question names it. */
function byBase({ tree: given }: Reading, { tree: reference }: Reading): GradeReason | null {
  const [digits, other] = [digitsOf(given), digitsOf(reference)];
  if (!digits || !other || digits.digits !== other.digits) return null;
  if (digits.base !== null && other.base !== null)
    return baseNumber(digits.base) === baseNumber(other.base) ? { kind: 'same-digits-and-base' } : null;
  return digits.base === other.base ? null : { kind: 'same-digits' };
}

function digitsOf(tree: Tree | null): { readonly digits: string; readonly base: string | null } | null {
  const said = saidBy(tree);
  const bare = said && tree && givenName(tree) !== null ? said : tree;
  if (bare?.kind === 'numeral') return { digits: bare.digits, base: bare.base };
  return bare?.kind === 'number' && bare.value.denominator === 1n
    ? { digits: `${bare.value.numerator}`, base: null }
    : null;
}

const baseWords = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const baseNumber = (base: string): string =>
  baseWords.includes(base.toLowerCase()) ? `${baseWords.indexOf(base.toLowerCase()) + 2}` : base;

function byRatio({ tree: given }: Reading, { tree: reference }: Reading): GradeReason | null {
  const [own, right] = [given && ratioOf(given), reference && ratioOf(reference)];
  if (!own || !right || own.ratio === right.ratio) return null;
  return valueText(own.value) === valueText(right.value) ? { kind: 'same-ratio' } : null;
}

function ratioOf(tree: Tree): { readonly value: Rational; readonly ratio: boolean } | null {
  const ratio = tree.kind === 'ratio';
  const [left, right] = ratio ? tree.parts : [];
  if (ratio && (tree.parts.length !== 2 || !left || !right)) return null;
  const value = numberOf(left && right ? { kind: 'quotient', left, right } : tree);
  return value && { value, ratio };
}

/** The same number written otherwise: as a percentage, in another unit or base, as a ratio. */
export const numberRules = [byPercent, byUnit, byBase, byRatio] as const;

import { paired } from '#experiment/surely.ts';
import type { GradeReason } from '#run/facts/grade-reason.ts';
import { keyText } from '../key-text.ts';
import { integer, multiply, rationalKey, rationalText, type Rational } from '../rational.ts';
import { evaluateAt, StepBudget } from './evaluate.ts';
import { numberOf, zerosKey } from './fingerprint.ts';
import { keyOf } from './key.ts';
import type { QuestionHints, Reading } from './read.ts';
import { givenName } from './relation-key.ts';
import type { Tree } from './tree.ts';
import { children, lastSide, namesOf } from './tree.ts';
import { valueText } from './value.ts';
import { unitOf, type Unit } from './words.ts';

export interface ReferenceMatch {
  readonly same: boolean;
  /** The rule that decided. */
  readonly reason: GradeReason;
}

const yes = (reason: GradeReason): ReferenceMatch => ({ same: true, reason });
const no = (reason: GradeReason): ReferenceMatch => ({ same: false, reason });

/** Whether an answer is the reference: by their keys, and where these differ by what the reference leaves open. */
export function compare(given: Reading, reference: Reading, hints: QuestionHints): ReferenceMatch {
  if (given.key === reference.key)
    return clash(given, reference) ?? yes({ kind: 'same-value', both: keyText(given.key, given.display) });
  for (const rule of [
    byPercent,
    byUnit,
    byBase,
    byRatio,
    byEquation,
    byPoint,
    byLetter,
    byLeftSide,
    byRemainder,
    byUnitLetter,
    byTime,
  ]) {
    const reason = rule(given, reference, hints);
    if (reason) return yes(reason);
  }
  const apart = difference(given.tree, reference.tree);
  return no({ kind: 'not-the-reference', reference: reference.display, apart });
}

/** Equal numbers of different things: km and m, x and y. */
function clash({ tree: given }: Reading, { tree: reference }: Reading): ReferenceMatch | null {
  if (!given || !reference) return null;
  const [own, right] = [measure(given), measure(reference)];
  if (
    own &&
    right &&
    (own.unit.dimension !== right.unit.dimension ||
      own.unit.size !== right.unit.size ||
      own.power !== right.power)
  ) {
    return no({ kind: 'other-unit', unit: own.name, reference: right.name });
  }
  const [name, wanted] = [givenName(given), givenName(reference)];
  if (name !== null && wanted !== null && name.toLowerCase() !== wanted.toLowerCase())
    return no({ kind: 'other-name', name, reference: wanted });
  return null;
}

/** What it says that something is: 5 of x = 5; null of x < 5, and of what is no relation. */
function saidBy(tree: Tree | null): Tree | null {
  const [only, ...others] = tree?.kind === 'relation' ? tree.rest : [];
  return only && others.length === 0 && (only.operator === '=' || only.operator === '≈') ? only.side : null;
}

interface Measure {
  readonly value: Rational;
  readonly unit: Unit;
  readonly power: string;
  readonly name: string;
}

function measure(tree: Tree): Measure | null {
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

/** y = 2x + 3 is the equation 2x − y + 3 = 0 too. */
function byEquation({ tree: given }: Reading, { tree: reference }: Reading): GradeReason | null {
  if (given?.kind !== 'relation' || reference?.kind !== 'relation') return null;
  const [own, right] = [zeros(given), zeros(reference)];
  return own && own === right ? { kind: 'same-equation' } : null;
}

function zeros({ first, rest }: Extract<Tree, { kind: 'relation' }>): string | null {
  const [only] = rest;
  if (rest.length !== 1 || only?.operator !== '=') return null;
  return zerosKey(
    { kind: 'sum', left: first, right: { kind: 'negation', of: only.side } },
    false,
    new StepBudget(),
  );
}

/** A vector as a column and as a tuple; x = 3, y = 5 and (3, 5). */
function byPoint(
  { tree: given }: Reading,
  { tree: reference }: Reading,
  hints: QuestionHints,
): GradeReason | null {
  // 4, 7 where an ordered pair is asked for.
  const ordered =
    /\b(?:ordered|coordinates|point|vertex|pair|triple)\b/i.test(hints.text) &&
    given?.kind === 'list' &&
    !given.set &&
    reference?.kind === 'group' &&
    given.items.every((item) => item.kind !== 'relation');
  const [own, right] = [
    ordered && given.kind === 'list' ? given.items : coordinates(given),
    coordinates(reference),
  ];
  if (!own || !right || own.length !== right.length || given?.kind === reference?.kind) return null;
  const key = (tree: Tree): string | null => keyOf(tree, hints, new StepBudget());
  return paired(own, right).every(([part, other]) => key(part) !== null && key(part) === key(other))
    ? { kind: 'same-coordinates' }
    : null;
}

function coordinates(tree: Tree | null): readonly Tree[] | null {
  if (tree?.kind === 'group') return tree.open === '(' && tree.close === ')' ? tree.items : null;
  if (tree?.kind === 'matrix')
    return tree.shape === 'matrix' && (tree.rows.length === 1 || tree.rows.every((row) => row.length === 1))
      ? tree.rows.flat()
      : null;
  if (tree?.kind !== 'list' || tree.set) return null;
  const names = tree.items.map(givenName);
  const sorted = names.every((name): name is string => name !== null) ? names.toSorted() : [];
  if (sorted.length === 0 || new Set(sorted).size !== names.length || sorted.join() !== names.join())
    return null;
  return tree.items.flatMap((item) =>
    item.kind === 'relation' ? item.rest.slice(0, 1).map(({ side }) => side) : [],
  );
}

/** (C) and C. Plane where the reference is a letter. */
function byLetter(given: Reading, reference: Reading): GradeReason | null {
  const letter = /^words: ([a-j])$/.exec(reference.key)?.[1];
  const said = letter && /^\(?([A-J])\)?(?:[.):]\s|\s*[)]|\s{2}|$)|^\(([A-J])\)/.exec(given.display);
  return said && (said[1] ?? said[2])?.toLowerCase() === letter
    ? { kind: 'same-choice', letter: letter.toUpperCase() }
    : null;
}

/** a + b = 7, where the question asks for a + b; where no question is known, behind letters alone, which are what was asked for. */
function byLeftSide(given: Reading, reference: Reading, hints: QuestionHints): GradeReason | null {
  const { tree } = given;
  if (
    tree?.kind !== 'relation' ||
    tree.rest.some(({ operator }) => operator !== '=') ||
    reference.tree?.kind === 'relation'
  )
    return null;
  const left = given.display.slice(0, given.display.indexOf('=')).replace(/[\s$]/g, '');
  const question = hints.text.replace(/\\left|\\right|[\s$]/g, '');
  const asksFor =
    question === ''
      ? namesOf(tree.first).length > 0 && withoutNumbers(tree.first)
      : left.length > 1 && question.includes(left) && !question.includes(`${left}=`);
  return asksFor && keyOf(lastSide(tree), hints, new StepBudget()) === reference.key
    ? { kind: 'same-left-side', left }
    : null;
}

/** |z|, sin A, m + n, a² + b²: no numbers but exponents. */
function withoutNumbers(tree: Tree): boolean {
  if (tree.kind === 'power') return withoutNumbers(tree.left);
  return tree.kind !== 'number' && children(tree).every(withoutNumbers);
}

/** n ≡ 7 (mod 10), where the reference is 7. */
function byRemainder(given: Reading, reference: Reading): GradeReason | null {
  const found = /^(?:[a-zA-Z]\s*(?:\\equiv|≡)\s*)?(-?[0-9]{1,20})\s*\(?\s*(?:\\[pb]?mod|mod)(?![a-z])/.exec(
    given.display,
  );
  return found && reference.tree?.kind === 'number' && found[1] === reference.key
    ? { kind: 'same-remainder', remainder: found[1] ?? '' }
    : null;
}

const unitLetters = /^\s?(?:m|g|s|h|l|L|N|J|W|V|A|K|Hz|Pa)$/;

/** 20 m where the reference is 20: the letter behind a number and a space is a unit. */
function byUnitLetter({ tree, display }: Reading, { tree: wanted, key }: Reading): GradeReason | null {
  if (
    tree?.kind !== 'product' ||
    tree.left.kind !== 'number' ||
    tree.right.kind !== 'name' ||
    !wanted ||
    namesOf(wanted).length > 0
  )
    return null;
  const [, number, letter] = /^([0-9.,]+)(\s\p{L}+)$/u.exec(display) ?? [];
  return number !== undefined && unitLetters.test(letter ?? '') && rationalKey(tree.left.value) === key
    ? { kind: 'same-with-unit' }
    : null;
}

/** 3:30 where one of the two says whether morning or evening. */
function byTime(given: Reading, reference: Reading): GradeReason | null {
  const clock = ({ key }: Reading): string =>
    key
      .replace(/^time /, '')
      .replace(/ [ap]m$/, '')
      .replace(/^ratio (\d+) : (\d+)$/, '$1:$2')
      .replace(/:00?$/, '');
  const halves = [given, reference].filter(({ key }) => key.startsWith('time ')).length;
  return halves === 1 && clock(given) === clock(reference) ? { kind: 'same-time' } : null;
}

/** A place at which two expressions differ, and their values there. */
type Difference = NonNullable<Extract<GradeReason, { readonly kind: 'not-the-reference' }>['apart']>;

/** Where two expressions differ: the first small number for their letters that tells them apart. */
export function difference(given: Tree | null, reference: Tree | null): Difference | null {
  if (!given || !reference) return null;
  const names = [...new Set([...namesOf(given), ...namesOf(reference)])];
  if (names.length === 0 || names.length > 3) return null;
  for (const value of [2, 3, 5]) {
    const point = (name: string) => integer(value + names.indexOf(name));
    const [own, right] = [
      evaluateAt(given, point, new StepBudget()),
      evaluateAt(reference, point, new StepBudget()),
    ];
    if (!own || !right || valueText(own) === valueText(right)) continue;
    return {
      at: names.map((name, at) => ({ name, value: value + at })),
      given: keyText(valueText(own), ''),
      reference: keyText(valueText(right), ''),
    };
  }
  return null;
}

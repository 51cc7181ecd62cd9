import { itemAt, paired } from '#experiment/surely.ts';
import { integer, rationalKey, subtract } from '../rational.ts';
import type { StepBudget } from './step-budget.ts';
import { numberOf, shortened, valueKey } from './fingerprint.ts';
import { expandSigns } from './plus-minus.ts';
import { plainWords } from './plain-words.ts';
import { relationKey } from './relation-key.ts';
import { namesOf, type Tree } from './tree.ts';

/** What a question says about how to read its answers. */
export interface Context {
  /** It asks for a percentage: 25 and 25 % are the same answer. */
  readonly percent: boolean;
}

/**
 * A key that is the same for equal answers: the number itself, values at fixed points for expressions with letters, the
 * keys of its parts for a structure. Null if no key is known for it.
 */
export function keyOf(tree: Tree, context: Context, budget: StepBudget): string | null {
  switch (tree.kind) {
    case 'measured':
      if (!tree.percent || context.percent) return keyOf(tree.of, context, budget);
      return keyOf(
        { kind: 'quotient', left: tree.of, right: { kind: 'number', value: integer(100) } },
        context,
        budget,
      );
    case 'numeral':
      return `base ${tree.base}: ${tree.digits}`;
    case 'words':
      return wordsKey(tree.text);
    case 'dots':
      return '…';
    case 'relation':
      return relationKey(tree, (one) => keyOf(one, context, budget), budget);
    case 'ratio':
      return parts(tree.parts, context, budget, (keys) => `ratio ${keys.join(' : ')}`);
    case 'group':
      // (±3, 0) stands for two points.
      if (tree.open === '(' && (expandSigns(tree)?.length ?? 1) > 1)
        return listKey({ kind: 'list', set: false, items: [tree] }, context, budget);
      return parts(tree.items, context, budget, (keys) => `${tree.open}${keys.join('; ')}${tree.close}`);
    case 'list':
      return listKey(tree, context, budget);
    case 'sets':
      return setsKey(tree, context, budget);
    case 'matrix':
      if (tree.shape === 'determinant') return valueKey(tree, budget);
      return parts(tree.rows.flat(), context, budget, (keys) => {
        const width = tree.rows[0]?.length;
        return tree.rows.some((row) => row.length !== width)
          ? null
          : `matrix ${tree.rows.length}×${width} [${keys.join('; ')}]`;
      });
    case 'constant':
      if (tree.name === 'ℝ') return allReals;
      return '∞ℤℕℚℂ∅'.includes(tree.name) ? tree.name : valueKey(tree, budget);
    case 'negation':
      return tree.of.kind === 'constant' && tree.of.name === '∞'
        ? '-∞'
        : expressionKey(tree, context, budget);
    default:
      return expressionKey(tree, context, budget);
  }
}

function expressionKey(tree: Tree, context: Context, budget: StepBudget): string | null {
  const both = expandSigns(tree);
  if (both === null) return null;
  if (both.length > 1) return listKey({ kind: 'list', set: false, items: both }, context, budget);
  return valueKey(tree, budget) ?? matrixTimes(tree, context, budget);
}

/** A number times a matrix is the matrix of its products. */
function matrixTimes(tree: Tree, context: Context, budget: StepBudget): string | null {
  if (tree.kind !== 'product' || tree.right.kind !== 'matrix' || tree.right.shape === 'determinant')
    return null;
  const { left, right } = tree;
  return keyOf(
    {
      ...right,
      rows: right.rows.map((row) => row.map((cell): Tree => ({ kind: 'product', left, right: cell }))),
    },
    context,
    budget,
  );
}

function parts(
  trees: readonly Tree[],
  context: Context,
  budget: StepBudget,
  join: (keys: readonly string[]) => string | null,
): string | null {
  const keys = trees.map((tree) => keyOf(tree, context, budget));
  const joined = keys.every((key): key is string => key !== null) ? join(keys) : null;
  return joined && shortened(joined);
}

/** Order doesn't matter, unless the list continues with dots. */
function listKey(tree: Extract<Tree, { kind: 'list' }>, context: Context, budget: StepBudget): string | null {
  const flat = withoutDomain(tree.items).flatMap((item) => expandSigns(item) ?? [item]);
  const gaps = exclusions(withoutDomain(tree.items));
  if (gaps) return realsWithout(gaps);
  const named = assignment(flat, context, budget);
  if (named) return named;
  return parts(flat, context, budget, (keys) => {
    if (keys.includes('…')) return `sequence ${keys.join('; ')}`;
    // 1, 1, 2 are three roots, but 5/2 or 2.5 is one number in two forms.
    const sorted = keys
      .filter(
        (key, at) =>
          !keys.some(
            (other, before) =>
              before < at && other === key && (tree.set || flat[before]?.kind !== flat[at]?.kind),
          ),
      )
      .toSorted();
    if (
      sorted.length > 1 &&
      flat.some((item) => item.kind === 'relation' && item.rest.some(({ operator }) => operator !== '=')) &&
      sorted.every((key) => /^[([].*; .*[)\]]$/.test(key))
    )
      return sorted.join(' ∪ ');
    return sorted.length === 1 ? itemAt(sorted, 0) : `{${sorted.join('; ')}}`;
  });
}

/** Without conditions that a letter is an integer or real: `2kπ, k ∈ ℤ`. In 0 < x < 5, x ∈ ℤ the condition matters and stays. */
function withoutDomain(items: readonly Tree[]): readonly Tree[] {
  return items.filter((item, at) => {
    const [only] = item.kind === 'relation' && item.first.kind === 'name' ? item.rest : [];
    if (only?.operator !== '∈' || only.side.kind !== 'constant' || item.kind !== 'relation') return true;
    const names = namesOf(item);
    const about = items.filter(
      (other, place) => place !== at && namesOf(other).some((name) => names.includes(name)),
    );
    const says =
      only.side.name === 'ℝ' ||
      (only.side.name === 'ℤ' &&
        !about.some(
          (other) => other.kind === 'relation' && other.rest.some(({ operator }) => operator !== '='),
        ));
    return !says || about.length === 0;
  });
}

/** x = 3, y = 5: names with their values, in any order. Null if it lists solutions for one name. */
function assignment(items: readonly Tree[], context: Context, budget: StepBudget): string | null {
  const pairs: [string, Tree][] = [];
  for (const item of items) {
    const [only, ...others] = item.kind === 'relation' ? item.rest : [];
    if (item.kind !== 'relation' || !only || others.length > 0 || only.operator !== '=') return null;
    const { first } = item;
    if (first.kind !== 'name' && first.kind !== 'words') return null;
    pairs.push([first.kind === 'name' ? first.name : plainWords(first.text), only.side]);
  }
  const names = new Set(pairs.map(([name]) => name));
  // x_1 and x_2 are two solutions for x.
  const roots = new Set([...names].map((name) => /^x_[0-9]$/.test(name)));
  if (names.size !== pairs.length || pairs.length < 2 || (roots.size === 1 && roots.has(true))) return null;
  const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return parts(
    sorted.map(([, value]) => value),
    context,
    budget,
    (keys) =>
      `where ${paired(sorted, keys)
        .map(([[name], key]) => `${name} = ${key}`)
        .join('; ')}`,
  );
}

function setsKey(tree: Extract<Tree, { kind: 'sets' }>, context: Context, budget: StepBudget): string | null {
  if (tree.operator === '∪') {
    const sides = (one: Tree): readonly Tree[] =>
      one.kind === 'sets' && one.operator === '∪' ? [...sides(one.left), ...sides(one.right)] : [one];
    return parts(sides(tree), context, budget, (keys) => [...new Set(keys)].toSorted().join(' ∪ '));
  }
  const gaps =
    tree.operator === '∖' && tree.left.kind === 'constant' && tree.left.name === 'ℝ'
      ? realsWithout(tree.right)
      : null;
  if (gaps !== null) return gaps;
  return parts(
    [tree.left, tree.right],
    context,
    budget,
    ([left, right]) => `(${left}) ${tree.operator} (${right})`,
  );
}

const allReals = '(-∞; ∞)';

/** Words that mean the same as a sign. */
const signsByWords: ReadonlyMap<string, string> = new Map([
  ['all real numbers', allReals],
  ['all reals', allReals],
  ['real numbers', allReals],
  ['no solution', '∅'],
  ['no solutions', '∅'],
  ['empty set', '∅'],
  ['no real solution', 'words: no real solutions'],
  ['infinitely many solutions', 'words: infinitely many'],
  ['dne', 'words: does not exist'],
  ['infinity', '∞'],
  ['negative infinity', '-∞'],
]);

function wordsKey(text: string): string | null {
  const words = plainWords(text).replace(/^there (?:is|are) (?=no )/, '');
  const sign = signsByWords.get(words);
  if (sign !== undefined) return sign;
  return words === '' ? null : `words: ${words}`;
}

/** The values that x excludes: x ≠ 1, −1 and x ≠ 1, x ≠ −1. Null for other lists. */
function exclusions([first, ...rest]: readonly Tree[]): Tree | null {
  const out = (tree: Tree | undefined): { readonly name: string; readonly point: Tree } | null => {
    if (tree?.kind !== 'relation' || tree.first.kind !== 'name') return null;
    const [only, ...others] = tree.rest;
    return only?.operator === '≠' && others.length === 0 ? { name: tree.first.name, point: only.side } : null;
  };
  const found = out(first);
  if (!found) return null;
  const points = rest.map((item) => {
    if (item.kind !== 'relation') return item;
    const other = out(item);
    return other?.name === found.name ? other.point : null;
  });
  return points.every((point) => point !== null)
    ? { kind: 'list', set: true, items: [found.point, ...points] }
    : null;
}

/** All reals except some: the intervals between them. Null if one of them is not a fraction. */
function realsWithout(points: Tree): string | null {
  const found = (points.kind === 'list' ? points.items : [points])
    .flatMap((point) => expandSigns(point) ?? [point])
    .map(numberOf);
  if (!found.every((point) => point !== null)) return null;
  const texts = found.toSorted((a, b) => (subtract(a, b).numerator < 0n ? -1 : 1)).map(rationalKey);
  const ends = ['-∞', ...new Set(texts), '∞'];
  return shortened(
    ends
      .slice(1)
      .map((end, at) => `(${ends[at]}; ${end})`)
      .toSorted()
      .join(' ∪ '),
  );
}

import { integer, rationalKey, subtract } from '../rational.ts';
import type { Work } from './evaluate.ts';
import { numberOf, shortened, valueKey } from './fingerprint.ts';
import { expandSigns } from './plus-minus.ts';
import { plainWords } from './plain-words.ts';
import { relationKey } from './relation-key.ts';
import { namesOf, type Tree } from './tree.ts';

/** What of a question bears on how its answers are read. */
export interface Context {
  /** It asks for a percentage: 25 and 25 % are one. */
  readonly percent: boolean;
}

/**
 * A text that is equal for what is the same: the number itself where it is one, values at fixed points for expressions
 * with letters, and for structures the keys of their parts. Null where nothing is known about it.
 */
export function keyOf(tree: Tree, context: Context, work: Work): string | null {
  switch (tree.kind) {
    case 'measured':
      if (!tree.percent || context.percent) return keyOf(tree.of, context, work);
      return keyOf(
        { kind: 'quotient', left: tree.of, right: { kind: 'number', value: integer(100) } },
        context,
        work,
      );
    case 'numeral':
      return `base ${tree.base}: ${tree.digits}`;
    case 'words':
      return wordsKey(tree.text);
    case 'dots':
      return '…';
    case 'relation':
      return relationKey(tree, (one) => keyOf(one, context, work), work);
    case 'ratio':
      return parts(tree.parts, context, work, (keys) => `ratio ${keys.join(' : ')}`);
    case 'group':
      // (±3, 0) is two points.
      if (tree.open === '(' && (expandSigns(tree)?.length ?? 1) > 1)
        return listKey({ kind: 'list', set: false, items: [tree] }, context, work);
      return parts(tree.items, context, work, (keys) => `${tree.open}${keys.join('; ')}${tree.close}`);
    case 'list':
      return listKey(tree, context, work);
    case 'sets':
      return setsKey(tree, context, work);
    case 'matrix':
      if (tree.shape === 'determinant') return valueKey(tree, work);
      return parts(tree.rows.flat(), context, work, (keys) => {
        const width = tree.rows[0]!.length;
        return tree.rows.some((row) => row.length !== width)
          ? null
          : `matrix ${tree.rows.length}×${width} [${keys.join('; ')}]`;
      });
    case 'constant':
      if (tree.name === 'ℝ') return allReals;
      return '∞ℤℕℚℂ∅'.includes(tree.name) ? tree.name : valueKey(tree, work);
    case 'negation':
      return tree.of.kind === 'constant' && tree.of.name === '∞' ? '-∞' : expressionKey(tree, context, work);
    default:
      return expressionKey(tree, context, work);
  }
}

function expressionKey(tree: Tree, context: Context, work: Work): string | null {
  const both = expandSigns(tree);
  if (both === null) return null;
  if (both.length > 1) return listKey({ kind: 'list', set: false, items: both }, context, work);
  return valueKey(tree, work) ?? matrixTimes(tree, context, work);
}

/** A number times a matrix is the matrix of its products. */
function matrixTimes(tree: Tree, context: Context, work: Work): string | null {
  if (tree.kind !== 'product' || tree.right.kind !== 'matrix' || tree.right.shape === 'determinant')
    return null;
  const { left, right } = tree;
  return keyOf(
    {
      ...right,
      rows: right.rows.map((row) => row.map((cell): Tree => ({ kind: 'product', left, right: cell }))),
    },
    context,
    work,
  );
}

function parts(
  trees: readonly Tree[],
  context: Context,
  work: Work,
  join: (keys: readonly string[]) => string | null,
): string | null {
  const keys = trees.map((tree) => keyOf(tree, context, work));
  const joined = keys.every((key): key is string => key !== null) ? join(keys) : null;
  return joined && shortened(joined);
}

/** In any order, unless it goes on with dots. */
function listKey(tree: Extract<Tree, { kind: 'list' }>, context: Context, work: Work): string | null {
  const flat = withoutDomain(tree.items).flatMap((item) => expandSigns(item) ?? [item]);
  const gaps = exclusions(withoutDomain(tree.items));
  if (gaps) return realsWithout(gaps);
  const named = assignment(flat, context, work);
  if (named) return named;
  return parts(flat, context, work, (keys) => {
    if (keys.includes('…')) return `sequence ${keys.join('; ')}`;
    // 1, 1, 2 are three roots; 5/2 or 2.5 is one number in two forms.
    const sorted = keys
      .filter(
        (key, at) =>
          !keys.some(
            (other, before) =>
              before < at && other === key && (tree.set || flat[before]!.kind !== flat[at]!.kind),
          ),
      )
      .toSorted();
    if (
      sorted.length > 1 &&
      flat.some((item) => item.kind === 'relation' && item.rest.some(({ operator }) => operator !== '=')) &&
      sorted.every((key) => /^[([].*; .*[)\]]$/.test(key))
    )
      return sorted.join(' ∪ ');
    return sorted.length === 1 ? sorted[0]! : `{${sorted.join('; ')}}`;
  });
}

/** Without what says that a letter is a whole number, or a real one: `2kπ, k ∈ ℤ`. Of 0 < x < 5, x ∈ ℤ it says more. */
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

/** x = 3, y = 5: names with their values, in any order. Null where it is a list of solutions for one name. */
function assignment(items: readonly Tree[], context: Context, work: Work): string | null {
  const pairs: [string, Tree][] = [];
  for (const item of items) {
    if (item.kind !== 'relation' || item.rest.length !== 1 || item.rest[0]!.operator !== '=') return null;
    const { first } = item;
    if (first.kind !== 'name' && first.kind !== 'words') return null;
    pairs.push([first.kind === 'name' ? first.name : plainWords(first.text), item.rest[0]!.side]);
  }
  const names = new Set(pairs.map(([name]) => name));
  // x_1 and x_2 are two solutions for x.
  const roots = new Set([...names].map((name) => /^x_[0-9]$/.test(name)));
  if (names.size !== pairs.length || pairs.length < 2 || (roots.size === 1 && roots.has(true))) return null;
  const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return parts(
    sorted.map(([, value]) => value),
    context,
    work,
    (keys) => `where ${keys.map((key, at) => `${sorted[at]![0]} = ${key}`).join('; ')}`,
  );
}

function setsKey(tree: Extract<Tree, { kind: 'sets' }>, context: Context, work: Work): string | null {
  if (tree.operator === '∪') {
    const sides = (one: Tree): readonly Tree[] =>
      one.kind === 'sets' && one.operator === '∪' ? [...sides(one.left), ...sides(one.right)] : [one];
    return parts(sides(tree), context, work, (keys) => [...new Set(keys)].toSorted().join(' ∪ '));
  }
  const gaps =
    tree.operator === '∖' && tree.left.kind === 'constant' && tree.left.name === 'ℝ'
      ? realsWithout(tree.right)
      : null;
  if (gaps !== null) return gaps;
  return parts(
    [tree.left, tree.right],
    context,
    work,
    ([left, right]) => `(${left}) ${tree.operator} (${right})`,
  );
}

const allReals = '(-∞; ∞)';

/** Words for what has a sign of its own. */
const sayings: ReadonlyMap<string, string> = new Map([
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
  const sign = sayings.get(words);
  if (sign !== undefined) return sign;
  return words === '' ? null : `words: ${words}`;
}

/** What x is not: x ≠ 1, −1 and x ≠ 1, x ≠ −1. Null where it is another list. */
function exclusions([first, ...rest]: readonly Tree[]): Tree | null {
  const out = (tree: Tree | undefined): { readonly name: string; readonly point: Tree } | null =>
    tree?.kind === 'relation' &&
    tree.rest.length === 1 &&
    tree.rest[0]!.operator === '≠' &&
    tree.first.kind === 'name'
      ? { name: tree.first.name, point: tree.rest[0]!.side }
      : null;
  const found = out(first);
  if (!found) return null;
  const points = rest.map((item) =>
    item.kind === 'relation' ? (out(item)?.name === found.name ? out(item)!.point : null) : item,
  );
  return points.every((point) => point !== null)
    ? { kind: 'list', set: true, items: [found.point, ...points] }
    : null;
}

/** All numbers but some: the intervals between them. Null where one of them is no fraction. */
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

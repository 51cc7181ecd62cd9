import { itemAt } from '#experiment/surely.ts';
import type { StepBudget } from './step-budget.ts';
import { shortened, zerosKey } from './fingerprint.ts';
import type { ComparisonSign, Tree } from './tree.ts';
import { children, namesOf } from './tree.ts';

type KeyOf = (tree: Tree) => string | null;
type Relation = Extract<Tree, { kind: 'relation' }>;
type Order = '<' | '>' | '≤' | '≥';

const turned: Readonly<Record<Order, Order>> = { '<': '>', '>': '<', '≤': '≥', '≥': '≤' };
const isOrder = (operator: ComparisonSign): operator is Order => operator in turned;

/**
 * The key of a relation: equations up to a factor, inequalities up to a positive factor, those in one letter as intervals.
 * A bare name on one side is left out.
 */
export function relationKey(relation: Relation, key: KeyOf, budget: StepBudget): string | null {
  const bare = withoutName(relation);
  if (bare) return key(bare);
  const { first, rest } = relation;
  const operators = rest.map(({ operator }) => operator);
  const sides = [first, ...rest.map(({ side }) => side)];
  if (operators.every((operator) => operator === '=')) return equationKey(sides, key, budget);
  if (operators.every(isOrder)) return orderKey(sides, operators, key, budget);
  const [side] = rest;
  if (rest.length !== 1 || !side) return null;
  if (side.operator === '≠') {
    const [name, value] = first.kind === 'name' ? [first, side.side] : [side.side, first];
    // x ≠ 3 means all other numbers.
    if (name.kind === 'name' && namesOf(value).length === 0)
      return key({ kind: 'sets', operator: '∖', left: { kind: 'constant', name: 'ℝ' }, right: value });
    const zeros = zerosKey(difference(first, side.side), false, budget);
    return zeros && `≠0: ${zeros}`;
  }
  const [left, right] = [key(first), key(side.side)];
  return left && right && shortened(`${left} ${side.operator} ${right}`);
}

/**
 * The other side of a relation with a bare name: `x = 3` gives 3, `f(x) = 1/x` gives 1/x, `(p, q) = (3, 2)` gives (3, 2),
 * `x ∈ [1, 3)` gives the interval. Null if the left side is more than a name.
 */
function withoutName({ first, rest }: Relation): Tree | null {
  const [only] = rest;
  if (!only) return null;
  if (rest.some(({ operator }) => operator === '≈')) {
    // a ≈ b gives a; if a is a name, it gives b.
    const at = rest.findIndex(({ operator }) => operator === '≈');
    if (at > 0) return { kind: 'relation', first, rest: rest.slice(0, at) };
    return isName(first) ? only.side : first;
  }
  if (rest.length > 1)
    return isName(first) && rest.every(({ operator }) => operator === '=')
      ? { kind: 'relation', first: only.side, rest: rest.slice(1) }
      : null;
  if (only.operator === '∈') return isName(first) ? only.side : null;
  if (only.operator !== '=') return null;
  if (isName(first)) return only.side;
  return isName(only.side) && namesOf(first).length === 0 && first.kind !== 'words' ? first : null;
}

/** The name that the answer gives a value for, or null. */
export function givenName(tree: Tree): string | null {
  if (tree.kind !== 'relation') return null;
  const { first, rest } = tree;
  if (first.kind === 'name') return first.name;
  const [low] = rest;
  // 3 < x ≤ 8 and 5 > x.
  return low?.side.kind === 'name' && namesOf(first).length === 0 ? low.side.name : null;
}

/** A letter, a word, a function of letters or numbers, or several names. */
function isName(tree: Tree): boolean {
  switch (tree.kind) {
    case 'name':
    case 'words':
      return true;
    case 'group':
      return tree.items.every((item) => item.kind === 'name');
    case 'call':
      return tree.name.startsWith('function ');
    case 'product':
      // f(x), P(A), AB: a letter applied to letters, or adjacent capitals.
      return (
        isFunction(tree) ||
        (capitals(tree) && namesOf(tree).length > 1) ||
        (tree.left.kind === 'name' &&
          tree.left.name === 'm' &&
          tree.right.kind === 'name' &&
          tree.right.name.startsWith('angle '))
      );
    case 'quotient':
      // dy/dx.
      return [tree.left, tree.right].every(
        (part) =>
          part.kind === 'product' &&
          part.left.kind === 'name' &&
          part.left.name === 'd' &&
          part.right.kind === 'name',
      );
    default:
      return false;
  }
}

const isFunction = ({ left, applied }: Extract<Tree, { kind: 'product' }>): boolean =>
  left.kind === 'name' && /^[a-zA-Z](?:_.+|'+)?$/.test(left.name) && applied === true;

const capitals = (tree: Tree): boolean =>
  tree.kind === 'name'
    ? /^[A-Z]$/.test(tree.name)
    : tree.kind === 'product' && children(tree).every(capitals);

function equationKey(sides: readonly Tree[], key: KeyOf, budget: StepBudget): string | null {
  const constant = sides.every((side) => namesOf(side).length === 0 && side.kind !== 'words');
  if (constant) {
    // 48/2 = 24 gives 24, if it is true.
    const keys = sides.map(key);
    return keys.every((value) => value !== null && value === keys[0]) ? (keys[0] ?? null) : null;
  }
  const [left, right] = sides;
  if (sides.length !== 2 || !left || !right) {
    const keys = sides.map(key);
    return keys.every((value) => value === keys[0]) ? (keys[0] ?? null) : null;
  }
  const zeros = zerosKey(difference(left, right), false, budget);
  if (zeros) return `0=: ${zeros}`;
  // x² + x = x(x + 1) is true for every x: an identity, whose last side is the answer.
  const [one, other] = [key(left), key(right)];
  return one !== null && one === other ? one : null;
}

function orderKey(
  sides: readonly Tree[],
  operators: readonly Order[],
  key: KeyOf,
  budget: StepBudget,
): string | null {
  const interval = asInterval(sides, operators, key);
  if (interval) return interval;
  const keys = operators.map((operator, at) => {
    const [left, right] = [itemAt(sides, at), itemAt(sides, at + 1)];
    const [less, more] = operator === '<' || operator === '≤' ? [left, right] : [right, left];
    const zeros = zerosKey(difference(more, less), true, budget);
    return zeros && `0${operator === '<' || operator === '>' ? '<' : '≤'}: ${zeros}`;
  });
  return keys.every((value) => value !== null) ? keys.toSorted().join(' ∧ ') : null;
}

/** −2 ≤ x ≤ 7 is [−2, 7], x < 5 is (−∞, 5). */
function asInterval(sides: readonly Tree[], operators: readonly Order[], key: KeyOf): string | null {
  const at = sides.findIndex((side) => side.kind === 'name');
  const others = sides.filter((_, index) => index !== at);
  if (
    at < 0 ||
    sides.length > 3 ||
    (sides.length === 3 && at !== 1) ||
    others.some((side) => namesOf(side).length > 0)
  )
    return null;
  // Turned so that the name is on the left.
  const seen = operators.map((operator, index) => ({
    operator: index < at ? turned[operator] : operator,
    key: key(itemAt(sides, index < at ? index : index + 1)),
  }));
  const below = seen.filter(({ operator }) => operator === '>' || operator === '≥');
  const above = seen.filter(({ operator }) => operator === '<' || operator === '≤');
  if (below.length > 1 || above.length > 1 || seen.some(({ key: bound }) => bound === null)) return null;
  const [low] = below;
  const [high] = above;
  return shortened(
    `${low?.operator === '≥' ? '[' : '('}${low?.key ?? '-∞'}; ${high?.key ?? '∞'}${high?.operator === '≤' ? ']' : ')'}`,
  );
}

const difference = (left: Tree, right: Tree): Tree => ({
  kind: 'sum',
  left,
  right: { kind: 'negation', of: right },
});

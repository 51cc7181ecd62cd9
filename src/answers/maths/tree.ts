import type { Rational } from '../rational.ts';

/** A mathematical expression or structure, as it was written. */
export type Tree =
  | { readonly kind: 'number'; readonly value: Rational }
  /** A letter, with its subscript and primes. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'constant'; readonly name: Constant }
  | { readonly kind: 'sum' | 'quotient' | 'power'; readonly left: Tree; readonly right: Tree }
  /** `applied`: a letter right before brackets, which may be a function of what is in them. */
  | { readonly kind: 'product'; readonly left: Tree; readonly right: Tree; readonly applied?: true }
  | { readonly kind: 'negation'; readonly of: Tree }
  /** 1: ±. −1: ∓, which has the opposite sign. */
  | { readonly kind: 'plus-minus'; readonly sign: 1 | -1; readonly left: Tree | null; readonly right: Tree }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Tree[] }
  | { readonly kind: 'degrees'; readonly of: Tree }
  /** An amount with a unit, or in percent. */
  | { readonly kind: 'measured'; readonly of: Tree; readonly unit: string; readonly percent: boolean }
  /** A numeral in another base, by its digits. */
  | { readonly kind: 'numeral'; readonly digits: string; readonly base: string }
  /** A point, an interval or a vector: order matters. */
  | {
      readonly kind: 'group';
      readonly open: '(' | '[';
      readonly close: ')' | ']';
      readonly items: readonly Tree[];
    }
  /** A set, or a list of solutions: order doesn't matter. */
  | { readonly kind: 'list'; readonly set: boolean; readonly items: readonly Tree[] }
  | { readonly kind: 'sets'; readonly operator: '∪' | '∩' | '∖'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'matrix'; readonly shape: string; readonly rows: readonly (readonly Tree[])[] }
  | {
      readonly kind: 'relation';
      readonly first: Tree;
      readonly rest: readonly { readonly operator: ComparisonSign; readonly side: Tree }[];
    }
  | { readonly kind: 'ratio'; readonly parts: readonly Tree[] }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'dots' };

export type Constant = 'π' | 'e' | 'i' | '∞' | 'ℝ' | 'ℤ' | 'ℕ' | 'ℚ' | 'ℂ' | '∅';
export type ComparisonSign = '=' | '<' | '>' | '≤' | '≥' | '≠' | '≈' | '∈' | '∉';

/** The side after the last sign. */
export const lastSide = ({ first, rest }: Extract<Tree, { kind: 'relation' }>): Tree =>
  rest.at(-1)?.side ?? first;

/** The direct subtrees. */
export function children(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'number':
    case 'name':
    case 'constant':
    case 'numeral':
    case 'words':
    case 'dots':
      return [];
    case 'sum':
    case 'product':
    case 'quotient':
    case 'power':
    case 'sets':
      return [tree.left, tree.right];
    case 'plus-minus':
      return tree.left ? [tree.left, tree.right] : [tree.right];
    case 'negation':
    case 'degrees':
    case 'measured':
      return [tree.of];
    case 'call':
      return tree.of;
    case 'group':
    case 'list':
      return tree.items;
    case 'matrix':
      return tree.rows.flat();
    case 'relation':
      return [tree.first, ...tree.rest.map(({ side }) => side)];
    case 'ratio':
      return tree.parts;
  }
}

/** The letters in it, in alphabetical order. */
export function namesOf(tree: Tree): readonly string[] {
  const found = new Set<string>();
  const visit = (one: Tree): void => {
    if (one.kind === 'name') found.add(one.name);
    children(one).forEach(visit);
  };
  visit(tree);
  return [...found].toSorted();
}

export function isMinusOne(tree: Tree): boolean {
  return (
    tree.kind === 'negation' &&
    tree.of.kind === 'number' &&
    tree.of.value.numerator === 1n &&
    tree.of.value.denominator === 1n
  );
}

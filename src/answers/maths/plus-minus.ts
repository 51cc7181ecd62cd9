import { children, type Tree } from './tree.ts';

const mostSigns = 3;

/**
 * The expressions that an expression with ± stands for; without ± only itself. Several ± vary independently, but together
 * if there is a ∓ among them. Null if there are too many.
 */
export function expandSigns(tree: Tree): readonly Tree[] | null {
  const signs = signsIn(tree);
  if (signs.length === 0) return [tree];
  if (signs.length > mostSigns) return null;
  const together = signs.includes(-1);
  const ways = together
    ? [0, (1 << signs.length) - 1]
    : Array.from({ length: 1 << signs.length }, (_, way) => way);
  return ways.map((way) => {
    let next = 0;
    const chosen = (): boolean => ((way >> next++) & 1) === 1;
    return decided(tree, chosen);
  });
}

function signsIn(tree: Tree): readonly (1 | -1)[] {
  const inner = children(tree).flatMap(signsIn);
  return tree.kind === 'plus-minus' ? [...inner, tree.sign] : inner;
}

/** Replaces each ± in expressions and points; other structures keep theirs. */
function decided(tree: Tree, flips: () => boolean): Tree {
  switch (tree.kind) {
    case 'sum':
    case 'product':
    case 'quotient':
    case 'power': {
      const left = decided(tree.left, flips);
      return { ...tree, left, right: decided(tree.right, flips) };
    }
    case 'negation':
    case 'degrees':
    case 'measured':
      return { ...tree, of: decided(tree.of, flips) };
    case 'call':
      return { ...tree, of: tree.of.map((of) => decided(of, flips)) };
    case 'relation':
      return {
        ...tree,
        first: decided(tree.first, flips),
        rest: tree.rest.map(({ operator, side }) => ({ operator, side: decided(side, flips) })),
      };
    case 'group':
      return { ...tree, items: tree.items.map((item) => decided(item, flips)) };
    case 'plus-minus': {
      const left = tree.left && decided(tree.left, flips);
      const right = decided(tree.right, flips);
      const signed: Tree = flips() === (tree.sign === 1) ? { kind: 'negation', of: right } : right;
      return left ? { kind: 'sum', left, right: signed } : signed;
    }
    default:
      return tree;
  }
}

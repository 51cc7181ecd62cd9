import { children, type Tree } from './tree.ts';

/** A product of numbers, or the product of two vectors, where order matters. */
export function timesTrees(left: Tree, right: Tree): Tree {
  return isVector(left) && isVector(right)
    ? { kind: 'call', name: 'function ×', of: [left, right] }
    : { kind: 'product', left, right };
}

const isVector = (tree: Tree): boolean =>
  tree.kind === 'name' ? /^(?:bold|vec|hat) /.test(tree.name) : children(tree).some(isVector);

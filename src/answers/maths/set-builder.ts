import type { Tree } from './tree.ts';

/**
 * The condition in { x : x > 2 } or { x ∈ ℝ : x > 2 }, whose colon was parsed as a ratio. Null for anything else.
 */
export function behindColon(tree: Tree): Tree | null {
  if (tree.kind !== 'relation') return null;
  const [membership] = tree.rest;
  const reals =
    membership?.operator === '∈' &&
    membership.side.kind === 'ratio' &&
    membership.side.parts[0]?.kind === 'constant' &&
    membership.side.parts[0].name === 'ℝ'
      ? membership.side
      : null;
  if (reals && tree.first.kind === 'name')
    return behindColon({
      ...tree,
      first: { kind: 'ratio', parts: [tree.first, ...reals.parts.slice(1)] },
      rest: tree.rest.slice(1),
    });
  const [name, first, ...more] = tree.first.kind === 'ratio' ? tree.first.parts : [];
  return name?.kind === 'name' && first && more.length === 0 && tree.rest.length > 0
    ? { ...tree, first }
    : null;
}

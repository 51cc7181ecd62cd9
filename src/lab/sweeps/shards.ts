import type { SweepShape } from './cells.ts';
import type { Cell } from './spec.ts';

/** One of the parts that a sweep is cut into, to be run apart. */
export interface SweepShard {
  /** From 0. */
  readonly part: number;
  readonly of: number;
}

/**
 * Whether a shard has a cell. Every so many-th problem, with all arms and repeats: shards are alike even where a set's problems
 * get harder, and arms are compared on the same problems within each.
 */
export const inShard = ({ part, of }: SweepShard, { problem }: Cell): boolean => problem % of === part;

/** How large a shard of a sweep is; more shards than problems leave some with nothing to do. */
export function shardShape(shape: SweepShape, { part, of }: SweepShard): SweepShape {
  return { ...shape, problems: Math.max(0, Math.ceil((shape.problems - part) / of)) };
}

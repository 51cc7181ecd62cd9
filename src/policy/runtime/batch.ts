import type { Holding } from './radix-tree.ts';
import type { SequenceTask } from './sequence-task.ts';
import type { Extension } from './step-engine.ts';

/** A task that has a slot. */
export interface Running {
  readonly task: SequenceTask;
  readonly holding: Holding;
}

/** What one running sequence gets of a forward. */
export interface Share {
  readonly running: Running;
  readonly extension: Extension;
}

/** Tokens that are known and not in the slot yet. */
export function pendingTokens(running: Running): number {
  return running.task.tokens.length - running.holding.length;
}

/**
 * Shares out the rows of one forward: first a row to each sequence in turn, so that all move on, then the rest to those
 * with more to feed, first come first served. A prompt longer than what is left over is fed in chunks, between the
 * decode steps of the others (as Sarathi-Serve does, Agrawal et al. 2024, arXiv 2403.02310).
 */
export function planBatch(active: readonly Running[], rows: number): readonly Share[] {
  const served = Math.min(active.length, rows);
  let spare = rows - served;
  const shares: Share[] = [];
  for (let at = 0; at < served; at++) {
    const running = active[at] as Running;
    const more = Math.min(pendingTokens(running) - 1, spare);
    spare -= more;
    shares.push({ running, extension: extensionOf(running, more + 1) });
  }
  return shares;
}

function extensionOf({ task, holding }: Running, count: number): Extension {
  const from = holding.length;
  const until = from + count;
  // An engine reports one position at least, needed or not.
  const outputs = Math.max(1, until - Math.max(from, task.position));
  return { slot: holding.slot, tokens: task.tokens.slice(from, until), outputs };
}

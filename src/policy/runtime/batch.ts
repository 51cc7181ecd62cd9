import type { Holding } from './radix-tree.ts';
import type { SequenceTask } from './sequence-task.ts';
import type { Extension, StepEngine } from './step-engine.ts';

/** What an engine takes in one forward. */
export type BatchLimits = Pick<StepEngine, 'rows' | 'sequencesPerForward' | 'outputs'>;

/** A task that has a slot. */
export interface Running {
  readonly task: SequenceTask;
  readonly holding: Holding;
  /** Tokens up to here count as prefilled when they are fed: the prompt, or more where a sequence lost its slot. */
  readonly prefillUntil: number;
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
 *
 * Takes part who comes first among the active ones, where an engine bounds the sequences of a forward.
 */
export function planBatch(
  active: readonly Running[],
  { rows, sequencesPerForward = Infinity, outputs = Infinity }: BatchLimits,
): readonly Share[] {
  const served = Math.min(active.length, rows, sequencesPerForward);
  let spare = rows - served;
  let spareOutputs = outputs - served;
  const shares: Share[] = [];
  for (let at = 0; at < served; at++) {
    const running = active[at] as Running;
    const { task, holding } = running;
    const unreported = Math.max(0, task.position - holding.length);
    const more = Math.min(pendingTokens(running) - 1, spare, unreported + spareOutputs);
    spare -= more;
    const extension = extensionOf(running, more + 1);
    spareOutputs -= extension.outputs - 1;
    shares.push({ running, extension });
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

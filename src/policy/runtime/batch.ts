import type { Holding } from './radix-tree.ts';
import type { SequenceTask } from './sequence-task.ts';
import type { Extension, StepEngine } from './step-engine.ts';

/** Limits of one forward. */
export type BatchLimits = Pick<StepEngine, 'rows' | 'sequencesPerForward' | 'outputs'>;

/** A task that has a slot. */
export interface Running {
  readonly task: SequenceTask;
  readonly holding: Holding;
  /** Tokens before this count as prefill when fed: the prompt, or more if a sequence lost its slot. */
  readonly prefillUntil: number;
}

/** One running sequence's share of a forward. */
export interface Share {
  readonly running: Running;
  readonly extension: Extension;
}

/** The number of known tokens that are not in the slot yet. */
export function pendingTokens(running: Running): number {
  return running.task.tokens.length - running.holding.length;
}

/**
 * Distributes the rows of one forward: first one row to each sequence, so that all advance, then the rest to those with
 * more to feed, first come, first served. A prompt longer than what remains is fed in chunks between the decode steps of
 * the others (as in Sarathi-Serve, Agrawal et al. 2024, arXiv 2403.02310).
 *
 * If the engine bounds the sequences of a forward, the first active ones take part.
 */
export function planBatch(
  active: readonly Running[],
  { rows, sequencesPerForward = Infinity, outputs = Infinity }: BatchLimits,
): readonly Share[] {
  const served = Math.min(active.length, rows, sequencesPerForward);
  let spare = rows - served;
  let spareOutputs = Math.max(0, outputs - served);
  const shares: Share[] = [];
  for (let at = 0; at < served; at++) {
    const running = active[at]!;
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
  // An engine reports at least one position, needed or not.
  const outputs = Math.max(1, until - Math.max(from, task.position));
  return { slot: holding.slot, tokens: task.tokens.slice(from, until), outputs };
}

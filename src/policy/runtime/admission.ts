import type { SequenceTask } from './sequence-task.ts';

/** How often a sequence may be passed over before it goes first. */
const patience = 16;

/**
 * Who gets a slot first where there are too few: the sequence with the longest cached prefix, as in SGLang (Zheng et al. 2023, arXiv
 * 2312.07104), so that what shares a prefix runs while it is in a slot; of equal ones the first that came. Nobody waits for
 * ever: one that was passed over often goes first.
 */
export class AdmissionOrder {
  private readonly passed = new WeakMap<SequenceTask, number>();

  /** @param cached tokens of a sequence that are in a slot */
  of(
    waiting: readonly SequenceTask[],
    places: number,
    cached: (task: SequenceTask) => number,
  ): readonly SequenceTask[] {
    if (waiting.length <= places) return waiting;
    const rank = (task: SequenceTask) => ((this.passed.get(task) ?? 0) >= patience ? Infinity : cached(task));
    const ranked = waiting.map((task, at) => ({ task, at, rank: rank(task) }));
    return ranked.sort((a, b) => (a.rank === b.rank ? a.at - b.at : b.rank - a.rank)).map(({ task }) => task);
  }

  /** Those that are left when others were let in. */
  passOver(left: readonly SequenceTask[]): void {
    for (const task of left) this.passed.set(task, (this.passed.get(task) ?? 0) + 1);
  }
}

import type { Rollout } from '../rollouts/rollouts.ts';
import { type Proportion, share } from '../statistics.ts';

/** What rollouts say of the step before them. */
export interface StepLabels {
  readonly rights: number;
  readonly of: number;
  /** The share that ends right, with Wilson's interval (Math-Shepherd's soft estimate). */
  readonly soft: Proportion;
  /** Whether any ends right (hard estimate). */
  readonly hard: boolean;
}

/**
 * Labels a step by what became of K completions (Math-Shepherd, Wang et al. 2023, arXiv 2312.08935, section 3.3): the hard
 * estimate (arXiv 2312.08935, equation 3) is 1 if any ends right, the soft one (arXiv 2312.08935, equation 4) the share
 * that does. Here of the first `most` of those that were drawn.
 *
 * @returns null before the first rollout, and where nobody knows the right answer.
 */
export function rolloutLabels(rollouts: readonly Rollout[], most: number): StepLabels | null {
  const used = rollouts.slice(0, most);
  if (used.length === 0 || used.some(({ right }) => right === null)) return null;
  const rights = used.filter(({ right }) => right).length;
  return { rights, of: used.length, soft: share(rights, used.length), hard: rights > 0 };
}

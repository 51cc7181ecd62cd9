import type { GameFault } from '#run/facts/fault.ts';

/** Faults of an expression as they are told: numbers that share one are named together. */
export type GatheredFault =
  | { readonly kind: 'not-given'; readonly numbers: readonly string[] }
  | { readonly kind: 'left-out'; readonly numbers: readonly string[] }
  | Exclude<GameFault, { readonly kind: 'not-given' | 'left-out' }>;

/** In order of first appearance. */
export function gatheredFaults(faults: readonly GameFault[]): readonly GatheredFault[] {
  const numbersOf = (kind: 'not-given' | 'left-out') =>
    faults.flatMap((fault) => (fault.kind === kind ? [String(fault.number)] : []));
  return faults.flatMap((fault, at): readonly GatheredFault[] => {
    if (fault.kind !== 'not-given' && fault.kind !== 'left-out') return [fault];
    const first = faults.findIndex(({ kind }) => kind === fault.kind) === at;
    return first ? [{ kind: fault.kind, numbers: numbersOf(fault.kind) }] : [];
  });
}

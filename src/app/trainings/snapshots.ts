/** The weights of a model as it was after a step, as `weights.bin` holds them. */
export interface ModelSnapshot {
  readonly step: number;
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** So many are kept at most, and so many bytes of them: models of the page have up to 4 MB. */
export const mostSnapshots = 64;
const mostBytes = 128_000_000;

/**
 * Adds a snapshot, in order of the steps. Once there are too many, only those of every other step stay, then of every fourth, and so on,
 * so that they are evenly spaced; the latest one always stays.
 */
export function withSnapshot(
  before: readonly ModelSnapshot[],
  added: ModelSnapshot,
  most = mostSnapshots,
): readonly ModelSnapshot[] {
  const all = [...before.filter(({ step }) => step < added.step), added];
  const room = Math.max(2, Math.min(most, Math.floor(mostBytes / Math.max(1, added.weights.byteLength))));
  let kept = all;
  for (let every = 2; kept.length > room; every *= 2)
    kept = all.filter((one) => one.step % every === 0 || one === added);
  return kept;
}

/** The snapshot nearest to a step: the last one before it, or of it. Null where only the model that it began from is. */
export const snapshotAt = (snapshots: readonly ModelSnapshot[], step: number): ModelSnapshot | null =>
  snapshots.findLast((one) => one.step <= step) ?? null;

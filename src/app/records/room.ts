/** What counts when room is made. */
export interface RoomTaken {
  readonly id: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly changed: number;
  readonly pinned: boolean;
  /** It took long to make, as a sweep does: it goes only once nothing else is left to go. */
  readonly late?: boolean;
}

export interface RecordLimits {
  readonly bytes: number;
  readonly count: number;
}

/** Runs and sweeps together. What a browser lets a site store is mostly more; what is less makes this less. */
export const recordLimits: RecordLimits = { bytes: 300_000_000, count: 500 };

/** How much of what the browser still has may be taken. */
const share = 0.5;

/** The limits on a machine where the browser says how much it has for this site, of which `ours` bytes are records. */
export function limitsWithin(
  { usage, quota }: StorageEstimate,
  ours: number,
  limits: RecordLimits = recordLimits,
): RecordLimits {
  if (usage === undefined || quota === undefined) return limits;
  return { ...limits, bytes: Math.min(limits.bytes, Math.max(0, ours + (quota - usage) * share)) };
}

/** Which to let go, oldest first and runs before sweeps, until the rest is within the limits. What is pinned stays, and what is not to be touched. */
export function toLetGo(
  kept: readonly RoomTaken[],
  limits: RecordLimits,
  untouched: ReadonlySet<string> = new Set(),
): readonly string[] {
  let bytes = kept.reduce((sum, one) => sum + one.bytes, 0);
  let count = kept.length;
  const gone: string[] = [];
  const inTurn = [...kept].sort(
    (a, b) => Number(a.late ?? false) - Number(b.late ?? false) || a.changed - b.changed,
  );
  for (const one of inTurn) {
    if (bytes <= limits.bytes && count <= limits.count) break;
    if (one.pinned || untouched.has(one.id)) continue;
    gone.push(one.id);
    bytes -= one.bytes;
    count -= 1;
  }
  return gone;
}

import * as v from 'valibot';
import { recordsChanged } from './changes.ts';
import { keysUnder, openRecords } from './database.ts';

/** What a kept sweep is, as whoever runs sweeps sees it. `spec` is theirs: they put it through their own schema when they read it. */
export interface SweepRecord {
  readonly id: string;
  readonly title: string;
  /** JSON. */
  readonly spec: unknown;
  /** Cells that have their outcome, and all. */
  readonly done: number;
  readonly of: number;
  /** Kept however old it is. */
  readonly pinned: boolean;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly changed: number;
}

/** What came of one cell: which it is, by places from 0, and JSON of whoever runs sweeps. */
export interface OutcomeRecord {
  readonly arm: number;
  readonly problem: number;
  readonly repeat: number;
  readonly outcome: unknown;
}

export interface KeptSweep extends SweepRecord {
  /** Of the specification and all outcomes, as text. */
  readonly bytes: number;
}

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.number(), v.finite());

const sweepSchema = v.object({
  id: v.string(),
  title: v.string(),
  spec: v.unknown(),
  done: place,
  of: place,
  pinned: v.boolean(),
  made: time,
  changed: time,
  bytes: place,
}) satisfies v.GenericSchema<unknown, KeptSweep>;

const keySchema = v.strictTuple([v.string(), place, place, place]);

const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;
/** What of a kept sweep is not its outcomes. */
const headSize = ({ title, spec }: SweepRecord): number => title.length + sizeOf(spec);

const kept = (value: unknown): KeptSweep | null => {
  const read = v.safeParse(sweepSchema, value);
  return read.success ? read.output : null;
};

/** Keeps a sweep, or what has changed of it; its outcomes stay. */
export async function putSweep(sweep: SweepRecord): Promise<void> {
  const write = (await openRecords()).transaction('sweeps', 'readwrite');
  const before = kept(await write.store.get(sweep.id));
  const outcomes = before ? before.bytes - headSize(before) : 0;
  await write.store.put({ ...sweep, bytes: headSize(sweep) + outcomes } satisfies KeptSweep, sweep.id);
  await write.done;
  recordsChanged('sweeps');
}

/** All kept sweeps, the latest first. What cannot be read is left out. */
export async function listSweeps(): Promise<readonly KeptSweep[]> {
  const all = await (await openRecords()).getAll('sweeps');
  return all.flatMap((value) => kept(value) ?? []).sort((a, b) => b.changed - a.changed);
}

/**
 * Keeps outcomes of a sweep that is kept, and counts them as done: the page may be gone before the sweep ends. The same cell again
 * takes the place of what was there.
 */
export async function addOutcomes(sweep: string, outcomes: readonly OutcomeRecord[]): Promise<void> {
  const write = (await openRecords()).transaction(['sweeps', 'outcomes'], 'readwrite');
  const [sweeps, cells] = [write.objectStore('sweeps'), write.objectStore('outcomes')];
  const head = kept(await sweeps.get(sweep));
  // Removed meanwhile, perhaps in another tab.
  if (!head) return write.done;
  let [more, fresh] = [0, 0];
  for (const { arm, problem, repeat, outcome } of outcomes) {
    const key: [string, number, number, number] = [sweep, arm, problem, repeat];
    const before: unknown = await cells.get(key);
    more += sizeOf(outcome) - sizeOf(before);
    if (before === undefined) fresh += 1;
    await cells.put(outcome, key);
  }
  const done = Math.min(head.of, head.done + fresh);
  await sweeps.put({ ...head, done, bytes: Math.max(0, head.bytes + more) } satisfies KeptSweep, sweep);
  await write.done;
  recordsChanged('sweeps');
}

/** The outcomes of a sweep in the order of their cells: by arm, problem, repeat. */
export async function outcomesOf(sweep: string): Promise<readonly OutcomeRecord[]> {
  const read = (await openRecords()).transaction('outcomes');
  const [keys, values] = await Promise.all([
    read.store.getAllKeys(keysUnder(sweep)),
    read.store.getAll(keysUnder(sweep)),
  ]);
  return keys.flatMap((key, at) => {
    const cell = v.safeParse(keySchema, key);
    if (!cell.success) return [];
    const [, arm, problem, repeat] = cell.output;
    return [{ arm, problem, repeat, outcome: values[at] }];
  });
}

/** Forgets a sweep and its outcomes. */
export async function removeSweep(sweep: string): Promise<void> {
  const write = (await openRecords()).transaction(['sweeps', 'outcomes'], 'readwrite');
  await Promise.all([
    write.objectStore('sweeps').delete(sweep),
    write.objectStore('outcomes').delete(keysUnder(sweep)),
    write.done,
  ]);
  recordsChanged('sweeps');
}

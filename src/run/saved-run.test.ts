import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deflate } from '#experiment/bounded-deflate.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import { anyLog } from './testing/arbitrary.ts';
import type { LogEntry, RunEvent } from './events.ts';
import { exportRun, saveRun } from './export.ts';
import { logOf } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { importRun, openRun } from './import.ts';
import { runFileLimits } from './run-file.ts';
import type { SelectionRow } from './search-events.ts';
import { emptyRun } from './state.ts';
import type { LoggedToken } from './token.ts';

const experimentOf = ([first]: readonly LogEntry[]) => {
  if (first?.event.type !== 'run-started') throw new Error('a log starts with run-started');
  return first.event.experiment;
};
const bytesOf = (text: string): number => new TextEncoder().encode(text).byteLength;
const bare = (token: LoggedToken): LoggedToken => ({ ...token, alternatives: [] });
const withoutAlternatives = (entries: readonly LogEntry[]): readonly LogEntry[] =>
  entries.map(({ at, event }): LogEntry => {
    if (event.type === 'token') return { at, event: { ...event, token: bare(event.token) } };
    return {
      at,
      event: event.type === 'sequence-started' ? { ...event, prompt: event.prompt.map(bare) } : event,
    };
  });

describe('a run that is saved', () => {
  test('opens as it was, whatever the limits leave it', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, fc.nat(30_000), fc.nat(30_000), async (entries, most, plain) => {
        const experiment = experimentOf(entries);
        const saved = await saveRun(experiment, entries, { most, plain });
        if (!saved.ok) {
          expect(saved.failure.code).toBe('run-too-big');
          // Not even without the tokens that were not taken.
          expect(bytesOf(exportRun(experiment, withoutAlternatives(entries)))).toBeGreaterThan(
            most - '"leftOut":"alternatives",'.length,
          );
          return;
        }
        const kept = saved.leftOut ? withoutAlternatives(entries) : entries;
        if (saved.leftOut) expect(bytesOf(exportRun(experiment, entries))).toBeGreaterThan(most);
        expect(await openRun(saved.content, 1, { most })).toEqual({
          ok: true,
          experiment,
          entries: kept,
          ...(saved.leftOut ? { leftOut: 'alternatives' } : {}),
        });
      }),
    );
  });

  test('is plain JSON where it is short, and compressed where it is long', async () => {
    const experiment = defaultExperiment('countdown');
    const log = logOf(['9 - 3 </think> 24 <eos>'], experiment);
    const [plain, long] = [
      await saveRun(experiment, log),
      await saveRun(experiment, log, { ...runFileLimits, plain: 100 }),
    ];
    expect(plain).toMatchObject({ ok: true, compressed: false, leftOut: null });
    expect(plain.ok && (await plain.content.text())).toBe(exportRun(experiment, log));
    expect(long).toMatchObject({ ok: true, compressed: true, leftOut: null });
    expect(long.ok && (await openRun(long.content))).toEqual({ ok: true, experiment, entries: log });
  });

  // 21 MB, which pages before refused, in events of 900 rows each: more than one call can have arguments.
  test('opens where its search has 200 selections of 900 rows', async () => {
    const experiment = defaultExperiment('countdown', 'mcts');
    const rows = Array.from({ length: 900 }, (_, index): SelectionRow => ({
      node: index + 1,
      q: 0.123456789,
      prior: 1 / 900,
      visits: 3,
      pending: 0,
      exploration: 0.5,
      score: 0.623456789,
    }));
    const nodes = [0, ...rows.map(({ node }) => node)];
    const events: readonly RunEvent[] = [
      { type: 'run-started', experiment, model: { id: 'm', name: 'M', weightsSha256: 'f'.repeat(64) } },
      ...nodes.map((node): RunEvent => ({
        type: 'node-created',
        node,
        parent: node === 0 ? null : 0,
        sequence: null,
        end: 'open',
        prior: null,
      })),
      {
        type: 'path-selected',
        simulation: 0,
        selections: Array.from({ length: 200 }, () => ({
          parent: 0,
          parentVisits: 9,
          rule: 'puct',
          c: 1,
          rows,
          chosen: 1,
        })),
        leaf: 1,
      },
    ];
    const entries = events.map((event, at): LogEntry => ({ at, event }));
    expect(exportRun(experiment, entries).length).toBeGreaterThan(runFileLimits.plain);
    const saved = await saveRun(experiment, entries);
    expect(saved).toMatchObject({ ok: true, compressed: true, leftOut: null });
    expect(saved.ok && (await openRun(saved.content))).toEqual({ ok: true, experiment, entries });
  }, 60_000);
});

describe('a file that is no run of this page', () => {
  const codeOf = async (bytes: BlobPart, most?: number) => {
    const read = await openRun(new Blob([bytes]), 1, most === undefined ? undefined : { most });
    return read.ok ? 'ok' : read.failure.code;
  };

  test('that swells when it is decompressed is read no further than the limit', async () => {
    const bomb = await deflate(' '.repeat(5_000_000), 'gzip');
    expect(bomb.byteLength).toBeLessThan(10_000);
    expect(await codeOf(bomb, 1_000_000)).toBe('file-too-big');
  });

  test('is damaged where its compression is', async () => {
    const whole = await deflate(exportRun(defaultExperiment('countdown'), logOf(['24 <eos>'])), 'gzip');
    expect(await codeOf(whole.slice(0, -20))).toBe('file-damaged');
    expect(await codeOf(Uint8Array.of(0x1f, 0x8b, 1, 2, 3))).toBe('file-damaged');
    expect(await codeOf(await deflate('hello', 'gzip'))).toBe('file-not-a-run');
  });

  test('never makes reading throw, whatever its parts are, and what opens can be shown', () => {
    const experiment = defaultExperiment('countdown', 'mcts');
    const odd: fc.Arbitrary<unknown> = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        -1,
        0.5,
        1e308,
        -1e308,
        2 ** 53,
        199_999,
        '',
        '__proto__',
        'x'.repeat(5_000),
        [],
        {},
        [[[]]],
        true,
      ),
      fc.nat(6),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.json({ maxDepth: 3 }).map((json) => JSON.parse(json) as unknown),
    );
    fc.assert(
      fc.property(
        anyLog,
        fc.array(fc.tuple(fc.nat(), fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), odd), {
          minLength: 1,
          maxLength: 4,
        }),
        (entries, harms) => {
          const content = JSON.parse(exportRun(experiment, entries)) as { entries: unknown[] };
          for (const [place, path, value] of harms)
            put(content.entries[place % content.entries.length], path, value);
          const read = importRun(JSON.stringify(content));
          if (read.ok) fold(emptyRun, read.entries);
          else expect(read.failure.code).toMatch(/^file-/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    '['.repeat(1_000_000),
    `{"format":"second-thought-run","version":2,"entries":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
    '{"__proto__":{"format":"second-thought-run","version":1}}',
  ])('%#: nested or named strangely', (text) => {
    expect(importRun(text)).toMatchObject({ ok: false });
  });
});

/** Puts a value somewhere inside. */
function put(into: unknown, [first = 0, ...rest]: readonly number[], value: unknown): void {
  if (typeof into !== 'object' || into === null) return;
  const keys = Object.keys(into);
  if (keys.length === 0) return;
  const key = keys[first % keys.length]!;
  const there = (into as Record<string, unknown>)[key];
  if (rest.length > 0 && typeof there === 'object' && there !== null) put(there, rest, value);
  else Object.defineProperty(into, key, { value, enumerable: true, writable: true, configurable: true });
}

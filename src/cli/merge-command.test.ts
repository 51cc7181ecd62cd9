import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { headerLine, resultLine, type SweepResult } from '#lab/sweeps/results-file.ts';
import { readResults, type SweepResults } from '#lab/sweeps/results.ts';
import { emptyOutcome, smallSweep } from '#lab/sweeps/testing.ts';
import { readFlags } from './flags.ts';
import { mergeCommand } from './merge-command.ts';
import { sweepCommand } from './sweep-command.ts';
import { UsageError } from './usage-error.ts';

let folder: string;
const told = vi.spyOn(console, 'error');
const printed = vi.spyOn(console, 'log');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'second-thought-'));
});
beforeEach(() => {
  told.mockReturnValue();
  printed.mockReturnValue();
});
afterEach(() => vi.clearAllMocks());
afterAll(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const lastOf = (spy: typeof told): string => String(spy.mock.lastCall?.[0] ?? '');
const sweep = (...args: readonly string[]) =>
  sweepCommand(readFlags(['sweep', '--cores', '1', ...args]).values);

async function readBack(name: string): Promise<SweepResults> {
  const read = await readResults(new Blob([await readFile(at(name))]).stream());
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read;
}

/** What forwards and seconds are depends on what was run before on the same core; this does not. */
const drawn = ({ results }: SweepResults) =>
  results.map(({ cell, outcome: { right, answer, traces, tokens } }) => ({
    cell,
    right,
    answer,
    traces,
    tokens,
  }));

/** The table's columns that do not depend on the machine. */
const columns = (table: string) =>
  table.split('\n').map((line) => line.split('|').filter((_, place) => ![5, 6].includes(place)));

it('a sweep in three shards, merged, is the sweep as a whole', async () => {
  await writeFile(at('own.jsonl'), ['47*6+38*4', '12*3-45*2', '93*7', '58*9+14*3', '71*8-66*5'].join('\n'));
  const what = ['--own', at('own.jsonl'), '--arm', 'direct', '--arm', 'self-consistency samples=1,4'];
  expect(await sweep(...what, '--repeats', '2', '--out', at('whole'))).toBe(0);
  const table = lastOf(printed);

  for (const shard of ['1/3', '3/3'])
    expect(await sweep(...what, '--repeats', '2', '--shard', shard, '--out', at(shard.slice(0, 1)))).toBe(0);
  expect(await mergeCommand([at('two'), at('3'), at('1')])).toBe(1);
  expect(lastOf(told)).toMatch(/^12 runs are missing, of problems 2 and 5\./);

  // The part that is missing begins with half of its runs, and goes on from there.
  expect(await sweep(...what, '--shard', '2/3', '--out', at('2'))).toBe(0);
  expect((await readBack('2')).results).toHaveLength(6);
  told.mockClear();
  expect(await sweep(...what, '--repeats', '2', '--shard', '2/3', '--out', at('2'), '--resume')).toBe(0);
  expect(told.mock.calls[0]).toEqual([expect.stringMatching(/^6 of 12 runs/)]);

  // Nothing is lost where files have runs in common.
  expect(await mergeCommand([at('merged'), at('two'), at('2'), at('1')])).toBe(0);
  const [whole, merged] = [await readBack('whole'), await readBack('merged')];
  expect(merged.sweep).toEqual(whole.sweep);
  expect(drawn(merged)).toEqual(drawn(whole));
  expect(merged.results).toHaveLength(30);
  expect((await readFile(at('merged'), 'utf8')).trim().split('\n')).toHaveLength(31);
  expect(columns(lastOf(printed))).toEqual(columns(table));
}, 60_000);

describe('files that are joined', () => {
  const result = (problem: number, tokens: number, fails = false): SweepResult => ({
    cell: { arm: 0, problem, repeat: 0 },
    outcome: { ...emptyOutcome, tokens, ...(fails ? { failure: { code: 'link-damaged' } } : {}) },
  });
  const put = (name: string, header: string, ...results: readonly SweepResult[]) =>
    writeFile(at(name), header + results.map(resultLine).join(''));
  const header = headerLine(smallSweep);

  it('have each run once: the first, or where it failed one that did not', async () => {
    await put('a', header, result(0, 1), result(1, 2, true));
    await put('b', header, result(0, 3), result(1, 4), result(2, 5, true));
    expect(await mergeCommand([at('once'), at('a'), at('b')])).toBe(1);
    const { results } = await readBack('once');
    expect(results.map(({ outcome }) => outcome.tokens)).toEqual([1, 4, 5]);
    expect(told.mock.calls.flat()).toEqual([
      expect.stringMatching(/^57 runs are missing, of problems 1, 2, 3, 4, 5, 6 and 4 more\./),
      expect.stringMatching(/^1 run failed /),
    ]);
  });

  it.each<readonly [string, readonly string[], RegExp]>([
    [
      'of another sweep are named',
      ['new', 'good', 'other'],
      /another sweep than .*good.*: .*other\. Nothing/,
    ],
    ['that are damaged are named, with the line', ['new', 'good', 'damaged'], /damaged: Line 2: .*no JSON/],
    ['are never written over', ['good', 'damaged'], /good is there already/],
    ['must be given', ['new'], /Name a new file/],
  ])('%s', async (_, names, words) => {
    await put('good', header, result(0, 1));
    await put('other', headerLine({ ...smallSweep, tokens: 5 }), result(0, 1));
    await writeFile(at('damaged'), `${header}{"arm":\n${resultLine(result(0, 1))}`);
    const error: unknown = await mergeCommand(names.map(at)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toHaveProperty('message', expect.stringMatching(words));
    await expect(readFile(at('new'))).rejects.toThrow('ENOENT');
    expect(await readFile(at('good'), 'utf8')).toBe(header + resultLine(result(0, 1)));
  });
});

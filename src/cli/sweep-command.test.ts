import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readResults, type SweepResults } from '#lab/sweeps/results.ts';
import { encodeSweep } from '#lab/sweeps/sweep-link.ts';

/** The command as a person starts it, in a process of its own. */
const line = ['--import', 'tsx', 'src/cli/main.ts', 'sweep'];
// In English, whatever this machine speaks.
const env = { ...process.env, LC_ALL: 'C' };
interface Told {
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}
const sweep = (...args: readonly string[]): Promise<Told> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...line, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? (error.code ?? null) : 0, out, err }),
    );
  });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'second-thought-'));
});
afterAll(() => rm(folder, { recursive: true }));

const arms = ['--arm', 'direct', '--arm', 'self-consistency samples=1,2'];

async function readBack(path: string): Promise<SweepResults> {
  const read = await readResults(new Blob([await readFile(path)]).stream());
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  expect(read.cut).toBe(false);
  return read;
}

/** What does not depend on the machine, nor on what was run before on the same core. */
const drawn = ({ results }: SweepResults) =>
  results.map(({ cell, outcome: { right, answer, traces, tokens } }) => ({
    cell,
    right,
    answer,
    traces,
    tokens,
  }));

test('what was cut short goes on where it was, with more problems, on any number of cores', async () => {
  const [parts, whole] = [join(folder, 'parts.jsonl'), join(folder, 'whole.jsonl')];
  const first = await sweep(...arms, '--problems', '2', '--cores', '1', '--out', parts);
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('6 of 6 runs, on one core') });
  expect(first.out).toMatch(/^\| self-consistency samples=2 temperature=0\.7 \| \d+% .* p = /m);
  await truncate(parts, (await readFile(parts)).length - 30);

  const more = [...arms, '--problems', '4', '--cores', '2', '--out'];
  expect(await sweep(...more, parts)).toMatchObject({ code: 2, err: expect.stringContaining('--resume') });
  expect(await sweep(...more, parts, '--resume')).toMatchObject({ code: 0 });
  expect(await sweep(...more, whole)).toMatchObject({ code: 0 });
  const [pieced, direct] = [await readBack(parts), await readBack(whole)];
  expect(pieced.sweep).toEqual(direct.sweep);
  expect(drawn(pieced)).toEqual(drawn(direct));
  expect(direct.results).toHaveLength(12);

  expect(await sweep('--arm', 'direct', '--problems', '4', '--out', parts, '--resume')).toMatchObject({
    code: 2,
    err: expect.stringContaining('is of another sweep'),
  });
  const link = await encodeSweep(direct.sweep);
  expect(
    await sweep('--link', link.ok ? `https://example.org/${link.fragment}` : '', '--out', parts, '--resume'),
  ).toMatchObject({ code: 0, err: expect.stringContaining('12 of 12 runs') });
}, 120_000);

test('Ctrl+C loses nothing of what was measured', async () => {
  const path = join(folder, 'stopped.jsonl');
  const running = spawn(
    process.execPath,
    [...line, ...arms, '--problems', '300', '--cores', '2', '--out', path],
    { env },
  );
  let told = '';
  running.stderr.on('data', (text: Buffer) => {
    told += text.toString();
    // After the first tenth; the line at the start comes before any run.
    if (told.split('\n').length === 3) running.kill('SIGINT');
  });
  const code = await new Promise((resolve) => {
    running.on('close', resolve);
  });
  expect(code).toBe(130);
  const { results } = await readBack(path);
  expect(results.length).toBeGreaterThanOrEqual(90);
  expect(told).toContain(`Stopped at ${results.length} of 900 runs.`);
  expect(told).toContain(`--out ${path} --resume`);
}, 60_000);

test('what cannot be measured ends in plain words and an exit code', async () => {
  const told = await sweep('--arm', 'direct samples=2');
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.err).toMatch(/^The strategy direct has no setting "samples"\. It has: model, /);
  expect(told.err).not.toMatch(/^\s+at /m);
}, 30_000);

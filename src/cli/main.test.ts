import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRun } from '#run/import.ts';

/** The command line as a person starts it, in a process of its own. */
interface Told {
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}
const cli = (...args: readonly string[]): Promise<Told> =>
  new Promise((resolve) => {
    // In English, whatever this machine speaks.
    const env = { ...process.env, LC_ALL: 'C' };
    execFile(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { env }, (error, out, err) =>
      resolve({ code: error ? (error.code ?? null) : 0, out, err }),
    );
  });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'second-thought-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('what cannot be done ends in plain words and an exit code', async () => {
  const told = await cli('run', '--problem', 'question: why?');
  expect(told).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/Ask it in the page\./) });
  expect(told.err).not.toMatch(/^\s+at /m);
}, 30_000);

test('--help helps', async () => {
  expect(await cli('--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('npm run cli -- run'),
    err: '',
  });
}, 30_000);

test('effects outside a git checkout says so before it measures', async () => {
  const env = { ...process.env, GIT_DIR: folder };
  const told = await new Promise<Told>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'effects', 'Thinking helps'],
      { env },
      (error, out, err) => resolve({ code: error?.code ?? 0, out, err }),
    );
  });
  expect(told).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/^Each row says at which commit it was measured/),
  });
}, 30_000);

test.each([['strategies', 'countdown'], ['effects']])(
  'Ctrl+C ends %s in plain words',
  async (...args) => {
    const running = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args]);
    let told = '';
    running.stderr.on('data', (text: Buffer) => {
      told += text.toString();
    });
    // What it says first, strategies to standard output and effects to standard error. A second Ctrl+C would end it at once.
    const says = [running.stdout, running.stderr].map(
      (stream) => new Promise((resolve) => void stream.once('data', resolve)),
    );
    void Promise.race(says).then(() => running.kill('SIGINT'));
    const code = await new Promise((resolve) => {
      running.on('close', resolve);
    });
    expect(code).toBe(130);
    expect(told).toMatch(/(?:^|\n)Stopped before the end\.\n$/);
    expect(told).not.toMatch(/^\s+at /m);
  },
  60_000,
);

test('a reader that has seen enough ends it in silence', async () => {
  const running = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'run'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.stdout.destroy();
  let told = '';
  running.stderr.on('data', (text: Buffer) => {
    told += text.toString();
  });
  const code = await new Promise((resolve) => {
    running.on('close', resolve);
  });
  expect({ code, told }).toEqual({ code: 0, told: '' });
}, 30_000);

test('the server says where it listens, answers there, leaves a taken port alone and ends when it is interrupted', async () => {
  const start = (port: string) =>
    spawn(
      process.execPath,
      ['--import', 'tsx', 'src/cli/main.ts', 'serve', '--port', port, '--model', 'countdown-small'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
  const serving = start('0');
  const ended = new Promise((resolve) => serving.on('close', resolve));
  const said = String(await new Promise((resolve) => serving.stdout.once('data', resolve)));
  const [address = '', port = ''] = /http:\/\/127\.0\.0\.1:(\d+)\/v1/.exec(said) ?? [];
  const list: unknown = await (await fetch(`${address}/models`)).json();
  expect(list).toMatchObject({ data: [{ id: 'countdown-small' }] });
  expect(await cli('serve', '--port', port)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^Port \d+ can't be listened on: .*EADDRINUSE/),
  });
  serving.kill('SIGINT');
  expect(await ended).toBe(0);
}, 30_000);

test('a sum as the page writes it is run, and saved as the page opens it', async () => {
  const json = join(folder, 'run.json');
  const told = await cli('run', '--problem', '12 × 3 − 45 × 2', '--json', json);
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toMatch(/^12 × 3 − 45 × 2 = \?\n/);
  expect(importRun(await readFile(json, 'utf8'))).toMatchObject({
    ok: true,
    experiment: {
      problem: {
        terms: [
          { sign: '+', left: 12, right: 3 },
          { sign: '-', left: 45, right: 2 },
        ],
      },
    },
  });
}, 30_000);

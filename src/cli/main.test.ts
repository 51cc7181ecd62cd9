import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe.concurrent('what cannot be done ends in plain words and an exit code', () => {
  test.each<readonly [string, readonly string[], number, RegExp]>([
    [
      'a question, which no model here can read',
      ['run', '--problem', 'question: why?'],
      2,
      /Ask it in the page\./,
    ],
    [
      'a question for a model that ships',
      ['run', '--problem', 'question: why?', '--model', 'arithmetic'],
      2,
      /only knows arithmetic, not problems in words/,
    ],
    ['an unknown model', ['run', '--model', 'nope'], 2, /There is no model "nope" here\..* countdown, /],
    [
      'a model named as what every object has',
      ['run', '--model', 'constructor'],
      2,
      /There is no model "constructor" here/,
    ],
    [
      'a judge that is not there',
      ['run', '--strategy', 'best-of-n', '--set', 'verifier={"kind":"process","model":"nope"}'],
      2,
      /no model "nope" here that could judge/,
    ],
    [
      'a discriminator that is not there',
      ['run', '--strategy', 'rstar', '--set', 'discriminator=nope'],
      2,
      /no model "nope" here that could judge/,
    ],
    [
      'another kind of problem than the model knows',
      ['run', '--model', 'arithmetic'],
      2,
      /not countdown games\. These do: countdown, /,
    ],
    ['an empty problem', ['run', '--problem', ' '], 2, /--problem is empty/],
    ['an unknown flag', ['run', '--foo'], 2, /Unknown option '--foo'/],
    [
      'a flag of another command',
      ['table', 'countdown', '--seed', '1'],
      2,
      /The command table has no --seed/,
    ],
    ['a flag without its value', ['run', '--seed'], 2, /argument missing/],
    ['an unknown command', ['solve'], 2, /There is no command "solve"\. There are: run, /],
    [
      'two arguments for one',
      ['table', 'countdown', 'arithmetic'],
      2,
      /"arithmetic" is one argument too many/,
    ],
    [
      'a setting that the strategy has not',
      ['run', '--set', 'toString=1'],
      2,
      /chain-of-thought has no setting "toString"\. It has: effort\./,
    ],
    ['a damaged link', ['run', 'https://example.org/#v1.AAAA'], 2, /This link is damaged/],
    ['a flag beside a link', ['run', '#v1.AAAA', '--seed', '3'], 2, /--seed cannot be given with one/],
    ['a file that cannot be written', ['run', '--json', '/no/such/folder/run.json'], 2, /cannot be written/],
    ['files to join that are none', ['merge', 'src'], 2, /Name a new file, and the files to join in it/],
    ['a table of no model', ['table'], 2, /Name a model: npm run cli -- table MODEL\./],
    [
      'a strategy that is not in the table',
      ['strategies', 'countdown', '--strategy', 'guess'],
      2,
      /No strategy of the table has "guess"/,
    ],
    [
      'a server of a model that judges',
      ['serve', '--model', 'countdown-prm'],
      2,
      /no model "countdown-prm" here/,
    ],
    [
      'a fault that there is not',
      ['serve', '--faults', 'cut,nope'],
      2,
      /There is no fault "nope"\. There are: slow, /,
    ],
    ['a port that there is not', ['serve', '--port', '70000'], 2, /--port: .*65,?535/],
  ])(
    '%s',
    async (_, args, code, words) => {
      const told = await cli(...args);
      expect(told.err).toMatch(words);
      expect(told).toMatchObject({ code, out: '' });
      expect(told.err).not.toMatch(/^\s+at /m);
    },
    30_000,
  );

  test.each(['run', 'effects'])(
    '%s --help helps',
    async (command) => {
      expect(await cli(command, '--help')).toMatchObject({
        code: 0,
        out: expect.stringContaining(`npm run cli -- ${command}`),
        err: '',
      });
    },
    30_000,
  );
});

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

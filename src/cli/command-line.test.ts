import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandLine } from './command-line.ts';

const said = { out: '', err: '' };
beforeEach(() => {
  Object.assign(said, { out: '', err: '' });
  vi.spyOn(console, 'log').mockImplementation((text: unknown) => void (said.out += `${String(text)}\n`));
  vi.spyOn(console, 'error').mockImplementation((text: unknown) => void (said.err += `${String(text)}\n`));
});
afterEach(() => void vi.restoreAllMocks());

/** In English, whatever this machine speaks. */
const type = async (...args: readonly string[]) => ({
  code: await commandLine(args, { LC_ALL: 'C' }),
  ...said,
});

describe('what cannot be done ends in plain words and an exit code', () => {
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
  ])('%s', async (_, args, code, words) => {
    const told = await type(...args);
    expect(told.err).toMatch(words);
    expect(told).toMatchObject({ code, out: '' });
    expect(told.err).not.toMatch(/^\s+at /m);
  });

  test.each(['run', 'effects'])('%s --help helps', async (command) => {
    expect(await type(command, '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`npm run cli -- ${command}`),
      err: '',
    });
  });
});

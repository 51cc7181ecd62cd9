import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { headerLine } from '#lab/sweeps/results-file.ts';
import { encodeSweep } from '#lab/sweeps/sweep-link.ts';
import { smallSweep } from '#lab/sweeps/testing.ts';
import { failures } from '#words/en/failures.ts';
import { learnFailures } from '#words/explain.ts';
import { armText } from './arm-text.ts';
import { readFlags } from './flags.ts';
import { readSweep } from './read-sweep.ts';
import { sweepCommand } from './sweep-command.ts';
import { UsageError } from './usage-error.ts';

learnFailures(failures);

const read = (...args: readonly string[]) => readSweep(readFlags(['sweep', ...args]).values);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'second-thought-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the sweep that is asked for', () => {
  it('is of arms over held-out problems, with the settings of the page where nothing is said', async () => {
    const sweep = await read('--arm', 'direct', '--arm', 'budget-forcing waits=0,2 word="Hold on"');
    expect(sweep).toMatchObject({
      problems: { kind: 'held-out', family: 'arithmetic', count: 50 },
      repeats: 1,
      tokens: 0,
    });
    expect(sweep?.arms.map((arm) => armText(arm, sweep.arms, 0))).toEqual([
      'direct',
      'budget-forcing waits=0',
      'budget-forcing waits=2',
    ]);
    expect(sweep?.arms[2]?.strategy).toMatchObject({ word: 'Hold on' });
  });

  it('is of arms over problems of a file, answered by the model that knows their kind', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    await writeFile(join(folder, 'games.txt'), '24: 4 9 10 13\n24: 1 2\n24: 1 3 4 6\n');
    const sweep = await read('--own', join(folder, 'games.txt'), '--leave-out', '--arm', 'direct');
    expect(sweep).toMatchObject({
      problems: {
        kind: 'own',
        name: 'games',
        problems: [{ numbers: [4, 9, 10, 13] }, { numbers: [1, 3, 4, 6] }],
      },
      arms: [{ model: 'countdown' }],
    });
    expect(told).toHaveBeenCalledExactlyOnceWith('1 line was left out: line 2.');
    told.mockRestore();
  });

  it('has an arm once, and says which came to the same', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    const sweep = await read(
      '--arm',
      'chain-of-thought temperature=0.7',
      '--arm',
      'self-consistency samples=1,4',
    );
    expect(sweep?.arms.map(({ strategy }) => strategy.kind)).toEqual([
      'chain-of-thought',
      'self-consistency',
    ]);
    expect(told).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^self-consistency samples=1 .*chain-of-thought/),
    );
    told.mockRestore();
  });

  it('is of a link, of JSON, or of a file of results', async () => {
    const link = await encodeSweep(smallSweep);
    expect(await read('--link', link.ok ? `https://example.org/${link.fragment}` : '')).toEqual(smallSweep);
    for (const [name, text] of Object.entries({
      'sweep.json': JSON.stringify(smallSweep, null, 2),
      'results.jsonl': headerLine(smallSweep),
    })) {
      await writeFile(join(folder, name), text);
      expect(await read('--file', join(folder, name))).toEqual(smallSweep);
    }
    await writeFile(join(folder, 'none.json'), '{"arms":[]}');
    await expect(read('--file', join(folder, 'none.json'))).rejects.toThrow(/holds no sweep/);
  });
});

describe('what cannot be measured is said before anything runs', () => {
  it.each<readonly [string, readonly string[], RegExp]>([
    ['nothing', [], /Say what to measure/],
    [
      'two sources',
      ['--arm', 'direct', '--link', '#/lab/sweep/v1.A'],
      /only one of --arm, --file and --link/,
    ],
    ['a shard that is none', ['--arm', 'direct', '--out', 'x', '--shard', '9/8'], /as in --shard 3\/8/],
    ['a shard without a file', ['--arm', 'direct', '--shard', '1/2'], /--shard needs --out/],
    ['--leave-out without a file', ['--arm', 'direct', '--leave-out'], /--leave-out goes with --own/],
    ["one's own problems without arms", ['--own', 'x', '--file', 'y'], /--own goes with --arm only/],
    [
      'kinds of problems of a file',
      ['--own', 'x', '--family', 'puzzle', '--arm', 'direct'],
      /kinds that stand in it/,
    ],
    ['a damaged link', ['--link', '#/lab/sweep/v1.A'], /This link is damaged/],
    ['a setting out of its bounds', ['--arm', 'self-consistency samples=2,65'], /samples: .*64/],
    [
      'a setting that is none',
      ['--arm', 'direct samples=2'],
      /direct has no setting "samples"\. It has: model, /,
    ],
    [
      'a verifier that does not fit',
      ['--arm', 'best-of-n verifier={"kind":"process","model":"nope"}'],
      /no model/,
    ],
    ['a model of other problems', ['--arm', 'direct model=countdown'], /only knows countdown games/],
    [
      'problems that there are none of',
      ['--family', 'question', '--arm', 'direct', '--model', 'arithmetic'],
      /no problems/,
    ],
  ])('%s', async (_, args, words) => {
    const error: unknown = await sweepCommand(readFlags(['sweep', ...args]).values).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toHaveProperty('message', expect.stringMatching(words));
  });

  it.each<readonly [string, string, readonly string[], RegExp]>([
    [
      'lines that cannot be read',
      '47*6\n24: 1 2\nwhat?',
      [],
      /: 2 lines can’t be read\.\nLine 2: .*\nLine 3: .*\nWith --leave-out .* 1 problem\./,
    ],
    ['a file of nothing', ' ', [], /no problem in it/],
    ['questions in words', 'question: Why?', [], /Only models that read words/],
    ['several kinds of problems', '47*6\n24: 4 9 10 13', [], /all kinds .* countdown games and arithmetic/],
    [
      'problems of another kind',
      '47*6',
      ['--model', 'countdown'],
      /only knows countdown games.* These do: arithmetic, /,
    ],
  ])('a file with %s', async (_, text, args, words) => {
    const file = join(folder, 'own.txt');
    await writeFile(file, text);
    await expect(read('--own', file, '--arm', 'direct', ...args)).rejects.toThrow(words);
  });
});

import { parseArgs } from 'node:util';
import { type NumberRange, readTypedNumber } from '#experiment/typed-number.ts';
import type { SweepShard } from '#lab/sweeps/shards.ts';
import { sweepLimits } from '#lab/sweeps/spec.ts';
import { cli } from '#words/en/cli.ts';
import { numbers } from '#words/en/numbers.ts';
import { UsageError } from './usage-error.ts';

/** All flags of all commands; `--help` says which belongs to which. Throws UsageError, or parseArgs' own errors. */
export function readFlags(args: readonly string[]) {
  const read = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      problem: { type: 'string' },
      strategy: { type: 'string' },
      set: { type: 'string', multiple: true },
      tokens: { type: 'string' },
      temperature: { type: 'string' },
      seed: { type: 'string' },
      model: { type: 'string' },
      json: { type: 'string' },
      python: { type: 'boolean' },
      shell: { type: 'boolean' },
      'in-words': { type: 'boolean' },
      problems: { type: 'string' },
      file: { type: 'string' },
      link: { type: 'string' },
      own: { type: 'string' },
      'leave-out': { type: 'boolean' },
      family: { type: 'string' },
      arm: { type: 'string', multiple: true },
      repeats: { type: 'string' },
      steps: { type: 'string' },
      cores: { type: 'string' },
      shard: { type: 'string' },
      out: { type: 'string' },
      resume: { type: 'boolean' },
      write: { type: 'boolean' },
      summary: { type: 'boolean' },
      port: { type: 'string' },
      faults: { type: 'string' },
      'allow-origin': { type: 'string' },
      server: { type: 'string' },
      'key-env': { type: 'string' },
      'server-concurrency': { type: 'string' },
      url: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      lang: { type: 'string' },
    },
  });
  const [empty] =
    Object.entries(read.values).find(([, value]) =>
      [value].flat().some((text) => typeof text === 'string' && text.trim() === ''),
    ) ?? [];
  if (empty !== undefined) throw new UsageError(cli.flags.empty(empty));
  if (read.positionals.some((text) => text.trim() === '')) throw new UsageError(cli.flags.emptyArgument);
  return read;
}

export type Flags = ReturnType<typeof readFlags>['values'];

/** A number behind a flag, read as the page reads its fields; undefined where the flag is not there. Throws UsageError. */
export function numberFlag(flag: string, text: string | undefined, range: NumberRange): number | undefined {
  if (text === undefined) return undefined;
  const read = readTypedNumber(text, range);
  if (!read.ok) throw new UsageError(`${flag}: ${numbers.fault(read.fault)}`);
  return read.value;
}

/** How many held-out problems are asked for, by `--problems`. Throws UsageError. */
export function problemCount({ problems }: Flags, usual: number): number {
  return numberFlag('--problems', problems, { min: 1, max: 10_000, whole: true }) ?? usual;
}

/** The third of eight parts, as `3/8`. Throws UsageError. */
export function shardFlag(text: string | undefined): SweepShard | null {
  if (text === undefined) return null;
  const [, nth = '', all = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(text.trim()) ?? [];
  const [part, of] = [Number(nth) - 1, Number(all)];
  if (part < 0 || part >= of || of > sweepLimits.problems) throw new UsageError(cli.flags.noShard(text));
  return { part, of };
}

/** What says where a model is, if not here. */
export const serverFlags = ['server', 'key-env', 'server-concurrency'] as const;

/** Flags of each command. */
const flagsOf = {
  run: [
    'problem',
    'strategy',
    'set',
    'tokens',
    'temperature',
    'seed',
    'model',
    'json',
    'url',
    ...serverFlags,
  ],
  code: [
    'python',
    'shell',
    'in-words',
    'problem',
    'strategy',
    'set',
    'tokens',
    'temperature',
    'seed',
    'model',
  ],
  table: ['problems', 'write'],
  strategies: ['problems', 'strategy'],
  effects: ['problems', 'write'],
  sweep: [
    'file',
    'link',
    'own',
    'leave-out',
    'family',
    'set',
    'problems',
    'arm',
    'model',
    'repeats',
    'tokens',
    'cores',
    'shard',
    'out',
    'resume',
    'url',
    ...serverFlags,
  ],
  train: ['steps', 'seed', 'model', 'set', 'link', 'out', 'cores'],
  merge: [],
  grade: ['summary'],
  serve: ['port', 'model', 'faults', 'allow-origin'],
} satisfies Readonly<Record<string, readonly (keyof Flags)[]>>;

export type CommandName = keyof typeof flagsOf;

const isCommand = (name: string): name is CommandName => Object.hasOwn(flagsOf, name);

/** Throws UsageError where a command is not known, or was given what it would not look at. */
export function checkUse(command: string, [, second]: readonly string[], flags: Flags): CommandName {
  if (!isCommand(command))
    throw new UsageError(cli.flags.noCommand({ command, commands: Object.keys(flagsOf).join(', ') }));
  if (second !== undefined && command !== 'merge') throw new UsageError(cli.flags.tooMany(second));
  const known: readonly string[] = flagsOf[command];
  const foreign = Object.keys(flags).find((flag) => flag !== 'lang' && !known.includes(flag));
  if (foreign !== undefined)
    throw new UsageError(
      cli.flags.foreign({ command, flag: foreign, flags: known.map((flag) => `--${flag}`).join(', ') }),
    );
  return command;
}

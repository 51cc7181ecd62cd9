import { parseArgs } from 'node:util';
import { type NumberRange, readTypedNumber } from '../experiment/typed-number.ts';

/** All flags of all commands; `--help` says which belongs to which. */
export function readFlags() {
  return parseArgs({
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
      problems: { type: 'string' },
      write: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

export type Flags = ReturnType<typeof readFlags>['values'];

/** What a person asked for that cannot be: the message says what to write instead. */
export class UsageError extends Error {}

/** A number behind a flag, read as the page reads its fields; undefined where the flag is not there. Throws UsageError. */
export function numberFlag(flag: string, text: string | undefined, range: NumberRange): number | undefined {
  if (text === undefined) return undefined;
  const read = readTypedNumber(text, range);
  if (!read.ok) throw new UsageError(`${flag}: ${read.why}`);
  return read.value;
}

/** How many held-out problems are asked for, by `--problems`. Throws UsageError. */
export function problemCount({ problems }: Flags, usual: number): number {
  return numberFlag('--problems', problems, { min: 1, max: 10_000, whole: true }) ?? usual;
}

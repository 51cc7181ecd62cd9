import { beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { failureSchema } from '#run/failure-schema.ts';
import { failures as words } from './en/failures.ts';
import { explain, explainAll, learnFailures } from './explain.ts';

/** The parts of a schema that samples are made from. */
type Schema = {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly unknown[];
  readonly wrapped?: Schema;
  readonly literal?: unknown;
};

/** Values that a schema lets through, with every kind, every null and every choice in one of them. */
function samples(schema: Schema): readonly unknown[] {
  switch (schema.type) {
    case 'variant':
      return (schema.options as readonly Schema[]).flatMap(samples);
    case 'strict_object':
      return Object.entries(schema.entries ?? {}).reduce<readonly object[]>(
        (objects, [key, entry]) =>
          objects.flatMap((object) => samples(entry).map((value) => ({ ...object, [key]: value }))),
        [{}],
      );
    case 'literal':
      return [schema.literal];
    case 'picklist':
      return schema.options ?? [];
    case 'nullable':
      return [null, ...samples(schema.wrapped!)];
    case 'boolean':
      return [true, false];
    case 'number':
      return [7];
    case 'string':
      return ['some.json'];
    default:
      throw new Error(`no sample of a ${schema.type}`);
  }
}

const failures = samples(failureSchema as unknown as Schema).map((sample) => v.parse(failureSchema, sample));

it('names the code until the words have come', () => {
  const { message, advice } = explain({ code: 'device-lost' });
  expect(message).toContain('device-lost');
  expect(advice).toContain('try again');
});

describe('every failure', () => {
  beforeAll(() => learnFailures(words));

  it.each(failures.map((failure) => [JSON.stringify(failure), failure] as const))('%s', (_, failure) => {
    const { message, advice } = explain(failure);
    expect(message).not.toContain(failure.code === 'as-saved' ? '\0' : `(${failure.code})`);
    for (const sentence of failure.code === 'as-saved' ? [] : [message, advice])
      expect(sentence).toMatch(/^.{8,}(\.|some\.json|build\.mjs)$|^some\.json$/);
    expect(explainAll(failure)).not.toMatch(/undefined|null|\[object|NaN/);
  });
});

it('says a saved failure as it was saved', () => {
  const saved = {
    code: 'as-saved',
    was: 'device-lost',
    message: 'The device is gone.',
    advice: 'Run again.',
  } as const;
  expect(explain(saved)).toEqual({ message: saved.message, advice: saved.advice });
});

it('quotes what others said, and the numbers', () => {
  const threw = explain({ code: 'kernel-failed', why: { kind: 'threw', detail: 'unreachable executed' } });
  expect(threw.message).toContain('unreachable executed');
  const long = explain({ code: 'prompt-too-long', model: 'Puzzles', tokens: 1200, context: 256 });
  expect(long.message).toBe('The prompt has 1,200 tokens; Puzzles takes 256.');
});

import { readFile, writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { ArmResult, Effect } from '#lab/effects/effect.ts';

/** A claim's outcomes, and when they were measured. */
export interface MeasuredEffect {
  readonly claim: string;
  /** A day, and the commit that was measured. */
  readonly date: string;
  readonly commit: string;
  readonly arms: readonly ArmResult[];
}

const right = v.pipe(
  v.string(),
  v.regex(/^[01]+$/),
  v.transform((text) => [...text].map((digit) => digit === '1')),
);
const schema = v.array(
  v.strictObject({
    claim: v.string(),
    date: v.string(),
    commit: v.string(),
    arms: v.array(v.strictObject({ name: v.string(), right, tokens: v.number(), parameters: v.number() })),
  }),
);

/** What an earlier command kept. Nothing where there is no file; throws where it is not one of ours. */
export async function readMeasured(path: URL): Promise<readonly MeasuredEffect[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]';
    throw error;
  });
  return v.parse(schema, JSON.parse(text));
}

/** Keeps outcomes as a line of zeros and ones an arm, so that they can be paired and counted again. */
export async function writeMeasured(path: URL, measured: readonly MeasuredEffect[]): Promise<void> {
  const kept = measured.map(({ arms, ...rest }) => ({
    ...rest,
    arms: arms.map((arm) => ({ ...arm, right: arm.right.map(Number).join('') })),
  }));
  await writeFile(path, `${JSON.stringify(kept, null, 1)}\n`);
}

/** Puts a claim's new outcomes in the place of its old ones, in the order of the claims. What compares other arms now is left out. */
export function merged(
  effects: readonly Effect[],
  before: readonly MeasuredEffect[],
  now: MeasuredEffect,
): readonly MeasuredEffect[] {
  return effects.flatMap((effect) => [now, ...before].find((one) => isOf(effect, one)) ?? []);
}

function isOf(effect: Effect, { claim, arms }: MeasuredEffect): boolean {
  return (
    claim === effect.claim &&
    JSON.stringify(arms.map(({ name }) => name)) === JSON.stringify(effect.arms.map(({ name }) => name))
  );
}

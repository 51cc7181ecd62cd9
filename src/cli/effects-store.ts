import { readFile, writeFile } from 'node:fs/promises';
import type { Effect } from '#lab/effects/effect.ts';
import { type MeasuredEffect, parseMeasured } from '#lab/effects/measured.ts';

/** What an earlier command kept. Nothing where there is no file; throws where it is not one of ours. */
export async function readMeasured(path: URL): Promise<readonly MeasuredEffect[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]';
    throw error;
  });
  return parseMeasured(JSON.parse(text));
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

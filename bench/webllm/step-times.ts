import type { RowWish, Truncation } from '#policy/runtime/logit-row.ts';
import { keepsAll, nothing, wholeRow } from '#policy/runtime/logit-row.ts';
import { Sampler } from '#policy/runtime/sampler.ts';
import type { StepEngine } from '#policy/runtime/step-engine.ts';

/** Milliseconds, medians. */
export interface StepTimes {
  /** Of the prompt. */
  readonly prefill: number;
  /** A decode step of all sequences, nothing read but one row's digest, without which nobody knows that it is done. */
  readonly forward: number;
  /** The same, and a digest of each row. */
  readonly digests: number;
  /** The same, and each row whole. */
  readonly whole: number;
}

/** Times forwards of `n` sequences that share a prompt, without a runtime over them. */
export async function timeSteps(
  engine: StepEngine,
  promptLength: number,
  n: number,
  steps: number,
  cut: Truncation,
): Promise<StepTimes> {
  const token = (at: number) => (1 + 7919 * (at + 1)) % engine.vocabulary;
  const tokens = Array.from({ length: promptLength }, (_, at) => token(at));
  const digest: RowWish = {
    kind: 'digest',
    draw: cut,
    point: keepsAll(cut) ? 0.4 : null,
    token: null,
    alternatives: 0,
  };
  const started = performance.now();
  const trunk = engine.create();
  for (let at = 0; at < promptLength; at += engine.rows)
    await engine.forward([
      { slot: trunk, tokens: tokens.slice(at, at + engine.rows), outputs: 1, wishes: [wholeRow] },
    ]);
  const prefill = performance.now() - started;
  // The trunk is one of them: there may be no slot beside theirs.
  const slots = [trunk, ...Array.from({ length: n - 1 }, () => engine.fork(trunk, promptLength))];
  let fed = 0;
  const timed = async (wishes: readonly RowWish[]) => {
    const times: number[] = [];
    for (let step = 0; step < steps; step++) {
      const start = performance.now();
      await engine.forward(
        slots.map((slot, at) => ({
          slot,
          tokens: [token(31 * fed + 7 * at)],
          outputs: 1,
          wishes: [wishes[at] ?? nothing],
        })),
      );
      fed += 1;
      times.push(performance.now() - start);
    }
    return median(times.slice(Math.min(4, steps - 1)));
  };
  const forward = await timed([digest]);
  const digests = await timed(slots.map(() => digest));
  const all = await timed(slots.map(() => wholeRow));
  for (const slot of slots) engine.drop(slot);
  return { prefill, forward, digests, whole: all };
}

/** Milliseconds that the processor takes to sample one row of logits of which it has all. */
export function timeProcessorSampler(vocabulary: number, cut: Truncation): number {
  const sampler = new Sampler(vocabulary);
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    const row = Float32Array.from({ length: vocabulary }, (_, id) => 6 * Math.sin(id * 7919 + round));
    const start = performance.now();
    sampler.load(row);
    sampler.draw(cut, { next: () => 0.37 });
    times.push(performance.now() - start);
  }
  return median(times);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

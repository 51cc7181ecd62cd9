import type { DigestWish, RowWish, Truncation } from '#policy/runtime/logit-row.ts';
import { keepsAll, nothing, wholeRow } from '#policy/runtime/logit-row.ts';
import { Sampler } from '#policy/runtime/sampler.ts';
import type { Extension, StepEngine } from '#policy/runtime/step-engine.ts';

/** Milliseconds; medians where a step is meant. */
export interface StepTimes {
  /** Of the prompt. */
  readonly prefill: number;
  /** All but one of the sequences forked from the prompt's. */
  readonly forks: number;
  /** What the first step after the forks took longer than others. */
  readonly afterForks: number;
  /** The first tokens of all samples, drawn from the prompt's whole row, with five alternatives. */
  readonly firstTokens: number;
  /** A decode step of all sequences, nothing read but one row's digest, without which nobody knows that it is done. */
  readonly forward: number;
  /** The same, and a digest of each row. */
  readonly digests: number;
  /** The same, and each row whole. */
  readonly whole: number;
  /** One of several steps of a call, a digest of each row; null where the engine takes none by itself. */
  readonly ahead: number | null;
}

/** How steps are timed. */
export interface StepTiming {
  readonly promptLength: number;
  /** Sequences. */
  readonly n: number;
  /** Steps of each kind. */
  readonly steps: number;
  readonly cut: Truncation;
  /** Steps of a call that takes several. */
  readonly callSteps: number;
}

/** Times forwards of `n` sequences that share a prompt, without a runtime over them. */
export async function timeSteps(
  engine: StepEngine,
  { promptLength, n, steps, cut, callSteps }: StepTiming,
): Promise<StepTimes> {
  const token = (at: number) => (1 + 7919 * (at + 1)) % engine.vocabulary;
  const tokens = Array.from({ length: promptLength }, (_, at) => token(at));
  const point = 0.4;
  const digest: DigestWish = {
    kind: 'digest',
    draw: cut,
    point: keepsAll(cut) ? point : null,
    token: null,
    alternatives: 0,
  };
  const started = performance.now();
  const trunk = engine.create();
  let row = new Float32Array(0);
  for (let at = 0; at < promptLength; at += engine.rows) {
    const { logits, rows } = await engine.forward([
      { slot: trunk, tokens: tokens.slice(at, at + engine.rows), outputs: 1, wishes: [wholeRow] },
    ]);
    const read = rows?.[0] ?? logits;
    if (read instanceof Float32Array) row = read.slice();
  }
  const prefill = performance.now() - started;
  const firstTokens = timeFirstTokens(row, n, cut);

  // The trunk is one of them: there may be no slot beside theirs.
  const forking = performance.now();
  const slots = [trunk, ...Array.from({ length: n - 1 }, () => engine.fork(trunk, promptLength))];
  const forks = performance.now() - forking;
  let fed = 0;
  const timed = async (count: number, more: (at: number) => Pick<Extension, 'wishes' | 'ahead'>) => {
    const times: number[] = [];
    for (let step = 0; step < count; step++) {
      const start = performance.now();
      await engine.forward(
        slots.map((slot, at) => ({ slot, tokens: [token(31 * fed + 7 * at)], outputs: 1, ...more(at) })),
      );
      fed += 1;
      times.push(performance.now() - start);
    }
    return times;
  };
  const wishing = (wishOf: (at: number) => RowWish) => (at: number) => ({ wishes: [wishOf(at)] });
  const one = await timed(
    steps,
    wishing((at) => (at === 0 ? digest : nothing)),
  );
  const forward = settled(one);
  const digests = settled(
    await timed(
      steps,
      wishing(() => digest),
    ),
  );
  const whole = settled(
    await timed(
      steps,
      wishing(() => wholeRow),
    ),
  );
  let ahead: number | null = null;
  if (engine.ahead !== undefined && callSteps > 1) {
    const wishes = Array.from({ length: callSteps }, () => digest);
    const draws = Array.from({ length: callSteps - 1 }, () => ({ how: cut, point }));
    const calls = Math.max(2, Math.round(steps / callSteps));
    ahead = settled(await timed(calls, () => ({ wishes, ahead: draws })), 1) / callSteps;
  }
  for (const slot of slots) engine.drop(slot);
  const afterForks = Math.max(0, one[0]! - forward);
  return { prefill, forks, afterForks, firstTokens, forward, digests, whole, ahead };
}

/** What the runtime does when the prompt of `n` samples has been read. */
function timeFirstTokens(row: Float32Array, n: number, cut: Truncation): number {
  const sampler = new Sampler(row.length);
  const start = performance.now();
  for (let sample = 0; sample < n; sample++) {
    sampler.load(row);
    const token = sampler.draw(cut, { next: () => (sample + 0.5) / n });
    for (const id of [token, ...sampler.likeliestTokens(5)]) sampler.logprob(id);
  }
  return performance.now() - start;
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

/** Milliseconds of a turn of the event loop, in which WebGPU of Node looks for finished work. */
export async function timeTurn(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 100; round++) {
    const start = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
    times.push(performance.now() - start);
  }
  return median(times);
}

/** The median, without the first few. */
function settled(times: readonly number[], few = 4): number {
  return median(times.slice(Math.min(few, times.length - 1)));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

import { itemAt } from '#experiment/surely.ts';
import { wholeRow, type DigestWish, type LogitRow, type Truncation } from '#policy/runtime/logit-row.ts';
import type { DrawAhead, Slot, StepsAhead } from '#policy/runtime/step-engine.ts';
import type { BatchedEngine } from './batched-engine.ts';
import { differenceOf, type Precision, tolerances } from './self-check.ts';

/** Steps of one call, the first among them, at most. */
const mostSteps = 8;
/** Floats of logits that wait for the end of a call at most: 128 MiB. */
const mostWaiting = 2 ** 25;
/** Of the check: longer than a page, so that steps ahead begin within one. */
const promptLength = 18;
const steps = 2;
const rounds = 2;

/** One that draws from all tokens, one that cuts. */
const hows: readonly Truncation[] = [
  { temperature: 1, topK: 0, topP: 1, minP: 0 },
  { temperature: 0.6, topK: 20, topP: 0.95, minP: 0.01 },
];

/** Steps that one call may take by itself, the first not among them. */
export function mostAhead({ slots, vocabulary }: Pick<BatchedEngine, 'slots' | 'vocabulary'>): number {
  return Math.max(0, Math.min(mostSteps, Math.floor(mostWaiting / (slots * vocabulary))) - 1);
}

/**
 * Do steps ahead give the logits of single steps, and is what they fed taken back as it should? Then how long a round trip
 * is on this machine, in steps; else null. Needs two slots of an engine that takes steps ahead, and leaves them free.
 *
 * @param now milliseconds
 */
export async function measureAhead(
  engine: BatchedEngine,
  precision: Precision,
  now: () => number,
): Promise<StepsAhead | null> {
  const most = mostAhead(engine);
  if (most < steps || engine.slots < hows.length || engine.rows < promptLength) return null;
  const slots: Slot[] = [];
  try {
    const prompt = Array.from({ length: promptLength }, (_, at) => (1 + 7919 * (at + 1)) % engine.vocabulary);
    for (const _ of hows) {
      const slot = engine.create();
      slots.push(slot);
      await engine.forward([{ slot, tokens: prompt.slice(0, -1), outputs: 1, wishes: [wholeRow] }]);
    }
    const last = prompt.slice(-1);
    const whole = await stepAhead(engine, slots, last, steps, () => wholeRow);
    for (const slot of slots) engine.shorten(slot, promptLength);
    const tolerance = tolerances[precision];
    for (let step = 0; step < steps; step++) {
      const { rows = [] } = await engine.forward(
        slots.map((slot, at) => ({
          slot,
          tokens: [whole.drawn[at]?.[step] ?? 0],
          outputs: 1,
          wishes: [wholeRow],
        })),
      );
      const same = rows.every((row, at) => isClose(whole.rows[at * (steps + 1) + step + 1], row, tolerance));
      if (!same) return null;
    }
    const one: number[] = [];
    const many: number[] = [];
    const timed = async (ahead: number, times: number[]) => {
      for (const slot of slots) engine.shorten(slot, promptLength - 1);
      const started = now();
      await stepAhead(engine, slots, last, ahead, digestOf);
      times.push(now() - started);
    };
    for (let round = 0; round < rounds; round++) {
      await timed(0, one);
      await timed(steps, many);
    }
    const step = (Math.min(...many) - Math.min(...one)) / steps;
    const roundTrip = step > 0 ? Math.max(0, Math.min(...one) / step - 1) : 0;
    return { most, roundTrip };
  } finally {
    for (const slot of slots) engine.drop(slot);
  }
}

async function stepAhead(
  engine: BatchedEngine,
  slots: readonly Slot[],
  tokens: readonly number[],
  ahead: number,
  wishOf: (how: DrawAhead) => DigestWish | typeof wholeRow,
) {
  const { rows = [], drawn = [] } = await engine.forward(
    slots.map((slot, at) => {
      const draw: DrawAhead = { how: hows[at] ?? itemAt(hows, 0), point: 0.37 };
      const wishes = Array.from({ length: ahead + 1 }, () => wishOf(draw));
      return { slot, tokens, outputs: 1, wishes, ahead: Array.from({ length: ahead }, () => draw) };
    }),
  );
  return { rows, drawn };
}

function digestOf({ how, point }: DrawAhead): DigestWish {
  return { kind: 'digest', draw: how, point: how.topK > 0 ? null : point, token: null, alternatives: 0 };
}

function isClose(
  found: LogitRow | null | undefined,
  expected: LogitRow | null | undefined,
  tolerance: number,
): boolean {
  if (!(found instanceof Float32Array && expected instanceof Float32Array)) return false;
  return differenceOf(found, expected) <= tolerance;
}

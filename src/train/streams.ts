import { type RandomStream, randomStream } from '#policy/runtime/random.ts';

/** Places in a step that problems are drawn at: those of the setup, and those that are drawn anew. */
export const mostSlots = 1024;

/**
 * The seed of all that is drawn at a place of a step: of the traces there, each with its own stream. Every (seed, step, slot) has its
 * own, so that nothing depends on what was drawn before, and a training goes on as if it had never stopped.
 *
 * @param seed below 2^32. @param step at most 2000. @param slot below `mostSlots`. Together 53 bits: a safe integer.
 */
export const seedAt = (seed: number, step: number, slot: number): number =>
  (seed * 2048 + step) * mostSlots + slot;

/** What a problem and its effort are drawn from; far from the streams of its traces. */
export const problemStream = (seed: number): RandomStream => randomStream(seed, 0x5eed);

import { describe, expect, it } from 'vitest';
import { HashEngine } from '#policy/runtime/testing/hash-engine.ts';
import type { StepEngine } from '#policy/runtime/step-engine.ts';
import { checkNeeds, selfCheck, tolerances } from './self-check.ts';

const options = { vocabulary: 64, context: 64, slots: checkNeeds.sequences };
const reference = () => new HashEngine({ ...options, slots: 1 });

/** An engine that does something to its logits after the rows are known. */
function spoilt(
  spoil: (logits: Float32Array, batch: Parameters<StepEngine['forward']>[0], forwards: number) => void,
): HashEngine {
  const engine = new HashEngine(options);
  const forward = engine.forward.bind(engine);
  engine.forward = async (batch) => {
    const output = await forward(batch);
    spoil(output.logits, batch, engine.forwards);
    return output;
  };
  return engine;
}

describe('the self-check', () => {
  it('passes an engine that is right, leaves its slots free, and costs little', async () => {
    const [tested, alone] = [new HashEngine(options), reference()];
    expect(await selfCheck(tested, alone, 'f32')).toEqual({ passed: true, difference: 0 });
    expect([tested.usedSlots, alone.usedSlots]).toEqual([0, 0]);
    expect(tested.forwards).toBe(3);
    expect(alone.forwards).toBeLessThanOrEqual(8);
    expect(tested.rowsFed).toBeLessThan(checkNeeds.tokens);
  });

  for (const precision of ['f16', 'f32'] as const) {
    it(`lets rounding of ${precision} through and no more`, async () => {
      const noise = (share: number) => (logits: Float32Array) => {
        // The spread of these logits is just under 6.
        for (let at = 0; at < logits.length; at += 7) logits[at] = (logits[at] as number) + share * 5.8;
      };
      expect(
        await selfCheck(spoilt(noise(0.8 * tolerances[precision])), reference(), precision),
      ).toMatchObject({ passed: true });
      expect(
        await selfCheck(spoilt(noise(1.5 * tolerances[precision])), reference(), precision),
      ).toMatchObject({ passed: false });
    });
  }

  it('fails an engine that mixes up rows, sequences or numbers', async () => {
    const faults: readonly ((logits: Float32Array) => void)[] = [
      (logits) => logits.fill(NaN),
      (logits) => logits.reverse(),
      (logits) => logits.set(logits.slice(0, options.vocabulary), logits.length - options.vocabulary),
    ];
    for (const fault of faults) {
      expect(
        (
          await selfCheck(
            spoilt((logits, batch) => (batch.length > 1 ? fault(logits) : undefined)),
            reference(),
            'f16',
          )
        ).passed,
      ).toBe(false);
    }
  });

  it('fails an engine that forks wrongly, within a page or at its end', async () => {
    for (const wrong of [16, 17, 19]) {
      const engine = new HashEngine(options);
      const fork = engine.fork.bind(engine);
      engine.fork = (parent, length) => fork(parent, length === wrong ? length - 1 : length);
      expect((await selfCheck(engine, reference(), 'f16')).passed).toBe(false);
    }
  });

  it('fails an engine whose forks change their parent', async () => {
    const engine = new HashEngine(options);
    const forward = engine.forward.bind(engine);
    // The trunk is slot 1: from its second forward on it behaves as if it had another token.
    engine.forward = (batch) =>
      forward(
        batch.map((one) =>
          one.slot === 1 && engine.forwards > 0
            ? { ...one, tokens: one.tokens.map((token) => (token + 1) % 64) }
            : one,
        ),
      );
    expect((await selfCheck(engine, reference(), 'f16')).passed).toBe(false);
  });

  it('gives the slots back where the engine fails', async () => {
    const engine = new HashEngine(options);
    engine.failure = new Error('trap');
    await expect(selfCheck(engine, reference(), 'f16')).rejects.toThrow('trap');
    expect(engine.usedSlots).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { PolicyError } from '#policy/policy-error.ts';
import { HashEngine } from '#policy/runtime/testing/hash-engine.ts';
import { GuardedEngine } from './guarded-engine.ts';

const device = (lost = new Promise<PolicyError>(() => {})) => {
  const state = { lost, count: 0, refusals: () => state.count };
  return state;
};
const gone = new PolicyError({ code: 'device-lost' });
const step = (slot: number) => [{ slot, tokens: [1], outputs: 1 }];

/** Whether the engine has said that it is broken. */
const isBroken = ({ broken }: GuardedEngine) =>
  Promise.race([
    broken.then(({ code }) => code),
    new Promise((resolve) => setTimeout(() => resolve(null), 5)),
  ]);

describe('a guarded engine', () => {
  it('is the engine itself while all is well', async () => {
    const [plain, engine] = [new HashEngine(), new GuardedEngine(new HashEngine(), device())];
    expect((await engine.forward(step(engine.create()))).logits).toEqual(
      (await plain.forward(step(plain.create()))).logits,
    );
    expect([
      engine.vocabulary,
      engine.slots,
      engine.rows,
      engine.context,
      engine.sequencesPerForward,
    ]).toEqual([plain.vocabulary, plain.slots, plain.rows, plain.context, plain.sequencesPerForward]);
    engine.drop(engine.fork(1, 1));
    expect(await isBroken(engine)).toBeNull();
  });

  it('lets refusals pass: they break nothing', async () => {
    const inner = new HashEngine({ slots: 1 });
    const engine = new GuardedEngine(inner, device());
    const slot = engine.create();
    expect(() => engine.create()).toThrowError(expect.objectContaining({ code: 'out-of-slots' }));
    inner.failure = new PolicyError({ code: 'out-of-slots', slots: null });
    await expect(engine.forward(step(slot))).rejects.toMatchObject({ code: 'out-of-slots' });
    expect(await isBroken(engine)).toBeNull();
  });

  it('is broken once the runtime has ended', async () => {
    const inner = new HashEngine();
    const engine = new GuardedEngine(inner, device());
    inner.failure = new Error('Program terminated with exit(1)');
    await expect(engine.forward(step(engine.create()))).rejects.toMatchObject({
      name: 'PolicyError',
      code: 'kernel-failed',
    });
    expect(await isBroken(engine)).toBe('kernel-failed');
  });

  it('does not wait for a forward whose device is lost', async () => {
    let lose: (error: PolicyError) => void = () => {};
    const engine = new GuardedEngine(
      new HashEngine({ pause: () => new Promise(() => {}) }),
      device(new Promise((resolve) => (lose = resolve))),
    );
    const under = engine.forward(step(engine.create()));
    lose(gone);
    await expect(under).rejects.toBe(gone);
    expect(await isBroken(engine)).toBe('device-lost');
  });

  it('does not hand out numbers of a step that the device refused', async () => {
    const refusing = device();
    const inner = new HashEngine({ pause: () => Promise.resolve(void (refusing.count += 1)) });
    const engine = new GuardedEngine(inner, refusing);
    await expect(engine.forward(step(engine.create()))).rejects.toMatchObject({ code: 'gpu-too-small' });
    expect(await isBroken(engine)).toBe('gpu-too-small');
  });

  it('names the loss as the cause where the error comes first', async () => {
    const inner = new HashEngine();
    let lose: (error: PolicyError) => void = () => {};
    const engine = new GuardedEngine(inner, device(new Promise((resolve) => (lose = resolve))));
    inner.failure = new Error('Cannot read properties of undefined');
    setTimeout(() => lose(gone), 20);
    await expect(engine.forward(step(engine.create()))).rejects.toBe(gone);
  });
});

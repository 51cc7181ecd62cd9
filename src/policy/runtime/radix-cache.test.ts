import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenId } from '../language-model.ts';
import { RadixCache } from './radix-cache.ts';
import type { Holding } from './radix-tree.ts';
import { HashEngine, hashLogits, hashValue } from './testing/hash-engine.ts';

/** Feeds the engine and tells the cache, as the scheduler does. */
async function feed(
  engine: HashEngine,
  cache: RadixCache,
  holding: Holding,
  tokens: readonly TokenId[],
): Promise<void> {
  const { logits, values } = await engine.forward([{ slot: holding.slot, tokens, outputs: 1 }]);
  for (const [at, token] of tokens.entries()) {
    cache.append(holding, token, at === tokens.length - 1 ? (values?.[0] ?? NaN) : NaN);
  }
  cache.remember(holding, logits);
}

async function fill(engine: HashEngine, cache: RadixCache, tokens: readonly TokenId[]): Promise<Holding> {
  const holding = cache.acquire(tokens, tokens.length - 1);
  await feed(engine, cache, holding, tokens.slice(holding.length));
  return holding;
}

type Operation =
  | { readonly kind: 'acquire'; readonly tokens: readonly TokenId[]; readonly atMost: number }
  | { readonly kind: 'feed'; readonly which: number; readonly tokens: readonly TokenId[] }
  | { readonly kind: 'release'; readonly which: number };

const tokens = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 7 });
const which = fc.nat({ max: 5 });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('acquire' as const), tokens, atMost: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant('feed' as const), which, tokens }),
  fc.record({ kind: fc.constant('release' as const), which }),
);

/** What the cache should hold, as plain lists. */
interface Plain {
  readonly holding: Holding;
  tokens: TokenId[];
  inUse: boolean;
}

function common(left: readonly TokenId[], right: readonly TokenId[]): number {
  const differs = left.findIndex((token, at) => token !== right[at]);
  return differs < 0 ? left.length : differs;
}

describe('RadixCache', () => {
  it('finds what a plain list of its sequences would find', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        tokens,
        async (operations, slots, probe) => {
          const engine = new HashEngine({ slots, context: 200, vocabulary: 5 });
          const cache = new RadixCache(engine);
          let held: Plain[] = [];
          for (const step of operations) {
            if (step.kind === 'acquire') {
              if (held.filter(({ inUse }) => inUse).length === slots) {
                expect(() => cache.acquire(step.tokens, step.atMost)).toThrow(
                  expect.objectContaining({ code: 'out-of-slots' }),
                );
                continue;
              }
              const wanted = step.tokens.slice(0, step.atMost);
              const longest = Math.max(0, ...held.map((plain) => common(wanted, plain.tokens)));
              const holding = cache.acquire(step.tokens, step.atMost);
              // A full house may have to evict the very sequence it would have forked.
              if (held.length < slots) expect(holding.length).toBe(longest);
              expect(holding.length).toBeLessThanOrEqual(longest);
              const known = held.find((plain) => plain.holding === holding);
              if (known !== undefined) {
                expect(known.inUse).toBe(false);
                expect(known.tokens).toEqual(wanted.slice(0, holding.length));
                known.inUse = true;
              } else held.push({ holding, tokens: wanted.slice(0, holding.length), inUse: true });
            } else {
              const plain = held[step.which % Math.max(1, held.length)];
              if (plain === undefined || !plain.inUse) continue;
              if (step.kind === 'release') {
                cache.release(plain.holding);
                plain.inUse = false;
              } else {
                await feed(engine, cache, plain.holding, step.tokens);
                plain.tokens = [...plain.tokens, ...step.tokens];
              }
            }
            // An evicted sequence's slot is unknown to the engine.
            expect(held.filter(({ inUse, holding }) => inUse && !engine.holds(holding.slot))).toEqual([]);
            held = held.filter(({ holding }) => engine.holds(holding.slot));
            for (const plain of held) {
              expect(engine.contents(plain.holding.slot)).toEqual(plain.tokens);
              expect(plain.holding.length).toBe(plain.tokens.length);
            }
            expect(cache.size).toBe(engine.usedSlots);
            expect(cache.cachedLength(probe, probe.length)).toBe(
              Math.max(0, ...held.map((plain) => common(probe, plain.tokens))),
            );
            for (let length = 1; length <= probe.length; length++) {
              const value = cache.valueAfter(probe, length);
              const logits = cache.logitsAfter(probe, length);
              const prefix = probe.slice(0, length);
              if (!Number.isNaN(value)) expect(value).toBe(hashValue(prefix));
              if (logits !== null) expect(logits).toEqual(hashLogits(prefix, 5));
              if (cache.cachedLength(probe, length) < length) expect([value, logits]).toEqual([NaN, null]);
            }
          }
          cache.clear();
          expect(engine.usedSlots).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes an idle sequence in place when a request extends exactly it, else forks', async () => {
    const engine = new HashEngine();
    const cache = new RadixCache(engine);
    const first = await fill(engine, cache, [1, 2, 3]);
    const beside = cache.acquire([1, 2, 3, 4], 3);
    expect(engine.forks).toBe(1);
    expect(beside.length).toBe(3);
    cache.release(first);
    expect(cache.acquire([1, 2, 3, 5], 3)).toBe(first);
    expect(engine.forks).toBe(1);
    expect(cache.acquire([1, 2, 9], 2).length).toBe(2);
    expect(engine.forks).toBe(2);
  });

  it('evicts the least recently used idle sequence, but first one whose tokens others hold', async () => {
    const engine = new HashEngine({ slots: 4 });
    const cache = new RadixCache(engine);
    const [a, b, inside, longer] = [
      await fill(engine, cache, [1, 1]),
      await fill(engine, cache, [2, 2]),
      await fill(engine, cache, [3, 3]),
      await fill(engine, cache, [3, 3, 3]),
    ];
    for (const holding of [b, a, longer, inside]) cache.release(holding);
    cache.acquire([5], 0);
    expect(
      [
        [1, 1],
        [2, 2],
        [3, 3, 3],
      ].map((path) => cache.cachedLength(path, 9)),
    ).toEqual([2, 2, 3]);
    cache.acquire([6], 0);
    expect(
      [
        [1, 1],
        [2, 2],
        [3, 3, 3],
      ].map((path) => cache.cachedLength(path, 9)),
    ).toEqual([2, 0, 3]);
    cache.acquire([7], 0);
    expect(
      [
        [1, 1],
        [2, 2],
        [3, 3, 3],
      ].map((path) => cache.cachedLength(path, 9)),
    ).toEqual([0, 0, 3]);
  });

  it('keeps boundaries within their bytes, the least recently used going first', async () => {
    // 32 MiB hold two rows of this vocabulary.
    const engine = new HashEngine({ vocabulary: 4 * 1024 * 1024 - 1 });
    const row = new Float32Array(engine.vocabulary);
    const cache = new RadixCache(engine);
    const holding = cache.acquire([1, 2, 3], 0);
    for (const token of [1, 2, 3]) {
      cache.append(holding, token, NaN);
      if (token === 3) expect(cache.logitsAfter([1], 1)).not.toBeNull();
      cache.remember(holding, row);
    }
    expect([1, 2, 3].map((length) => cache.logitsAfter([1, 2, 3], length) !== null)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('tries again after eviction where the engine runs out of room before its slots', async () => {
    const engine = new HashEngine({ slots: 3 });
    const cache = new RadixCache(engine);
    const idle = await fill(engine, cache, [1, 2]);
    cache.release(idle);
    engine.hideSlots = 2;
    expect(cache.acquire([3], 0).length).toBe(0);
    expect(cache.cachedLength([1, 2], 2)).toBe(0);
    expect(() => cache.acquire([4], 0)).toThrow(expect.objectContaining({ code: 'out-of-slots' }));
  });
});

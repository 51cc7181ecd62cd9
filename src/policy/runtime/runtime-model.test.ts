import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SampleOptions, TokenId } from '../language-model.ts';
import {
  collectTraces,
  openReference,
  openRuntime,
  type CollectedTrace,
  turn,
  turns,
} from './testing/harness.ts';
import { valuesOf } from '#policy/model-parts.ts';

/**
 * The runtime against the reference, on random mixes of requests: whatever is in flight together, in whatever order it
 * arrives, is cancelled or evicted, tokens, log-probabilities, scores and values are exactly those of each request alone.
 */

type Request = { readonly prefix: readonly TokenId[]; readonly arrival: number } & (
  | {
      readonly kind: 'sample';
      readonly options: SampleOptions;
      readonly closeAfter: number;
      readonly abortAt: number;
    }
  | { readonly kind: 'score'; readonly continuation: readonly TokenId[] }
  | { readonly kind: 'evaluate' }
);

const VOCABULARY = 12;
const CONTEXT = 24;
const NEVER = 10_000;

const token = fc.integer({ min: 0, max: VOCABULARY - 1 });
/** Few kinds of tokens, so that prefixes are shared. */
const prefix = fc.array(fc.integer({ min: 6, max: 7 }), { minLength: 1, maxLength: 10 });
const rarely = (arbitrary: fc.Arbitrary<number>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(NEVER) }, { weight: 1, arbitrary });

const options: fc.Arbitrary<SampleOptions> = fc.record({
  n: fc.integer({ min: 0, max: 5 }),
  temperature: fc.constantFrom(0, 0.7, 1, 1.5),
  topK: fc.constantFrom(0, 0, 1, 3),
  topP: fc.constantFrom(1, 1, 0.8),
  minP: fc.constantFrom(0, 0, 0.2),
  maxTokens: fc.integer({ min: 0, max: 12 }),
  stop: fc.constantFrom([], ['a'], ['b c', 'ab', ''], ['32', '5']),
  seed: fc.integer({ min: 0, max: 2 }),
  firstIndex: fc.integer({ min: 0, max: 3 }),
  alternatives: fc.integer({ min: 0, max: 3 }),
  forced: fc.oneof(fc.constant([]), fc.array(token, { maxLength: 4 })),
});

const arrival = fc.integer({ min: 0, max: 12 });
const request: fc.Arbitrary<Request> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('sample' as const),
      prefix,
      arrival,
      options,
      closeAfter: rarely(fc.integer({ min: 0, max: 8 })),
      abortAt: rarely(fc.integer({ min: 0, max: 20 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('score' as const),
      prefix,
      arrival,
      continuation: fc.array(token, { maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('evaluate' as const), prefix, arrival }) },
);

const limits = fc.record({
  slots: fc.integer({ min: 1, max: 6 }),
  rows: fc.integer({ min: 1, max: 9 }),
  /** Slots the engine turns out to have no memory for. */
  missing: fc.constantFrom(0, 0, 1, 3),
  /** Tokens that all slots hold together: at least one full sequence. */
  memory: fc.constantFrom(Infinity, Infinity, CONTEXT, 2 * CONTEXT),
  sequencesPerForward: fc.constantFrom(Infinity, Infinity, 1, 2),
  /** Beyond the one that each sequence of a forward has. */
  outputs: fc.constantFrom(Infinity, 6),
});

async function answerOf(model: ReturnType<typeof openReference>, one: Request): Promise<unknown> {
  const never = new AbortController().signal;
  if (one.kind === 'score') return model.scoring.score(one.prefix, one.continuation, never);
  if (one.kind === 'evaluate') return valuesOf(model).evaluate([one.prefix], never);
  return collectTraces(model.sample(one.prefix, one.options, never), []);
}

/** What a cancelled request gave before it ended: of each trace, the first tokens. */
async function cancelledAnswerOf(
  model: ReturnType<typeof openReference>,
  one: Request & { kind: 'sample' },
): Promise<CollectedTrace[]> {
  const controller = new AbortController();
  void turns(one.abortAt).then(() => controller.abort());
  const traces: CollectedTrace[] = [];
  try {
    await collectTraces(model.sample(one.prefix, one.options, controller.signal), traces, one.closeAfter);
  } catch (error) {
    expect(error).toMatchObject({ name: 'AbortError' });
  }
  return traces;
}

function expectBeginningOf(traces: readonly CollectedTrace[], whole: readonly CollectedTrace[]): void {
  for (const [index, trace] of traces.entries()) {
    if (trace === undefined) continue;
    const full = whole[index];
    expect(trace.tokens).toEqual(full?.tokens.slice(0, trace.tokens.length));
    if (trace.reason !== null) expect(trace).toEqual(full);
  }
}

describe('the runtime, whatever it is asked at once', () => {
  it('answers each request as if it were alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 7 }),
        limits,
        fc.boolean(),
        async (requests, size, slow) => {
          const pause = slow ? turn : () => Promise.resolve();
          const { engine, model } = openRuntime({ ...size, vocabulary: VOCABULARY, context: CONTEXT, pause });
          engine.hideSlots = Math.min(size.missing, size.slots - 1);
          await Promise.all(
            requests.map(async (one) => {
              await turns(one.arrival);
              const reference = openReference({ vocabulary: VOCABULARY, context: CONTEXT });
              if (one.kind === 'sample' && (one.closeAfter < NEVER || one.abortAt < NEVER)) {
                const traces = await cancelledAnswerOf(model, one);
                expectBeginningOf(traces, (await answerOf(reference, one)) as CollectedTrace[]);
              } else {
                expect(await answerOf(model, one)).toEqual(await answerOf(reference, one));
              }
            }),
          );
          await turns(3);
          const usage = model.usage();
          expect(usage.forwards).toBe(engine.forwards);
          expect(usage.prefilledTokens).toBeLessThanOrEqual(engine.rowsFed);
          expect(engine.usedSlots).toBeLessThanOrEqual(size.slots);
          model.close();
          expect(engine.usedSlots).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  }, 30_000);

  it('draws the same tokens however n is split over requests', async () => {
    await fc.assert(
      fc.asyncProperty(
        prefix,
        options,
        fc.integer({ min: 0, max: 5 }),
        limits,
        async (tokens, how, cut, size) => {
          const { model } = openRuntime({ ...size, vocabulary: VOCABULARY, context: CONTEXT });
          const never = new AbortController().signal;
          const [n, first] = [how.n ?? 1, how.firstIndex ?? 0];
          const at = Math.min(cut, n);
          const [whole, left, right] = await Promise.all([
            collectTraces(model.sample(tokens, how, never), []),
            collectTraces(model.sample(tokens, { ...how, n: at }, never), []),
            collectTraces(model.sample(tokens, { ...how, n: n - at, firstIndex: first + at }, never), []),
          ]);
          expect([...left, ...right]).toEqual(whole);
          model.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

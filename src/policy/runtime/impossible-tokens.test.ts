import { expect, test } from 'vitest';
import { createRuntimeModel } from './runtime-model.ts';
import type { Extension, ForwardOutput } from './step-engine.ts';
import { HashEngine } from './testing/hash-engine.ts';
import { collectTraces, infoFor, never, plainSampling, turn } from './testing/harness.ts';
import { plainCodec } from './testing/plain-codec.ts';

/** Of its tokens only 6 and 7 can follow anything, as where a model masks the rest of its vocabulary. */
class MaskedEngine extends HashEngine {
  override async forward(batch: readonly Extension[]): Promise<ForwardOutput> {
    const output = await super.forward(batch);
    return {
      ...output,
      logits: output.logits.map((logit, place) =>
        [6, 7].includes(place % this.vocabulary) ? logit : -Infinity,
      ),
    };
  }
}

test('a token that cannot be drawn is no alternative, and where it is forced nobody says how likely it was: a log holds no infinite number', async () => {
  const engine = new MaskedEngine();
  const model = createRuntimeModel({
    engine,
    codec: plainCodec,
    info: infoFor(engine.context),
    now: () => 0,
    breathe: turn,
  });
  const [trace] = await collectTraces(
    model.sample([6], { ...plainSampling, maxTokens: 3, alternatives: 5, forced: [8, 7] }, never),
    [],
  );
  expect(trace!.tokens.map(({ id, forced }) => [id, forced])).toEqual([
    [8, true],
    [7, true],
    ...trace!.tokens.slice(2).map(({ id }) => [id, false]),
  ]);
  expect(trace!.tokens.map(({ logprob }) => logprob === null)).toEqual([
    true,
    false,
    ...trace!.tokens.slice(2).map(() => false),
  ]);
  for (const { alternatives } of trace!.tokens)
    expect(new Set(alternatives.map(({ id }) => id))).toEqual(new Set([6, 7]));
  expect(JSON.parse(JSON.stringify(trace!.tokens))).toEqual(trace!.tokens);
});

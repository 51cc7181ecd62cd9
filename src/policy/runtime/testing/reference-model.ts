import type { EndReason, LoggedToken, TokenPlacement, Usage } from '#run/events.ts';
import type {
  LanguageModel,
  ModelInfo,
  ModelWith,
  SampleEvent,
  SampleOptions,
  TokenId,
  Values,
} from '#policy/language-model.ts';
import { randomStream } from '../random.ts';
import { Sampler } from '../sampler.ts';
import type { Slot, StepEngine } from '../step-engine.ts';
import type { TokenCodec } from '../token-codec.ts';

/**
 * The simplest language model over a step engine, as a reference for the runtime: one sequence at a time, one token per
 * forward after the prompt, the slot freed at the end of each. No batching, no cache, no abort signals.
 *
 * It shares only the sampler with the runtime, which has its own tests.
 */
export function createReferenceModel(
  engine: StepEngine,
  codec: TokenCodec,
  info: ModelInfo,
): LanguageModel & ModelWith<'scoring'> {
  const sampler = new Sampler(engine.vocabulary, engine.createSoftmax?.());
  const context = Math.min(info.context, engine.context);
  let usage = { prefilledTokens: 0, cachedTokens: 0, decodedTokens: 0, forwards: 0, modelSeconds: 0 };

  /** Feeds tokens in pieces as large as a forward takes; returns the output after the last. */
  async function feed(
    slot: Slot,
    tokens: readonly TokenId[],
  ): Promise<{ logits: Float32Array; value: number }> {
    let last: { logits: Float32Array; value: number } = { logits: new Float32Array(0), value: NaN };
    for (let at = 0; at < tokens.length; at += engine.rows) {
      const piece = tokens.slice(at, at + engine.rows);
      const output = await engine.forward([{ slot, tokens: piece, outputs: 1 }]);
      usage = { ...usage, forwards: usage.forwards + 1 };
      last = { logits: output.logits, value: output.values?.[0] ?? NaN };
    }
    return last;
  }

  async function feedPrompt(slot: Slot, tokens: readonly TokenId[]) {
    usage = { ...usage, prefilledTokens: usage.prefilledTokens + tokens.length };
    return feed(slot, tokens);
  }

  async function* complete(
    prefix: readonly TokenId[],
    options: SampleOptions,
    index: number,
  ): AsyncGenerator<SampleEvent> {
    const forced = options.forced ?? [];
    const random = randomStream(options.seed, (options.firstIndex ?? 0) + index);
    const reader = codec.reader(prefix);
    const pieces: { text: string; placement: TokenPlacement }[] = [];
    const isFull = (count: number): EndReason | null => {
      if (count < forced.length) return null;
      if (count - forced.length >= options.maxTokens) return 'length';
      return prefix.length + count >= context ? 'context' : null;
    };
    const slot = engine.create();
    try {
      let { logits } = await feedPrompt(slot, prefix);
      for (let count = 0; ; count++) {
        // Only if nothing may be drawn at all: other ends are detected right after the token that causes them.
        const full = count === 0 ? isFull(0) : null;
        if (full !== null) return yield { type: 'end', index, reason: full };
        sampler.load(logits);
        const isForced = count < forced.length;
        const id = isForced ? (forced[count] as TokenId) : sampler.draw(options, random);
        const read = reader.read(id);
        pieces.push(read);
        usage = { ...usage, decodedTokens: usage.decodedTokens + 1 };
        const alternatives = sampler
          .likeliestTokens(options.alternatives ?? 0)
          .map((other) => ({ id: other, text: codec.decode([other]), logprob: sampler.logprob(other) }));
        const token: LoggedToken = {
          id,
          ...read,
          logprob: sampler.logprob(id),
          forced: isForced,
          alternatives,
        };
        yield { type: 'token', index, token };
        let reason: EndReason | null = null;
        if (count >= forced.length - 1 && codec.endOfText.has(id)) reason = 'end-of-text';
        else if (!isForced && hasStopped(pieces, options.stop ?? [])) reason = 'stop';
        else reason = isFull(count + 1);
        if (reason !== null) return yield { type: 'end', index, reason };
        ({ logits } = await feed(slot, [id]));
      }
    } finally {
      engine.drop(slot);
    }
  }

  const values: Values = {
    async evaluate(prefixes) {
      const read: number[] = [];
      for (const prefix of prefixes) {
        const slot = engine.create();
        read.push((await feedPrompt(slot, prefix)).value);
        engine.drop(slot);
      }
      return read;
    },
  };
  return {
    info,
    prompt: (problem, style) => codec.prompt(problem, style),
    encode: (text) => codec.encode(text),
    decode: (tokens) => codec.decode(tokens),
    describe: (tokens) => {
      const reader = codec.reader([]);
      return tokens.map((id) => ({ id, ...reader.read(id), logprob: null, forced: false, alternatives: [] }));
    },
    async *sample(prefix, options) {
      for (let index = 0; index < (options.n ?? 1); index++) yield* complete(prefix, options, index);
    },
    scoring: {
      async score(prefix, continuation) {
        const slot = engine.create();
        const logprobs: number[] = [];
        let { logits } = await feedPrompt(slot, prefix);
        for (const token of continuation) {
          sampler.load(logits);
          logprobs.push(sampler.logprob(token));
          if (logprobs.length < continuation.length) ({ logits } = await feedPrompt(slot, [token]));
        }
        engine.drop(slot);
        return logprobs;
      },
    },
    ...(engine.hasValueHead ? { values } : {}),
    usage: (): Usage => usage,
    close: () => {},
  };
}

function hasStopped(
  pieces: readonly { text: string; placement: TokenPlacement }[],
  stops: readonly string[],
): boolean {
  const parts: string[] = [];
  for (const { text, placement } of pieces) {
    // A digit goes in front of the number that the last part is.
    if (placement === 'digit') parts.push(text + (parts.pop() ?? ''));
    else parts.push(...(placement === 'word' && parts.length > 0 ? [' '] : []), text);
  }
  const all = parts.join('');
  const last = pieces.at(-1);
  // Completed by the last token: at the end or within its text.
  const own = last?.placement === 'digit' ? 1 : (last?.text.length ?? 0);
  return stops.some(
    (stop) => stop !== '' && all.lastIndexOf(stop) + stop.length > all.length - own && all.includes(stop),
  );
}

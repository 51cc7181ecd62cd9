import type { LoggedToken } from '#run/token.ts';
import type { LanguageModel, SampleEvent, SampleOptions, TokenId } from '../language-model.ts';
import { mergeIterables } from '../merge-iterables.ts';

/**
 * Samples completions, some of which continue logged ones. Each continued one is a separate request with its own random
 * stream, so that it draws the same tokens as without the interruption.
 *
 * @param begun by completion: its tokens so far, forced ones first; [] for a new one.
 */
export function sampleOn(
  model: LanguageModel,
  prefix: readonly TokenId[],
  options: SampleOptions,
  begun: readonly (readonly LoggedToken[])[],
  signal: AbortSignal,
): AsyncIterable<SampleEvent> {
  if (begun.every((tokens) => tokens.length === 0))
    return model.sample(prefix, { ...options, n: begun.length }, signal);
  return merged(
    begun.map((recalled, index) =>
      numbered(index, () =>
        model.sample(
          prefix,
          { ...options, n: 1, firstIndex: (options.firstIndex ?? 0) + index, recalled },
          signal,
        ),
      ),
    ),
  );
}

/** Makes its request only when it is read, so that a pool sees the load of the requests before it. */
async function* numbered(index: number, ask: () => AsyncIterable<SampleEvent>): AsyncGenerator<SampleEvent> {
  for await (const event of ask()) yield { ...event, index };
}

async function* merged(parts: readonly AsyncIterable<SampleEvent>[]): AsyncGenerator<SampleEvent> {
  for await (const batch of mergeIterables(parts)) {
    for (const { item } of batch) yield item;
  }
}

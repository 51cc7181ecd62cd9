import type { LoggedToken } from '#run/token.ts';
import type { LanguageModel, SampleEvent, SampleOptions, TokenId } from '../language-model.ts';
import { mergeIterables } from '../merge-iterables.ts';

/**
 * Samples completions of which some were begun before. Each of those is a request of its own with its own random stream,
 * so that it draws what it would have drawn.
 *
 * @param begun by completion: its tokens so far, forced ones first; [] for one that is new.
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

/** Asks when it is read, so that a pool sees what the requests before it have taken. */
async function* numbered(index: number, ask: () => AsyncIterable<SampleEvent>): AsyncGenerator<SampleEvent> {
  for await (const event of ask()) yield { ...event, index };
}

async function* merged(parts: readonly AsyncIterable<SampleEvent>[]): AsyncGenerator<SampleEvent> {
  for await (const batch of mergeIterables(parts)) {
    for (const { item } of batch) yield item;
  }
}

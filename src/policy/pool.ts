import { itemAt } from '#experiment/surely.ts';
import { noUsage } from '#run/events.ts';
import type { LanguageModel, SampleEvent, SampleOptions, SamplingModel } from './language-model.ts';
import { mergeIterables } from './merge-iterables.ts';
import { delegatedTo } from './model-parts.ts';
import { addUsage } from './usage.ts';

/** The fewest completions that are worth another prefill of the prompt on a member. */
const fewestPerMember = 2;

/**
 * Several copies of one model as one: the completions of a request are split over them. Random streams belong to
 * completions, and a sequence's outputs depend on its own tokens only, so tokens don't depend on which member served them.
 *
 * @param first handles everything except sampling.
 * @param copies only sample.
 */
export function createPool(first: LanguageModel, copies: readonly SamplingModel[]): LanguageModel {
  /** `load`: completions in flight; new ones go to the least loaded. */
  const members = [first, ...copies].map((model: SamplingModel) => ({ model, load: 0 }));

  async function* sampleOn(
    member: (typeof members)[number],
    prefix: readonly number[],
    options: SampleOptions,
    offset: number,
    signal: AbortSignal,
  ): AsyncGenerator<SampleEvent> {
    const n = options.n ?? 1;
    member.load += n;
    try {
      for await (const event of member.model.sample(prefix, options, signal))
        yield { ...event, index: event.index + offset };
    } finally {
      member.load -= n;
    }
  }

  return {
    ...delegatedTo(first),
    // A generator, so that loads are read when the request starts and include earlier requests of the same tick.
    async *sample(prefix, options, signal) {
      let offset = 0;
      const parts = splitLoad(
        options.n ?? 1,
        members.map(({ load }) => load),
      ).map(({ member, n }) => {
        const part = sampleOn(
          itemAt(members, member),
          prefix,
          { ...options, n, firstIndex: (options.firstIndex ?? 0) + offset },
          offset,
          signal,
        );
        offset += n;
        return part;
      });
      const [only, ...others] = parts;
      yield* only && others.length === 0 ? only : merged(parts);
    },
    usage: () => members.map(({ model }) => model.usage()).reduce(addUsage, noUsage),
    close: () => members.forEach(({ model }) => model.close()),
  };
}

async function* merged(parts: readonly AsyncIterable<SampleEvent>[]): AsyncGenerator<SampleEvent> {
  for await (const batch of mergeIterables(parts)) {
    for (const { item } of batch) yield item;
  }
}

/** Distributes n completions so that loads are even afterwards, with as few members as possible. */
export function splitLoad(
  n: number,
  load: readonly number[],
): readonly { readonly member: number; readonly n: number }[] {
  const members = Math.max(1, Math.min(load.length, Math.floor(n / fewestPerMember)));
  const chosen = load
    .map((busy, member) => ({ member, busy }))
    .sort((a, b) => a.busy - b.busy || a.member - b.member)
    .slice(0, members);
  const shares = chosen.map(({ member, busy }) => ({ member, busy, n: 0 }));
  for (let given = 0; given < n; given++) {
    const idlest = shares.reduce((best, share) => (share.busy + share.n < best.busy + best.n ? share : best));
    idlest.n++;
  }
  return shares.filter((share) => share.n > 0).map(({ member, n: share }) => ({ member, n: share }));
}

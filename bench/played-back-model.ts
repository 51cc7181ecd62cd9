import type { LanguageModel, SampleEvent } from '#policy/language-model.ts';
import { delegatedTo } from '#policy/model-parts.ts';

/** What a model answered, call by call. */
export interface Recording {
  readonly samples: SampleEvent[][];
  readonly values: (readonly number[])[];
}

/** The model, writing down what it answers. */
export function recorded(model: LanguageModel): {
  readonly model: LanguageModel;
  readonly recording: Recording;
} {
  const recording: Recording = { samples: [], values: [] };
  const { values } = model;
  return {
    recording,
    model: {
      ...delegatedTo(model),
      sample(...args) {
        const events: SampleEvent[] = [];
        recording.samples.push(events);
        return tee(model.sample(...args), events);
      },
      ...(values && {
        values: {
          async evaluate(...args) {
            const place = recording.values.push([]) - 1;
            return (recording.values[place] = await values.evaluate(...args));
          },
        },
      }),
    },
  };
}

/** Gives the recorded answers at once, in the order of the calls: what is left is the caller's own time. */
export function playedBack(model: LanguageModel, { samples, values }: Recording): LanguageModel {
  let [sample, value] = [0, 0];
  return {
    ...delegatedTo(model),
    sample: () => atOnce(samples[sample++] ?? []),
    ...(model.values && { values: { evaluate: () => Promise.resolve(values[value++] ?? []) } }),
  };
}

async function* tee(stream: AsyncIterable<SampleEvent>, into: SampleEvent[]): AsyncGenerator<SampleEvent> {
  for await (const event of stream) {
    into.push(event);
    yield event;
  }
}

function atOnce(events: readonly SampleEvent[]): AsyncIterable<SampleEvent> {
  return {
    [Symbol.asyncIterator]: () => {
      let place = 0;
      return {
        next: () =>
          Promise.resolve<IteratorResult<SampleEvent>>(
            place < events.length
              ? { done: false, value: events[place++]! }
              : { done: true, value: undefined },
          ),
      };
    },
  };
}

import type { LanguageModel, SampleEvent } from '#policy/language-model.ts';

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
  return {
    recording,
    model: {
      ...delegated(model),
      sample(...args) {
        const events: SampleEvent[] = [];
        recording.samples.push(events);
        return tee(model.sample(...args), events);
      },
      async evaluate(...args) {
        const place = recording.values.push([]) - 1;
        return (recording.values[place] = await model.evaluate(...args));
      },
    },
  };
}

/** Gives the recorded answers at once, in the order of the calls: what is left is the caller's own time. */
export function playedBack(model: LanguageModel, { samples, values }: Recording): LanguageModel {
  let [sample, value] = [0, 0];
  return {
    ...delegated(model),
    sample: () => atOnce(samples[sample++] ?? []),
    evaluate: () => Promise.resolve(values[value++] ?? []),
  };
}

/** Methods of a class do not spread. */
function delegated(model: LanguageModel): LanguageModel {
  return {
    info: model.info,
    prompt: (...args) => model.prompt(...args),
    encode: (...args) => model.encode(...args),
    decode: (...args) => model.decode(...args),
    describe: (...args) => model.describe(...args),
    sample: (...args) => model.sample(...args),
    score: (...args) => model.score(...args),
    evaluate: (...args) => model.evaluate(...args),
    usage: () => model.usage(),
    close: () => model.close(),
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

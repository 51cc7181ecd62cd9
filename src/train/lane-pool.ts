import type {
  OptimiserStep,
  TrainedWeights,
  TrainingWeights,
  TrainSequence,
} from '#policy/runtime/train-engine.ts';
import type {
  Lane,
  TraceLesson,
  LessonRule,
  SampleWish,
  SequenceLogs,
  ShardGradient,
  WrittenTrace,
} from './lane.ts';

/** What the loop asks of those that compute. */
export interface LanePool {
  /** Traces of each problem, with the weights of now. */
  sample(wishes: readonly SampleWish[], signal: AbortSignal): Promise<readonly (readonly WrittenTrace[])[]>;
  /** Log-probabilities of what was written, in the order of the sequences. */
  logs(
    sequences: readonly TrainSequence[],
    wish: { readonly weights: readonly TrainedWeights[]; readonly temperature: number },
  ): Promise<readonly SequenceLogs[]>;
  /** The gradient of all lessons together. */
  gradient(lessons: readonly TraceLesson[], rule: LessonRule): Promise<ShardGradient>;
  /** Steps along a gradient of the loss. Returns its length before it was cut. */
  apply(gradient: Float32Array, step: OptimiserStep): Promise<number>;
  /** `weights.bin` of the model as it is now. */
  exported(): Promise<Uint8Array<ArrayBuffer>>;
  /** All that is needed to go on exactly. */
  weights(): Promise<TrainingWeights>;
  take(weights: Pick<TrainingWeights, 'parameters'> & Partial<TrainingWeights>): Promise<void>;
  close(): void;
}

/** Shards that a gradient is computed in, however many lanes there are. */
export const shardCount = 8;

/**
 * A pool of one or more lanes. Problems, sequences and shards are spread over them. A gradient is always computed in the same
 * shards and summed in their order, so that the number of lanes changes not a bit of it.
 */
export function poolOf(lanes: readonly Lane[]): LanePool {
  const [first] = lanes;
  if (!first) throw new RangeError('A pool needs a lane');
  /** Has each lane do a run of neighbours, and puts what comes back in their order. */
  const spread = async <Item, Result>(
    items: readonly Item[],
    act: (lane: Lane, part: readonly Item[]) => Promise<readonly Result[]>,
  ): Promise<readonly Result[]> => {
    const parts = lanes.map((lane, at) => {
      const part = items.slice(
        Math.round((at * items.length) / lanes.length),
        Math.round(((at + 1) * items.length) / lanes.length),
      );
      return part.length > 0 ? act(lane, part) : Promise.resolve([]);
    });
    return (await Promise.all(parts)).flat();
  };
  return {
    sample: (wishes, signal) => spread(wishes, (lane, part) => lane.sample(part, signal)),
    logs: (sequences, wish) => spread(sequences, (lane, part) => lane.logs(part, wish)),
    gradient: async (lessons, rule) =>
      summed(await spread(shardsOf(lessons), (lane, part) => lane.gradients(part, rule))),
    async apply(gradient, step) {
      const [length = 0] = await Promise.all(lanes.map((lane) => lane.apply(gradient, step)));
      return length;
    },
    exported: () => first.exported(),
    weights: () => first.weights(),
    async take(weights) {
      await Promise.all(lanes.map((lane) => lane.take(weights)));
    },
    close() {
      for (const lane of lanes) lane.close();
    },
  };
}

/** Lessons dealt out in turn, so that each shard has short and long ones of each group. Empty shards are left out. */
export function shardsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const shards = Array.from({ length: shardCount }, (_, shard) =>
    items.filter((_item, at) => at % shardCount === shard),
  );
  return shards.filter(({ length }) => length > 0);
}

/** In f32, in order. Takes over the first gradient. */
function summed(shards: readonly ShardGradient[]): ShardGradient {
  const [first, ...rest] = shards;
  if (!first) throw new RangeError('There is nothing to learn from');
  const { gradient } = first;
  let { tokens, kl, clipped } = first;
  for (const shard of rest) {
    const other = shard.gradient;
    for (let at = 0; at < gradient.length; at += 1) gradient[at] = (gradient[at] ?? 0) + (other[at] ?? 0);
    tokens += shard.tokens;
    kl += shard.kl;
    clipped += shard.clipped;
  }
  return { gradient, tokens, kl, clipped };
}

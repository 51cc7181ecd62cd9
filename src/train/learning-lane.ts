import { answerOf } from '#answers/answer-of.ts';
import { grade } from '#answers/grade.ts';
import type { Problem } from '#experiment/problem.ts';
import { isWellFormed } from '#lab/grpo/rewards.ts';
import type { TokenId } from '#policy/language-model.ts';
import type { ForgettingModel } from '#policy/runtime/runtime-model.ts';
import type { TrainEngine, TrainSequence } from '#policy/runtime/train-engine.ts';
import type { EndReason, LoggedToken } from '#run/events.ts';
import type { Lane, LessonRule, SampleWish, ShardGradient, TraceLesson, WrittenTrace } from './lane.ts';
import { pushesOf } from './lessons.ts';

/** What a lane works with. Both begin with the same weights. */
export interface LaneParts {
  readonly engine: TrainEngine;
  /** Samples from the weights that it was given last. */
  readonly model: ForgettingModel;
  /** Gives the sampling model other weights: what `TrainEngine.exported` returns. */
  readonly replace: (weights: Uint8Array) => void;
}

/** A lane in this thread. */
export function createLane({ engine, model, replace }: LaneParts): Lane {
  const renew = () => {
    replace(engine.exported());
    model.forget();
  };
  return {
    sample: (wishes, signal) => Promise.all(wishes.map((wish) => sampled(model, wish, signal))),
    async logs(sequences, { weights, temperature }) {
      const of = (which: (typeof weights)[number]) =>
        weights.includes(which)
          ? batchesOf(sequences, engine.rows, (sequence) => sequence).flatMap((batch) =>
              engine.forward(batch, { weights: which, temperature }).map((logs) => logs.slice()),
            )
          : null;
      const [policy, reference] = [of('policy'), of('reference')];
      return sequences.map((_, at) => ({
        policy: policy?.[at] ?? null,
        reference: reference?.[at] ?? null,
      }));
    },
    gradients: async (shards, rule) => shards.map((lessons) => shardGradient(engine, lessons, rule)),
    async apply(gradient, step) {
      const length = engine.step(gradient, step);
      renew();
      return length;
    },
    exported: async () => engine.exported(),
    weights: async () => engine.weights(),
    async take({ parameters, moments, updates }) {
      const zero = () => new Float32Array(engine.parameters);
      engine.take({ parameters, moments: moments ?? [zero(), zero()], updates: updates ?? 0 });
      renew();
    },
    close: () => model.close(),
  };
}

/** Forward and backward of a shard, from a gradient of zero. */
function shardGradient(
  engine: TrainEngine,
  lessons: readonly TraceLesson[],
  rule: LessonRule,
): ShardGradient {
  let [tokens, kl, clipped] = [0, 0, 0];
  for (const batch of batchesOf(lessons, engine.rows, ({ sequence }) => sequence)) {
    const logs = engine.forward(
      batch.map(({ sequence }) => sequence),
      { weights: 'policy', temperature: rule.temperature },
    );
    const pushed = batch.map((lesson, at) => {
      const own = logs[at] ?? new Float32Array();
      const pushes = pushesOf(lesson, own, rule);
      tokens += own.length;
      kl += pushes.kl;
      clipped += pushes.clipped;
      return { pushes: pushes.pushes, values: lesson.values };
    });
    engine.backward(pushed, rule.valueWeight);
  }
  return { gradient: engine.takeGradient(), tokens, kl, clipped };
}

/** Neighbours, as many as a forward takes. */
export function batchesOf<Item>(
  items: readonly Item[],
  rows: number,
  sequenceOf: (item: Item) => TrainSequence,
): readonly (readonly Item[])[] {
  const batches: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const { length } = sequenceOf(item).tokens;
    if (length > room || batches.length === 0) {
      batches.push([]);
      room = rows;
    }
    batches.at(-1)?.push(item);
    room -= length;
  }
  return batches;
}

async function sampled(
  model: ForgettingModel,
  { problem, effort, count, seed, temperature, maxTokens }: SampleWish,
  signal: AbortSignal,
): Promise<readonly WrittenTrace[]> {
  const prompt = model.prompt(problem, { kind: 'think', effort });
  const drawn = Array.from({ length: count }, (): LoggedToken[] => []);
  const ends: EndReason[] = [];
  const sampling = { n: count, seed, temperature, maxTokens, topK: 0, topP: 1, minP: 0 };
  for await (const event of model.sample(prompt, sampling, signal)) {
    if (event.type === 'token') drawn[event.index]?.push(event.token);
    else ends[event.index] = event.reason;
  }
  return drawn.map((tokens, at) => read(model, problem, prompt, { tokens, reason: ends[at] ?? 'length' }));
}

/** What a trace says. */
function read(
  model: ForgettingModel,
  problem: Problem,
  prompt: readonly TokenId[],
  completion: { readonly tokens: readonly LoggedToken[]; readonly reason: EndReason },
): WrittenTrace {
  const { tokens } = completion;
  const ids = tokens.map(({ id }) => id);
  const answer = answerOf(problem, completion);
  const { thinking, stepEnds } = model.info;
  const { close, endOfText } = thinking ?? { close: '', endOfText: '' };
  const closed = tokens.findIndex(({ text }) => text === close);
  const endings = new Set([...stepEnds, close, endOfText]);
  return {
    sequence: { tokens: [...prompt, ...ids], start: prompt.length },
    text: model.decode(ids),
    answer: answer && { display: answer.display, key: answer.key },
    right: answer !== null && grade(problem, answer).outcome === 'right',
    formed: isWellFormed(tokens),
    thought: closed < 0 ? tokens.length : closed,
    waits: tokens.filter(({ role }) => role === 'wait').length,
    ends: tokens.flatMap(({ text }, at) => (endings.has(text) ? [prompt.length + at] : [])),
  };
}

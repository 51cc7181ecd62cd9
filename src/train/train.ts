import type { Problem } from '#experiment/problem.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { TrainingWeights } from '#policy/runtime/train-engine.ts';
import type { ModelStamp } from '#run/events.ts';
import type { LanePool } from './lane-pool.ts';
import type { TrainingEntry, TrainingEvent } from './events.ts';
import { shownGroup, shownTrace } from './judged.ts';
import type { WrittenTrace } from './lane.ts';
import { measuredProblems, trainingProblems } from './problems/draw.ts';
import { written } from './rewards.ts';
import type { TrainingSetup } from './setup.ts';
import { drawGroups, learnStep, stepMeasures } from './step.ts';

/** What a training gets from the world around it. */
export interface TrainingEnvironment {
  /** It computes on the model that the setup names, as it begins. */
  readonly pool: LanePool;
  readonly model: ModelStamp;
  /** Milliseconds. */
  readonly now: () => number;
  /** Pauses: what a step has begun to learn is finished, what it has only drawn is drawn again when it goes on. */
  readonly signal: AbortSignal;
}

/** Where an earlier training stood. */
export interface TrainingPlace {
  /** Steps done. */
  readonly step: number;
  /** The weights after them; without the optimiser's moments, where only these were kept. */
  readonly weights: Pick<TrainingWeights, 'parameters'> & Partial<TrainingWeights>;
  /** What was logged up to there: `logUntil` cuts a longer log. */
  readonly log: readonly TrainingEntry[];
}

/**
 * Trains a model by reinforcement, or by imitating what was right, and yields the log. The last entry says that it is finished, paused,
 * diverged or failed; nothing is thrown.
 *
 * Between two entries nothing is computed: whoever reads may ask the pool for the weights of now, to keep them or to go on from them.
 *
 * @param from goes on from there; only what is new is yielded. With the optimiser's moments that is, but for the entries that say so and
 *   the clock, the training that was never paused.
 */
export async function* trainModel(
  setup: TrainingSetup,
  { pool, model, now, signal }: TrainingEnvironment,
  from?: TrainingPlace,
): AsyncGenerator<TrainingEntry, void> {
  const started = now();
  const spent = from?.log.at(-1)?.at ?? 0;
  const entry = (event: TrainingEvent): TrainingEntry => ({
    at: spent + Math.round(now() - started) / 1000,
    event,
  });
  let step = from?.step ?? 0;
  try {
    const draw = await trainingProblems(setup.task);
    const heldOut = await measuredProblems(setup.task, Math.max(1, setup.measure.problems));
    if (from) {
      await pool.take(from.weights);
      const moments = from.weights.moments ? 'kept' : 'fresh';
      yield entry({ type: 'training-resumed', step, moments });
    } else yield entry({ type: 'training-started', setup, model });
    const done = from?.log ?? [];
    const has = (type: TrainingEvent['type']) =>
      done.some(({ event }) => event.type === type && 'step' in event && event.step === from?.step);
    for (;;) {
      const resumed = step === from?.step;
      for (const event of await look(setup, step, heldOut, pool, signal))
        if (!resumed || !has(event.type)) yield entry(event);
      if (step >= setup.steps) break;
      const groups = await drawGroups(setup, step + 1, pool, draw, signal);
      const learnt = await learnStep(setup, step + 1, groups, pool, signal);
      if (!learnt) {
        yield entry({ type: 'training-diverged', step });
        return;
      }
      step += 1;
      const [first] = groups;
      yield entry({
        type: 'step-done',
        step,
        measures: stepMeasures(setup, groups, learnt),
        group: first ? shownGroup(first) : null,
      });
    }
    yield entry({ type: 'training-finished', step });
  } catch (error) {
    yield entry(
      signal.aborted
        ? { type: 'training-paused', step }
        : { type: 'training-failed', step, failure: toFailure(error) },
    );
  }
}

/** The watched problem, and the held-out ones where they are due, answered greedily. The watched one is the first of them. */
async function look(
  setup: TrainingSetup,
  step: number,
  problems: readonly Problem[],
  pool: LanePool,
  signal: AbortSignal,
): Promise<readonly TrainingEvent[]> {
  const { measure, steps, effort, maxTokens } = setup;
  const due = measure.problems > 0 && (step % measure.every === 0 || step === steps);
  const [first] = problems;
  if (!first) return [];
  const wishes = (due ? problems : [first]).map((problem) => ({
    problem,
    effort: effort === 'both' ? ('low' as const) : effort,
    count: 1,
    seed: 0,
    temperature: 0,
    maxTokens,
  }));
  const traces = (await pool.sample(wishes, signal)).flat();
  const [watched] = traces;
  const mean = (of: (trace: WrittenTrace) => number) =>
    traces.reduce((sum, trace) => sum + of(trace), 0) / traces.length;
  return [
    ...(watched ? [{ type: 'watched', step, problem: first, trace: shownTrace(watched) } as const] : []),
    ...(due
      ? [
          {
            type: 'held-out-measured',
            step,
            right: traces.filter(({ right }) => right).length,
            of: traces.length,
            tokens: mean(written),
            thinking: mean(({ thought }) => Number(thought > 0)),
          } as const,
        ]
      : []),
  ];
}

/** The part of a log that belongs to the model after a step: all that came before the next one was done, pauses and ends left out. */
export function logUntil(log: readonly TrainingEntry[], step: number): readonly TrainingEntry[] {
  return log.filter(({ event }) => {
    switch (event.type) {
      case 'training-started':
        return true;
      case 'step-done':
      case 'held-out-measured':
      case 'watched':
      case 'training-resumed':
        return event.step <= step;
      case 'training-finished':
      case 'training-paused':
      case 'training-diverged':
      case 'training-failed':
        return false;
    }
  });
}

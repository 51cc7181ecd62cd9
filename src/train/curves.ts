import type { Failure } from '#run/failure.ts';
import type { ModelStamp } from '#run/events.ts';
import type { ShownGroup, StepMeasures, TrainingEntry, TrainingEvent } from './events.ts';
import type { TrainingSetup } from './setup.ts';

type EventOf<Type extends TrainingEvent['type']> = Omit<Extract<TrainingEvent, { type: Type }>, 'type'>;

/** A point of a curve: a step's measures, and when it was done. */
export interface StepPoint extends StepMeasures {
  readonly step: number;
  /** Seconds since the training began. */
  readonly at: number;
}

export type HeldOutPoint = EventOf<'held-out-measured'> & { readonly at: number };

/** How a training stands. */
export type TrainingStanding =
  | { readonly kind: 'going-on' | 'finished' | 'paused' | 'diverged' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A training up to a moment, as its log tells it. */
export interface TrainingState {
  readonly setup: TrainingSetup;
  readonly model: ModelStamp;
  /** Steps done. */
  readonly step: number;
  /** Seconds. */
  readonly at: number;
  readonly steps: readonly StepPoint[];
  readonly heldOut: readonly HeldOutPoint[];
  readonly watched: readonly EventOf<'watched'>[];
  /** A group of the last step. */
  readonly group: ShownGroup | null;
  readonly resumed: readonly EventOf<'training-resumed'>[];
  readonly standing: TrainingStanding;
}

/**
 * A log as curves, up to a step and what was measured right after it: all of it, unless told. Null where the log does not begin
 * with the beginning.
 */
export function foldTraining(log: readonly TrainingEntry[], upTo = Infinity): TrainingState | null {
  const [first] = log;
  if (first?.event.type !== 'training-started') return null;
  const { setup, model } = first.event;
  const steps: StepPoint[] = [];
  const heldOut: HeldOutPoint[] = [];
  const watched: EventOf<'watched'>[] = [];
  const resumed: EventOf<'training-resumed'>[] = [];
  let [step, at] = [0, first.at];
  let group: ShownGroup | null = null;
  let standing: TrainingStanding = { kind: 'going-on' };
  for (const { at: then, event } of log.slice(1)) {
    if ('step' in event && event.step > upTo) break;
    at = then;
    switch (event.type) {
      case 'training-started':
        break;
      case 'step-done':
        ({ step, group } = event);
        steps.push({ step, at, ...event.measures });
        break;
      case 'held-out-measured':
        heldOut.push({ ...event, at });
        break;
      case 'watched':
        watched.push(event);
        break;
      case 'training-resumed':
        resumed.push(event);
        standing = { kind: 'going-on' };
        break;
      case 'training-finished':
        standing = { kind: 'finished' };
        break;
      case 'training-paused':
        standing = { kind: 'paused' };
        break;
      case 'training-diverged':
        standing = { kind: 'diverged' };
        break;
      case 'training-failed':
        standing = { kind: 'failed', failure: event.failure };
        break;
    }
  }
  return { setup, model, step, at, steps, heldOut, watched, group, resumed, standing };
}

/** Points that `curve.json` has at most, and the digits of each measure: as `training/rl/curve.py` writes it. */
const mostPoints = 200;
const digits = { reward: 4, accuracy: 4, thinking: 4, tokens: 1, waits: 3, kl: 4 } as const;

/** `curve.json` of the model after a training's steps (`public/models/README.md`); null before the second step. `what`: one sentence. */
export function learningCurve(
  { setup, steps }: Pick<TrainingState, 'setup' | 'steps'>,
  what: string,
): object | null {
  if (steps.length < 2) return null;
  const stride = Math.ceil(steps.length / mostPoints);
  const points = Array.from({ length: Math.ceil(steps.length / stride) }, (_, at) => {
    const chunk = steps.slice(at * stride, (at + 1) * stride);
    const mean = (name: keyof typeof digits) =>
      Number(
        (chunk.reduce((sum, point) => sum + (point[name] ?? 0), 0) / chunk.length).toFixed(digits[name]),
      );
    const { reward, accuracy, thinking, tokens, waits } = {
      reward: mean('reward'),
      accuracy: mean('accuracy'),
      thinking: mean('thinking'),
      tokens: mean('tokens'),
      waits: mean('waits'),
    };
    const kl = steps.some((point) => point.kl !== null) ? { kl: mean('kl') } : {};
    return { step: chunk.at(-1)?.step ?? 0, reward, accuracy, thinking, tokens, waits, ...kl };
  });
  return { format: 1, family: setup.task.family, what, steps: points };
}

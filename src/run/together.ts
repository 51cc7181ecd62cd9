import { itemAt } from '#experiment/surely.ts';
import { algorithmSteps } from './algorithm-steps.ts';
import { keptByRun } from './by-run.ts';
import type { LogEntry } from './events.ts';

/**
 * What several runs are kept level by, on one timeline. `tokens`: each stands where it had drawn that many, which is fair at
 * equal cost. `share`: each where it had drawn that many per cent of all that it drew. `time`: each where it was that
 * many milliseconds after its own start.
 */
export type Pace = 'tokens' | 'share' | 'time';
export const paces: readonly Pace[] = ['tokens', 'share', 'time'];

type Log = readonly LogEntry[];

/** Tokens drawn and milliseconds gone by after each number of entries. Reads a log once, however it grows. */
class Spending {
  readonly #tokens = [0];
  readonly #times = [0];
  #inTraces = 0;
  /** The usage counts what is in no trace too; before the end it may be ahead of the log, or behind it. */
  #counted = 0;

  upTo(log: Log): this {
    for (let read = this.#tokens.length - 1; read < log.length; read++) {
      const { at, event } = itemAt(log, read);
      if (event.type === 'token') this.#inTraces += 1;
      if (event.type === 'usage') this.#counted = event.usage.decodedTokens;
      this.#tokens.push(endsRun(event) ? Math.max(this.#inTraces, this.#counted) : this.#inTraces);
      this.#times.push(Math.max(at, this.#times.at(-1) ?? 0));
    }
    return this;
  }

  /** What has been spent after each number of entries; it never falls. */
  by(pace: Pace): readonly number[] {
    return pace === 'time' ? this.#times : this.#tokens;
  }
}

const endsRun = ({ type }: LogEntry['event']): boolean =>
  type === 'run-finished' || type === 'run-cancelled' || type === 'run-failed';

const spendingOf = keptByRun(() => new Spending());

/** Where a log's end stands on the timeline. */
const endOf = (log: Log, pace: Pace): number => spendingOf(log).upTo(log).by(pace)[log.length] ?? 0;

/** Where the last of several runs ends on their timeline: tokens, milliseconds, or 100 per cent. */
export function extentOf(logs: readonly Log[], pace: Pace): number {
  return pace === 'share' ? 100 : Math.max(0, ...logs.map((log) => endOf(log, pace)));
}

/** Where on the timeline a run stands after `cursor` of its entries. */
export function placeAt(log: Log, pace: Pace, cursor: number): number {
  const spent = spendingOf(log).upTo(log).by(pace)[cursor] ?? 0;
  if (pace !== 'share') return spent;
  const end = endOf(log, pace);
  return end === 0 ? 100 : (spent / end) * 100;
}

/** How many entries of a run had happened at a place of the timeline; all of them where it had ended by then. */
export function cursorAt(log: Log, pace: Pace, place: number): number {
  const spent = spendingOf(log).upTo(log).by(pace);
  // What a share comes to may be off by a rounding error: a token is a whole one.
  const most = pace === 'share' ? (place / 100) * endOf(log, pace) + 1e-9 : place;
  let [low, high] = [0, log.length];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (itemAt(spent, middle) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** One step back or forth on the timeline: a token, a per cent, or a two-hundredth of the time. */
export function oneStepFrom(logs: readonly Log[], pace: Pace, place: number, by: number): number {
  const extent = extentOf(logs, pace);
  const one = pace === 'time' ? Math.max(1, Math.round(extent / 200)) : 1;
  return Math.min(extent, Math.max(0, Math.round(place) + by * one));
}

/** The nearest place before or after at which any of the runs took a step of its algorithm; the start or the end where none did. */
export function algorithmStepFrom(logs: readonly Log[], pace: Pace, place: number, way: 1 | -1): number {
  const places = logs.flatMap((log) =>
    algorithmSteps(log).map(({ cursor }) => Math.ceil(placeAt(log, pace, cursor))),
  );
  return way > 0
    ? Math.min(extentOf(logs, pace), ...places.filter((other) => other > place))
    : Math.max(0, ...places.filter((other) => other < place));
}

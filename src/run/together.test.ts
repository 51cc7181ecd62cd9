import { describe, expect, it } from 'vitest';
import type { LogEntry } from './events.ts';
import { logOf } from './testing/fixtures.ts';
import { stateAt } from './timeline.ts';
import { cursorAt, extentOf, paces, placeAt, oneStepFrom, algorithmStepFrom } from './together.ts';

/** 4 tokens, and two traces of 3 each. */
const short = logOf(['4 + </think> 13']);
const long = logOf(['4 </think> 13', '9 </think> 13']);
const tokens = (log: readonly LogEntry[], cursor: number): number => stateAt(log, cursor).tokens;

describe('runs on one timeline', () => {
  it('stand where each had drawn as many tokens, and one that has ended stays at its end', () => {
    expect(extentOf([short, long], 'tokens')).toBe(6);
    for (const place of [0, 1, 2, 3, 4, 5, 6]) {
      expect(tokens(short, cursorAt(short, 'tokens', place))).toBe(Math.min(4, place));
      expect(tokens(long, cursorAt(long, 'tokens', place))).toBe(place);
    }
    expect(cursorAt(short, 'tokens', 4)).toBe(short.length);
    expect(cursorAt(short, 'tokens', 1e9)).toBe(short.length);
  });

  it('stand at the same share of their own tokens', () => {
    expect(tokens(short, cursorAt(short, 'share', 50))).toBe(2);
    expect(tokens(long, cursorAt(long, 'share', 50))).toBe(3);
    expect(cursorAt(long, 'share', 100)).toBe(long.length);
    expect(extentOf([short, long], 'share')).toBe(100);
  });

  it('stand at the same time after their own start', () => {
    expect(extentOf([short, long], 'time')).toBe((long.length - 1) * 10);
    expect(cursorAt(short, 'time', 25)).toBe(3);
    expect(cursorAt(short, 'time', 0)).toBe(1);
  });

  it('never fall behind as the place moves on, whatever keeps them level', () => {
    for (const pace of paces) {
      for (const log of [short, long]) {
        let before = 0;
        for (let place = 0; place <= extentOf([short, long], pace); place++) {
          const cursor = cursorAt(log, pace, place);
          expect(cursor).toBeGreaterThanOrEqual(before);
          expect(placeAt(log, pace, cursor)).toBeLessThanOrEqual(place + 1e-6);
          before = cursor;
        }
        expect(before).toBe(log.length);
      }
    }
  });

  it('counts what was drawn but is in no trace at the end of the run', () => {
    const judged = short.map((entry): LogEntry => {
      const { event } = entry;
      return event.type === 'usage'
        ? { ...entry, event: { ...event, usage: { ...event.usage, decodedTokens: 10 } } }
        : { ...entry };
    });
    expect(extentOf([judged], 'tokens')).toBe(10);
    expect(tokens(judged, cursorAt(judged, 'tokens', 9))).toBe(4);
    expect(cursorAt(judged, 'tokens', 9)).toBeLessThan(judged.length);
  });

  it('grows with a log that goes on', () => {
    const growing = logOf(['7 * </think> 6']);
    const begun = growing.slice(0, 4);
    expect(extentOf([begun], 'tokens')).toBe(2);
    expect(cursorAt(begun, 'tokens', 5)).toBe(4);
    expect(extentOf([growing], 'tokens')).toBe(4);
    expect(placeAt(growing, 'share', growing.length)).toBe(100);
  });

  it('is stepped through by tokens and by steps of any of the algorithms', () => {
    expect(oneStepFrom([short, long], 'tokens', 3, 1)).toBe(4);
    expect(oneStepFrom([short, long], 'tokens', 6, 1)).toBe(6);
    expect(oneStepFrom([short, long], 'tokens', 0, -1)).toBe(0);
    // The only steps here are votes, at the end of each trace, and the choice.
    expect(algorithmStepFrom([short, long], 'tokens', 0, 1)).toBe(4);
    expect(algorithmStepFrom([short, long], 'tokens', 4, 1)).toBe(5);
    expect(algorithmStepFrom([short, long], 'tokens', 5, -1)).toBe(4);
    expect(algorithmStepFrom([short, long], 'tokens', 6, 1)).toBe(6);
  });
});

it('keeps a run that drew nothing at its end', () => {
  const none = logOf(['4']).filter(({ event }) => event.type !== 'token' && event.type !== 'usage');
  expect(cursorAt(none, 'tokens', 0)).toBe(none.length);
  expect(placeAt(none, 'share', 1)).toBe(100);
});

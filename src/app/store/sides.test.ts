import { describe, expect, it } from 'vitest';
import { logOf } from '#run/testing/fixtures.ts';
import { stateAt } from '#run/timeline.ts';
import { choosableOf, waysOf } from './sides.ts';

describe('what there is to choose among in a run', () => {
  const entries = logOf(['4 </think> 13', '9 </think> 13', '9 </think> 10']);
  const length = entries.findIndex(({ event }) => event.type === 'answer-extracted') + 1;

  it('is that of its end, and grows with it', () => {
    expect(choosableOf({ entries: entries.slice(0, length) })).toEqual({ traces: 1, ways: [] });
    expect(choosableOf({ entries })).toEqual({ traces: 3, ways: ['majority'] });
    expect(choosableOf({ entries: entries.slice(0, length) })).toEqual({ traces: 1, ways: [] });
  });

  it('is looked up again without leaving the place where the run is played', () => {
    waysOf({ entries });
    const played = stateAt(entries, 5);
    waysOf({ entries });
    // Had the timeline been elsewhere, this would be another object.
    expect(stateAt(entries, 5)).toBe(played);
  });
});

import { describe, expect, it } from 'vitest';
import { mostSnapshots, type ModelSnapshot, snapshotAt, withSnapshot } from './snapshots.ts';

const of = (step: number): ModelSnapshot => ({ step, weights: new Uint8Array(4) });
const after = (steps: number, most = mostSnapshots) => {
  let kept: readonly ModelSnapshot[] = [];
  for (let step = 1; step <= steps; step++) kept = withSnapshot(kept, of(step), most);
  return kept.map(({ step }) => step);
};

describe('snapshots', () => {
  it('all stay while there is room', () => expect(after(8, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]));
  it('are thinned evenly, and the latest one stays', () => {
    expect(after(9, 8)).toEqual([2, 4, 6, 8, 9]);
    expect(after(500, 8)).toEqual([64, 128, 192, 256, 320, 384, 448, 500]);
  });
  it('never grow beyond their bound', () => {
    for (const steps of [63, 64, 65, 500, 1999]) {
      const kept = after(steps);
      expect(kept.length).toBeLessThanOrEqual(mostSnapshots);
      expect(kept.at(-1)).toBe(steps);
    }
  });
  it('what went on from an earlier step takes the place of what followed it', () => {
    const kept = [of(1), of(2), of(3)];
    expect(withSnapshot(kept, of(2)).map(({ step }) => step)).toEqual([1, 2]);
  });
  it('the one in force at a step is the last before it', () => {
    const kept = [of(4), of(8)];
    expect([3, 4, 7, 9].map((step) => snapshotAt(kept, step)?.step)).toEqual([undefined, 4, 4, 8]);
  });
});

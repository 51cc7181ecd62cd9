import { describe, expect, it } from 'vitest';
import { limitsWithin, toLetGo } from './room.ts';

const kept = (id: string, changed: number, bytes: number, pinned = false) => ({ id, changed, bytes, pinned });

describe('room for what is kept', () => {
  it('is made by what is oldest, neither pinned nor going on', () => {
    const all = [kept('new', 9, 50), kept('pinned', 1, 50, true), kept('live', 2, 50), kept('old', 3, 50)];
    expect(toLetGo(all, { bytes: 160, count: 10 }, new Set(['live']))).toEqual(['old']);
    expect(toLetGo(all, { bytes: 1e9, count: 2 }, new Set(['live']))).toEqual(['old', 'new']);
    expect(toLetGo(all, { bytes: 200, count: 4 })).toEqual([]);
  });

  it('is made by runs before it is made by sweeps, however old', () => {
    const all = [{ ...kept('sweep', 1, 50), late: true }, kept('new', 9, 50), kept('old', 3, 50)];
    expect(toLetGo(all, { bytes: 60, count: 10 })).toEqual(['old', 'new']);
    expect(toLetGo(all, { bytes: 10, count: 10 })).toEqual(['old', 'new', 'sweep']);
  });

  it('is less where the browser has little left, and what is kept counts as room', () => {
    const limits = { bytes: 1000, count: 5 };
    expect(limitsWithin({}, 100, limits)).toEqual(limits);
    expect(limitsWithin({ usage: 900, quota: 1000 }, 100, limits).bytes).toBe(150);
    expect(limitsWithin({ usage: 1200, quota: 1000 }, 100, limits).bytes).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { cellAtPlace, matrixLayout, moveInMatrix } from './matrix-layout.ts';

describe('the matrix', () => {
  it.each([
    [50, 900],
    [200, 1100],
    [12, 300],
  ])('of %i problems fits into a width of %i', (problems, width) => {
    const { width: drawn } = matrixLayout({ arms: 4, problems }, width, 1);
    expect(drawn).toBeLessThanOrEqual(width);
  });
  it('scrolls rather than have cells that nobody can tell apart', () => {
    const { width, step } = matrixLayout({ arms: 12, problems: 1000 }, 600, 1);
    expect(step).toBeGreaterThanOrEqual(5);
    expect(width).toBe(step * 1000);
  });
  it('is never wider than a browser draws', () =>
    expect(matrixLayout({ arms: 2, problems: 20_000 }, 600, 1).width).toBeLessThan(6000));
  it('finds the cell below a place', () => {
    const shape = { arms: 3, problems: 10 };
    const layout = matrixLayout(shape, 200, 1);
    expect(cellAtPlace(layout, shape, layout.step * 4.5, layout.line * 2.5)).toEqual({ arm: 2, problem: 4 });
    expect(cellAtPlace(layout, shape, -1, 5)).toBeNull();
    expect(cellAtPlace(layout, shape, 5, layout.line * 3.1)).toBeNull();
  });
  it('is walked by keys, and not left by them', () => {
    const shape = { arms: 2, problems: 30 };
    const go = (key: string, arm = 0, problem = 0) => moveInMatrix({ arm, problem }, key, shape);
    expect(go('ArrowDown')).toEqual({ arm: 1, problem: 0 });
    expect(go('ArrowUp')).toEqual({ arm: 0, problem: 0 });
    expect(go('PageDown', 1, 15)).toEqual({ arm: 1, problem: 29 });
    expect(go('End', 1)).toEqual({ arm: 1, problem: 29 });
    expect(go('a')).toBeNull();
  });
});

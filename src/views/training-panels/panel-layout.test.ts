import { expect, it } from 'vitest';
import { panelLayout, panelStepAt, pointBefore } from './panel-layout.ts';

const line = (values: readonly number[]) => ({
  kind: 'sampled' as const,
  points: values.map((value, at) => ({ step: at + 1, value })),
});
const wide = { width: 300, steps: 50 };

it('one step far above the others does not flatten them', () => {
  const calm = Array.from({ length: 40 }, (_, at) => at / 400);
  const kl = panelLayout('kl', [line([...calm.slice(0, 30), 1000, ...calm.slice(31)])], wide);
  expect(kl.y.domain()[1]).toBeLessThan(0.2);
  // What is a little above them is not cut.
  const lively = panelLayout('kl', [line([...calm.slice(0, 38), 0.13, 0.15])], wide);
  expect(lively.y.domain()[1]).toBeGreaterThanOrEqual(0.15);
  // Of a few steps all are shown.
  expect(panelLayout('kl', [line([0.01, 2])], wide).y.domain()[1]).toBeGreaterThanOrEqual(2);
});

it('shares always go from none to all, and values may lie below zero', () => {
  expect(panelLayout('thinking', [line([0.1, 0.2])], wide).y.domain()).toEqual([0, 1]);
  expect(panelLayout('reward', [line([-0.4, 0.2])], wide).y.domain()[0]).toBeLessThanOrEqual(-0.4);
  expect(panelLayout('reward', [], wide).ticks.length).toBeGreaterThan(1);
});

it('values close to nothing have ticks that differ as they are written', () => {
  const points = [1, 2, 3].map((step) => ({ step, value: step / 10_000 }));
  const { ticks } = panelLayout('kl', [{ kind: 'sampled', points }], { width: 300, steps: 40 });
  const written = ticks.map(({ value }) => value.toFixed(2));
  expect(new Set(written).size).toBe(written.length);
});

it('a place in a panel is a step that is done, and has the last value before it', () => {
  const layout = panelLayout('reward', [line([0.1, 0.2, 0.3])], wide);
  expect(panelStepAt(layout, layout.x(2.2), 3)).toBe(2);
  expect([panelStepAt(layout, -50, 3), panelStepAt(layout, 290, 3)]).toEqual([0, 3]);
  const { points } = line([0.1, 0.2, 0.3]);
  expect([0, 2, 9].map((step) => pointBefore(points, step)?.step)).toEqual([undefined, 2, 3]);
});

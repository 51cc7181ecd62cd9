import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRun, anyTurns } from './arbitrary.ts';
import { runDifference } from './run-difference.ts';
import type { LogEntry } from '../events.ts';
import { metricsOf } from '../metrics.ts';
import { logOf } from './fixtures.ts';
import { fold } from '../fold.ts';
import { emptyRun } from '../state.ts';

test('how traces were interleaved and timed makes no other run', () => {
  fc.assert(
    fc.property(anyRun, anyTurns, anyTurns, (run, turns, others) => {
      expect(runDifference(run(turns, 3), run(others, 5))).toBeNull();
    }),
  );
});

test('metrics come from the log', () => {
  const log = logOf(['9 - 3 !Wait 2 </think> 24 <eos>', '1 </think> 7 <eos>']);
  const metrics = metricsOf(fold(emptyRun, log));
  expect(metrics).toMatchObject({
    tokens: 12,
    thoughtTokens: 6,
    answerTokens: 2,
    promptTokens: 24,
    cachedShare: 0.75,
    modelSeconds: 0.5,
  });
  expect(metrics.tokensPerSecond).toBeCloseTo(11 / metrics.decodeSeconds);
  expect(metrics.elapsedSeconds).toBeCloseTo((log.length - 1) / 100);
  expect(metricsOf(emptyRun)).toMatchObject({ tokens: 0, cachedShare: null, tokensPerSecond: null });
});

test('tokens recalled from an interrupted run make no run faster, and what that one had spent counts', () => {
  const spent = { prefilledTokens: 6, cachedTokens: 0, decodedTokens: 4, forwards: 5, modelSeconds: 0.25 };
  const log = logOf(['9 - 3 = 6 </think> 24']).map((entry): LogEntry => {
    const { event } = entry;
    if (event.type === 'run-started') return { ...entry, event: { ...event, resumed: { spent } } };
    return event.type === 'token' && entry.at < 60
      ? { ...entry, event: { ...event, recalled: true } }
      : entry;
  });
  const state = fold(emptyRun, log);
  expect(fold(emptyRun, log.slice(0, 3)).usage).toEqual(spent);
  // One token every 10 ms; the first four came all at once.
  expect(metricsOf(state)).toMatchObject({ tokens: 7, recalledTokens: 4, decodeSeconds: 0.02 });
  expect(metricsOf(state).tokensPerSecond).toBeCloseTo(100);
});

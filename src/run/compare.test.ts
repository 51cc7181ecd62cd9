import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRun, anyTurns } from './arbitrary.ts';
import { sameRun } from './compare.ts';
import { metricsOf } from './metrics.ts';
import { logOf } from './fixtures.ts';
import { fold } from './fold.ts';
import { emptyRun } from './state.ts';

test('how traces were interleaved and timed makes no other run', () => {
  fc.assert(
    fc.property(anyRun, anyTurns, anyTurns, (run, turns, others) => {
      expect(sameRun(run(turns, 3), run(others, 5))).toBeNull();
    }),
  );
});

test('metrics come from the log', () => {
  const log = logOf(['9 - 3 !Wait 2 </think> 24 <eos>', '1 </think> 7 <eos>']);
  const metrics = metricsOf(fold(emptyRun, log));
  expect(metrics).toMatchObject({ tokens: 12, thoughtTokens: 6, answerTokens: 2, promptTokens: 24, cachedShare: 0.75, modelSeconds: 0.5 });
  expect(metrics.tokensPerSecond).toBeCloseTo(11 / metrics.decodeSeconds);
  expect(metrics.elapsedSeconds).toBeCloseTo((log.length - 1) / 100);
  expect(metricsOf(emptyRun)).toMatchObject({ tokens: 0, cachedShare: null, tokensPerSecond: null });
});

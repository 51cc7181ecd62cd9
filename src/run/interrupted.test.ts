import { describe, expect, it } from 'vitest';
import { logOf } from './testing/fixtures.ts';
import { fold } from './fold.ts';
import { interruptedRun, isInterrupted, longestThought } from './interrupted.ts';
import { emptyRun } from './state.ts';

const log = logOf(['9 - 3 = 6 </think> 24', '4 + 9 = 13', '13 - 4 = 9 + 4 = 13 - 9']);
const cancelled = { at: 999, event: { type: 'run-cancelled' } as const };

describe('a run that broke off', () => {
  it('is one that was cancelled or saved half-way with something written', () => {
    expect(isInterrupted(log)).toBe(false);
    expect(isInterrupted(log.slice(0, 9))).toBe(true);
    expect(isInterrupted([...log.slice(0, 9), cancelled])).toBe(true);
    expect(isInterrupted([...log.slice(0, 2), cancelled])).toBe(false);
    expect(isInterrupted([])).toBe(false);
  });

  it('has spent what its last count says, and at least what it wrote', () => {
    const half = log.slice(0, 12);
    expect(interruptedRun(half)?.spent).toMatchObject({
      decodedTokens: fold(emptyRun, half).tokens,
      prefilledTokens: 0,
    });
    expect(interruptedRun(log)?.spent).toEqual(fold(emptyRun, log).usage);
    expect(interruptedRun([])).toBeNull();
  });

  it('gives another model the longest thought it was in the middle of', () => {
    const open = log
      .filter(({ event }) => event.type !== 'sequence-ended' || event.sequence === 0)
      .filter(({ event }) => event.type !== 'run-finished');
    expect(longestThought(fold(emptyRun, open))).toBe('13 - 4 = 9 + 4 = 13 - 9');
    expect(longestThought(fold(emptyRun, log.slice(0, 7)))).toBe('13');
    expect(longestThought(emptyRun)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { runScript } from './testing/run-script.ts';

describe('the runner', () => {
  it('keeps the log of a run that is cancelled in the middle, usage included', async () => {
    const abort = new AbortController();
    const { state, types } = await runScript(
      { kind: 'self-consistency', samples: 4, effort: 'low' },
      { completions: ['a b c d e f </think> 48'] },
      {
        signal: abort.signal,
        onEntry: ({ event }) => event.type === 'token' && event.sequence === 2 && abort.abort(),
      },
    );
    expect(types.at(-1)).toBe('run-cancelled');
    expect(state.status).toBe('cancelled');
    expect(state.tokens).toBeGreaterThan(0);
    expect(state.usage.decodedTokens).toBeGreaterThanOrEqual(state.tokens);
  });

  it('keeps the log of a run whose model fails, with the code of the error', async () => {
    const { state, types } = await runScript(
      { kind: 'chain-of-thought', effort: 'low' },
      { completions: ['a b c d'], failAfter: 2 },
    );
    expect(types.at(-1)).toBe('run-failed');
    expect(state).toMatchObject({ status: 'failed', failure: { code: 'kernel-failed' }, tokens: 2 });
  });

  it('starts every log with the experiment and never goes back in time', async () => {
    const { log, types } = await runScript({ kind: 'direct' }, { completions: ['48'] });
    expect(types[0]).toBe('run-started');
    expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).toSorted((a, b) => a - b));
  });
});

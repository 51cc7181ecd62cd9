import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script } from '#policy/testing/scripted-model.ts';
import { eventsOf, runPart, sessionOn, sums } from '#verifiers/testing/harness.ts';
import { stepVerification, type StepVerification } from './step-verification.ts';

const base: StepVerification = {
  kind: 'step-verification',
  threshold: 0.5,
  retries: 4,
  maxSteps: 6,
  verifier: { kind: 'process' },
};
const value = (prefix: string) => (prefix.endsWith('bad ;') || prefix.includes('wrong') ? 0.2 : 0.8);

async function run(
  completions: Script['completions'],
  params: Partial<StepVerification> = {},
  settings: Parameters<typeof sessionOn>[1] = {},
) {
  const session = sessionOn(
    { completions, capabilities: { valueHead: true }, value },
    { problem: sums, ...settings },
  );
  const { events } = await runPart(stepVerification(session, { ...base, ...params }));
  const kept = eventsOf(events, 'nodes-kept').map((event) => [event.kept, event.pruned]);
  return {
    events,
    session,
    kept,
    chosen: eventsOf(events, 'answer-chosen')[0]!,
    decided: eventsOf(events, 'decided'),
  };
}

/** Says these one request after another. */
const say =
  (...texts: readonly string[]): Script['completions'] =>
  ({ request }) =>
    texts[request] ?? 'bad ;';

describe('step verification', () => {
  //        0
  //      /   \
  //   1 bad   2 a
  //          /   \
  //     3 bad     4 end
  it('goes on only from steps that pass, and draws the others again', async () => {
    const { events, kept, chosen } = await run(say('bad ;', 'a ;', 'bad ;', '</think> 434'));
    expect(eventsOf(events, 'node-created').map(({ node, parent, end }) => [node, parent, end])).toEqual([
      [0, null, 'open'],
      [1, 0, 'open'],
      [2, 0, 'open'],
      [3, 2, 'open'],
      [4, 2, 'terminal'],
    ]);
    expect(kept).toEqual([
      [[], [1]],
      [[2], []],
      [[], [3]],
      [[4], []],
    ]);
    expect(eventsOf(events, 'node-scored').map(({ score }) => score)).toEqual([0.2, 0.8, 0.2, 0.8]);
    expect(eventsOf(events, 'nodes-kept')[0]!.why).toEqual({
      kind: 'threshold',
      score: 0.2,
      threshold: 0.5,
    });
    expect(chosen).toMatchObject({ answer: { display: '434' }, by: { rule: 'only-trace' } });
  });

  it('a score equal to the threshold passes', async () => {
    expect((await run(say('a ;', '</think> 434'), { threshold: 0.8 })).chosen).toMatchObject({
      answer: { display: '434' },
    });
  });

  it('shares its retries over all steps, and has no answer once they are spent', async () => {
    const { kept, chosen, decided } = await run(say('bad ;', 'a ;', 'bad ;', 'so bad ;', '</think> 434'), {
      retries: 2,
    });
    expect(kept).toHaveLength(4);
    expect(decided).toMatchObject([{ decision: { kind: 'out-of-retries', passed: 1, retries: 2 } }]);
    expect(chosen).toMatchObject({ answer: null, by: { rule: 'no-answer' } });
  });

  it('counts a step that was drawn before as a failed retry, unseen', async () => {
    const { events, kept } = await run(() => 'bad ;', { retries: 3 });
    expect(eventsOf(events, 'step-dropped')).toHaveLength(3);
    expect(kept).toHaveLength(1);
  });

  it('at temperature 0 does not draw the same step again', async () => {
    const { events } = await run(() => 'bad ;', {}, { temperature: 0 });
    expect(eventsOf(events, 'sequence-started')).toHaveLength(1);
  });

  it('draws an end again that does not pass, and one that was cut off', async () => {
    const { events, chosen } = await run(say('wrong </think> 44', 'x '.repeat(80), '</think> 434'));
    expect(eventsOf(events, 'node-created').map(({ end }) => end)).toEqual([
      'open',
      'terminal',
      'dead',
      'terminal',
    ]);
    expect(eventsOf(events, 'nodes-kept')[1]!.why).toEqual({ kind: 'trace-cut' });
    expect(chosen).toMatchObject({ answer: { display: '434' } });
  });

  it('ends with the budget in the middle of it, and when it never ends by itself', async () => {
    const { session, chosen, decided } = await run(() => 'a b c ;', { retries: 64 }, { limit: 6 });
    expect(session.model.usage().decodedTokens).toBe(6);
    expect(decided).toMatchObject([{ decision: { kind: 'stop-at-budget' } }]);
    expect(chosen).toMatchObject({ answer: null });
    const endless = await run(({ request }) => `s${request} ;`, { maxSteps: 3, retries: 2 });
    expect(eventsOf(endless.events, 'node-created').map(({ end }) => end)).toEqual([
      'open',
      'open',
      'open',
      'dead',
      'dead',
      'dead',
    ]);
  });

  it('refuses a verifier that judges finished traces only', async () => {
    await expect(run(say('a ;'), { verifier: { kind: 'majority' } })).rejects.toMatchObject({
      code: 'unsupported',
    });
  });

  it('never draws more than steps and retries allow', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a ;', 'b ;', 'bad ;', '', '</think> 4', 'wrong </think> 5'), {
          minLength: 1,
          maxLength: 10,
        }),
        fc.nat(5),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0, 3, 10),
        async (texts, retries, maxSteps, limit) => {
          const { events, session } = await run(
            ({ request }) => texts[request % texts.length]!,
            { retries, maxSteps },
            { limit },
          );
          expect(eventsOf(events, 'sequence-started').length).toBeLessThanOrEqual(maxSteps + retries);
          expect(eventsOf(events, 'answer-chosen')).toHaveLength(1);
          if (limit > 0) expect(session.model.usage().decodedTokens).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});

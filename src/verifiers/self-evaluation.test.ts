import { describe, expect, it } from 'vitest';
import type { VerifierSpec } from '#experiment/verifier.ts';
import type { Script } from '#policy/testing/scripted-model.ts';
import { worthOf } from './self-evaluation.ts';
import { eventsOf, runPart, scoreOf, sums, traceOn } from './testing/harness.ts';

describe('self-evaluation', () => {
  it('is 20, 1 and 0.001 for sure, likely and impossible, as a share of all sure', async () => {
    const completions: Script['completions'] = ({ prefix, index }) =>
      prefix.includes('2.') ? 'sure' : ['likely', 'It is not sure , so impossible', 'who knows'][index]!;
    const { scores, events, session, verifier } = await scoreOf(
      { kind: 'self-evaluation', evaluations: 3 },
      { completions },
      ['a ; b ;'],
    );
    expect(scores[0]![0]).toBeCloseTo(1.001 / 60, 12);
    expect(scores[0]![1]).toBe(1);
    expect(eventsOf(events, 'sequence-started').map(({ label }) => label)).toContainEqual({
      kind: 'evaluation',
      step: 1,
      number: 2,
    });
    expect(session.budget.spent).toBe(session.model.usage().decodedTokens);
    expect((await runPart(verifier.score([traceOn(session, 'a ; b ;')]))).events).toEqual([]);
  });

  it('divides by the replies that the budget let come to their end, and has no score without one', async () => {
    const spec: VerifierSpec = { kind: 'self-evaluation', evaluations: 2 };
    const completions = ['sure', 'well it may or may not be sure'];
    const { scores, why } = await scoreOf(spec, { completions }, ['a ;'], { problem: sums, limit: 6 });
    expect(scores).toEqual([[1]]);
    expect(why[0]).toEqual({
      kind: 'said-of-steps',
      missing: { steps: [{ step: 1, drawn: 1, wanted: 2 }], more: 0 },
    });
    const {
      scores: none,
      why: spent,
      session,
      verifier,
    } = await scoreOf(spec, { completions: ['sure'] }, ['a ; b ;'], { problem: sums, limit: 3 });
    expect(none).toEqual([[null, null]]);
    expect(spent).toEqual([{ kind: 'budget-spent' }]);
    // Not remembered as 0: a smaller question still has room.
    expect((await runPart(verifier.score([traceOn(session, 'a ;')]))).result[0]!.steps).toEqual([1]);
  });

  it('orders replies as the paper does', () => {
    expect(['sure', 'Likely.', 'impossible', 'no word'].map(worthOf)).toEqual([20, 1, 0.001, 0]);
  });

  it('draws one word from a model that has learnt the words, though it follows no instructions', async () => {
    const script: Script = {
      completions: ({ index }) => ['sure likely', 'likely sure', 'apples sure'][index]!,
      capabilities: { instructions: false, value: true },
    };
    const { scores, events, session } = await scoreOf({ kind: 'self-evaluation', evaluations: 3 }, script, [
      'a ;',
    ]);
    expect(scores[0]![0]).toBeCloseTo(21 / 60, 12);
    expect(session.budget.spent).toBe(3);
    expect(eventsOf(events, 'sequence-ended').map(({ reason }) => reason)).toEqual([
      'stop',
      'stop',
      'length',
    ]);
  });
});

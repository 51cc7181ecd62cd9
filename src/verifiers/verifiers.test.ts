import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VerifierSpec } from '#experiment/verifier.ts';
import { scriptedModel } from '#policy/testing/scripted-model.ts';
import { createVerifier } from './create-verifier.ts';
import { scoreOf, sessionOn, sums } from './testing/harness.ts';

const head = { valueHead: true };

describe('a model that says what is no number', () => {
  const text = 'a ; b ; </think> 434 <eos>';

  it.each([NaN, Infinity, -Infinity, 1.5, -0.1])(
    'a value of %d is refused, whoever reads the head',
    async (value) => {
      for (const kind of ['process', 'outcome'] as const) {
        await expect(
          scoreOf({ kind }, { completions: [''], capabilities: head, value: () => value }, [text]),
        ).rejects.toMatchObject({
          name: 'PolicyError',
          code: 'kernel-failed',
          failure: { why: { kind: 'bad-value', value: String(value) } },
        });
      }
      const words = ['a', ';', 'b', '</think>', '434', '<eos>', 'arithmetic', 'think', 'low'];
      const verifierModel = scriptedModel({
        id: 'judge',
        completions: [''],
        capabilities: head,
        vocabulary: words,
        value: () => value,
      });
      await expect(
        scoreOf({ kind: 'process', model: 'judge' }, { completions: [''], vocabulary: words }, [text], {
          problem: sums,
          verifierModel,
        }),
      ).rejects.toMatchObject({ code: 'kernel-failed' });
    },
  );

  it('0 and 1 are values like others', async () => {
    const { scores } = await scoreOf(
      { kind: 'process' },
      { completions: [''], capabilities: head, value: (prefix) => (prefix.includes('b') ? 0 : 1) },
      ['a ; b ;'],
    );
    expect(scores).toEqual([[1, 0]]);
  });

  it.each([NaN, Infinity, -Infinity])('a log-probability of %d is refused', async (bad) => {
    await expect(
      scoreOf(
        { kind: 'generative' },
        { completions: [''], logprob: (_, word) => (word === 'Yes' ? -1 : bad) },
        [text],
      ),
    ).rejects.toMatchObject({
      name: 'PolicyError',
      code: 'kernel-failed',
      failure: { why: { kind: 'bad-logprob', value: String(bad) } },
    });
  });
});

describe('the majority as verifier', () => {
  it('is the share of finished traces with the same answer', async () => {
    const { scores } = await scoreOf({ kind: 'majority' }, { completions: [''] }, [
      '</think> 434 <eos>',
      '</think> 44 <eos>',
      '</think> 434.0 <eos>',
      '</think> none <eos>',
      '</think> 434',
    ]);
    expect(scores).toEqual([[0.5], [0.25], [0.5], [0], [0]]);
  });
});

describe('the oracle', () => {
  const oracle = (answer: { readonly display: string }) => ({
    outcome: answer.display === '434' ? ('right' as const) : ('wrong' as const),
    reason: { kind: 'exact-result' } as const,
  });

  it('says what it was handed in', async () => {
    const { scores } = await scoreOf(
      { kind: 'oracle' },
      { completions: [''] },
      ['</think> 434 <eos>', '</think> 44 <eos>', 'a ;'],
      { problem: sums, oracle },
    );
    expect(scores).toEqual([[1], [0], [0]]);
  });

  it('has no score where nobody knows whether the answer is right', async () => {
    const { scores, why } = await scoreOf({ kind: 'oracle' }, { completions: [''] }, ['</think> 434 <eos>'], {
      problem: sums,
      oracle: () => ({ outcome: 'ungraded', reason: { kind: 'no-reference' } }),
    });
    expect(scores).toEqual([[null]]);
    expect(why[0]).toEqual({ kind: 'no-reference' });
  });

  it('is refused where nobody handed a reference in', () => {
    expect(() => createVerifier({ kind: 'oracle' }, sessionOn({ completions: [''] }))).toThrow(
      /no-reference/,
    );
  });
});

describe('a verifier', () => {
  it('is refused where the model has learnt neither, and follows no instructions', () => {
    const session = sessionOn({ completions: [''], capabilities: { instructions: false }, judges: false });
    expect(() => createVerifier({ kind: 'generative' }, session)).toThrow(/cannot-judge/);
    expect(() => createVerifier({ kind: 'self-evaluation', evaluations: 1 }, session)).toThrow(
      /cannot-value/,
    );
    expect(() => createVerifier({ kind: 'process' }, session)).toThrow(/no-value-head/);
    expect(() => createVerifier({ kind: 'majority' }, session, 'steps')).toThrow(/finished-only/);
  });

  it('is refused by a copy of the model that cannot do what it would need', () => {
    const script = { completions: [''], capabilities: head };
    const { scoring: _, values: __, ...bare } = scriptedModel(script);
    const session = sessionOn(script, { model: bare });
    expect(() => createVerifier({ kind: 'generative' }, session)).toThrow(/no-scoring/);
    expect(() => createVerifier({ kind: 'process' }, session)).toThrow(/no-value-head/);
    expect(() => createVerifier({ kind: 'outcome' }, session)).toThrow(/no-value-head/);
  });
});

it('rule: a last step that was cut off is no wrong one, and has no score unless one before it was wrong', async () => {
  const { scores, why } = await scoreOf(
    { kind: 'rule' },
    { completions: [''] },
    ['47 * 6 = 282 ; 38 *', '47 * 6 = 281 ; 38 *', '47 * 6 = 282 ;', '47 *'],
    { problem: sums },
  );
  expect(scores).toEqual([[1, null], [0, 0], [1], [null]]);
  expect(why[0]).toEqual({ kind: 'step-cut' });
});

it('every verifier gives scores in [0, 1], one a step or one a trace, whatever was written; none only where nothing was measured', async () => {
  const text = fc
    .array(fc.constantFrom('1', '+', '=', '2', ';', 'Wait', '</think>', '434', 'a'), { maxLength: 12 })
    .chain((words) => fc.boolean().map((ends) => [...words, ...(ends ? ['<eos>'] : [])].join(' ')));
  const specs: readonly VerifierSpec[] = [
    { kind: 'rule' },
    { kind: 'outcome' },
    { kind: 'process' },
    { kind: 'rollouts', rollouts: 2, estimate: 'soft' },
    { kind: 'rollouts', rollouts: 2, estimate: 'hard' },
    { kind: 'majority' },
    { kind: 'generative' },
    { kind: 'self-evaluation', evaluations: 2 },
    { kind: 'oracle' },
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 3 }),
      fc.constantFrom(...specs),
      fc.constantFrom(0, 3, 30),
      async (texts, spec, limit) => {
        const { scores, session } = await scoreOf(
          spec,
          { completions: ['sure', '2 ; </think> 434', ''], capabilities: head },
          texts,
          { problem: sums, limit, oracle: () => ({ outcome: 'ungraded', reason: { kind: 'no-reference' } }) },
        );
        expect(scores).toHaveLength(texts.length);
        expect(scores.flat().every((value) => value === null || (value >= 0 && value <= 1))).toBe(true);
        const unasked =
          spec.kind === 'rollouts' || spec.kind === 'self-evaluation'
            ? limit === 0
            : ['majority', 'generative'].includes(spec.kind);
        if (unasked) expect(scores.flat()).not.toContain(null);
        if (limit > 0) expect(session.model.usage().decodedTokens).toBeLessThanOrEqual(limit);
      },
    ),
    { numRuns: 150 },
  );
});

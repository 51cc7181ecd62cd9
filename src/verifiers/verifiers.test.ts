import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VerifierSpec } from '#experiment/verifier.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { scriptedModel, type Script } from '#policy/testing/scripted-model.ts';
import { createVerifier } from './create-verifier.ts';
import { worthOf } from './self-evaluation.ts';
import { eventsOf, runPart, scoreOf, sessionOn, sums, traceOn } from './testing/harness.ts';

const head = { valueHead: true };

describe('the value head as verifier', () => {
  const value = (prefix: string) => prefix.split(' ').length / 100;
  const texts = ['a ; b ; </think> 434 <eos>', 'a ;', 'a ; b'];

  it('process: reads the end of each step and of the text; a step that was cut off has no value', async () => {
    const { scores, why } = await scoreOf(
      { kind: 'process' },
      { completions: [''], capabilities: head, value },
      texts,
    );
    expect(scores).toEqual([[0.05, 0.07, 0.1], [0.05], [0.05, null]]);
    expect(why[2]).toEqual({ kind: 'step-cut' });
  });

  it('outcome: one score, at the end of the text; none for a trace without one', async () => {
    const { scores } = await scoreOf(
      { kind: 'outcome' },
      { completions: [''], capabilities: head, value },
      texts,
    );
    expect(scores).toEqual([[0.1], [null], [null]]);
  });

  it('an empty trace has no steps to score', async () => {
    const { scores } = await scoreOf({ kind: 'process' }, { completions: [''], capabilities: head }, ['']);
    expect(scores).toEqual([[]]);
  });
});

describe('the value head of another model as verifier', () => {
  const texts = ['a ; b ; </think> 434 <eos>', 'a ; b'];
  const words = ['a', ';', 'b', '</think>', '434', '<eos>', 'arithmetic', 'think', 'low'];
  const judge = (vocabulary: readonly string[]) =>
    scriptedModel({
      id: 'judge',
      completions: [''],
      capabilities: head,
      vocabulary,
      value: (prefix) => prefix.split(' ').filter((word) => word === 'a' || word === 'b').length / 10,
    });
  const judged = (verifierModel: LanguageModel, kind: 'process' | 'outcome' = 'process') =>
    scoreOf({ kind, model: 'judge' }, { completions: [''], vocabulary: words }, texts, {
      problem: sums,
      verifierModel,
    });

  it('reads the same words, whatever numbers it has for them, and needs no value head of the policy', async () => {
    const { scores, why } = await judged(judge(['more', ...words.toReversed()]));
    expect(scores).toEqual([
      [0.1, 0.2, 0.2],
      [0.1, null],
    ]);
    expect(why[0]).toMatchObject({ kind: 'value-head', model: 'Scripted' });
    expect((await judged(judge(words.toReversed()), 'outcome')).scores).toEqual([[0.2], [null]]);
  });

  it('is refused in words where it lacks some of them, or where nobody knows them', async () => {
    await expect(judged(judge(words.filter((word) => word !== 'b')))).rejects.toMatchObject({
      name: 'PolicyError',
      code: 'unsupported',
      failure: { why: { kind: 'token-not-shared', token: 'b' } },
    });
    await expect(
      judged(scriptedModel({ id: 'judge', completions: [''], capabilities: head })),
    ).rejects.toMatchObject({ code: 'unsupported' });
    await expect(
      scoreOf({ kind: 'process', model: 'judge' }, { completions: [''] }, texts, {
        problem: sums,
        verifierModel: judge(words),
      }),
    ).rejects.toMatchObject({ code: 'unsupported', failure: { why: { kind: 'tokens-not-shared' } } });
  });
});

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

describe('asking the model itself', () => {
  it('generative: how much likelier yes is than no, for each step and for the answer', async () => {
    const asked: string[] = [];
    const logprob = (prefix: string, word: string) => {
      asked.push(prefix);
      return word === 'Yes' ? Math.log(prefix.includes('2. b') ? 0.2 : 0.6) : Math.log(0.2);
    };
    const { scores, events } = await scoreOf({ kind: 'generative' }, { completions: [''], logprob }, [
      'a ; b ; </think> 434 <eos>',
    ]);
    expect(scores[0]!.map((value) => Number(value?.toFixed(6)))).toEqual([0.75, 0.5, 0.5]);
    expect(events).toEqual([]);
    expect(asked[0]).toContain('Is step 1 right?');
    expect(asked.at(-1)).toContain('Is the answer right?');
  });

  it('generative: certain either way is 0 or 1, not a number that is none', async () => {
    const { scores } = await scoreOf(
      { kind: 'generative' },
      {
        completions: [''],
        logprob: (prefix, word) => (prefix.includes('2.') === (word === 'Yes') ? 0 : -2000),
      },
      ['a ; b ;'],
    );
    expect(scores).toEqual([[0, 1]]);
  });

  it('self-evaluation: 20, 1 and 0.001 for sure, likely and impossible, as a share of all sure', async () => {
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

  it('self-evaluation: divides by the replies that the budget let come to their end, and has no score without one', async () => {
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

  it('generative: asks a model that has learnt to judge, though it follows no instructions', () => {
    expect(
      createVerifier(
        { kind: 'generative' },
        sessionOn({ completions: [''], capabilities: { instructions: false } }),
      ).judges,
    ).toBe('steps');
  });

  it('self-evaluation: draws one word from a model that has learnt the words, though it follows no instructions', async () => {
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

import { describe, expect, it } from 'vitest';
import type { LanguageModel } from '#policy/language-model.ts';
import { scriptedModel } from '#policy/testing/scripted-model.ts';
import { scoreOf, sums } from './testing/harness.ts';

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

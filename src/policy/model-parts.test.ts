import { describe, expect, it } from 'vitest';
import type { LanguageModel } from './language-model.ts';
import { delegatedTo, scoringOf, valuesOf } from './model-parts.ts';
import { createPool } from './pool.ts';
import { withStart } from './session/with-start.ts';
import { scriptedModel } from './testing/scripted-model.ts';

const completions = ['</think> 24'];
const never = new AbortController().signal;
const whole = scriptedModel({ completions, capabilities: { valueHead: true }, value: () => 0.25 });
const { values: _, ...withoutValues } = whole;
const { scoring: __, ...withoutScoring } = whole;
const { scoring: ___, ...withoutBoth } = withoutValues;
const models: readonly (readonly [string, LanguageModel])[] = [
  ['with all parts', whole],
  ['without values', withoutValues],
  ['without scoring', withoutScoring],
  ['without both', withoutBoth],
];

const partsOf = (model: LanguageModel) => ({ scoring: 'scoring' in model, values: 'values' in model });

describe.each(models)('a model %s', (_name, model) => {
  it('has the same parts where it is handed on, started or pooled', () => {
    const parts = partsOf(model);
    expect(partsOf(delegatedTo(model))).toEqual(parts);
    expect(partsOf(withStart(model, '9 - 3').model)).toEqual(parts);
    // Copies only sample: what they have besides, or lack, changes nothing.
    expect(partsOf(createPool(model, [whole, withoutBoth]))).toEqual(parts);
  });

  it('gives them, or says which one is missing', async () => {
    const { scoring, values } = partsOf(model);
    const unsupported = (kind: string) =>
      expect.objectContaining({ failure: { code: 'unsupported', why: { kind, model: 'Scripted' } } });
    if (scoring) expect(await scoringOf(model).score([0], [1], never)).toEqual([-0.5]);
    else expect(() => scoringOf(model)).toThrow(unsupported('no-scoring'));
    if (values) expect(await valuesOf(model).evaluate([[0]], never)).toEqual([0.25]);
    else expect(() => valuesOf(model)).toThrow(unsupported('no-value-head'));
  });
});

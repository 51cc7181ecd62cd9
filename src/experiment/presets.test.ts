import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { defaultExperiment, defaultSampling, defaultStrategy, samplingFor, strategyFor } from './defaults.ts';
import { knobControl, verifierKnobsOf } from './control.ts';
import { problemUnavailable, unavailable, verifierUnavailable } from './fit.ts';
import { sourceUrl } from './sources.ts';
import {
  knobMatters,
  knobsOf,
  strategyGroups,
  strategyKinds as kinds,
  strategySchema,
  strategySheet,
  type Strategy,
  verifierUse,
} from './strategies.ts';
import { defaultVerifier, verifierKinds, type VerifierSpec } from './verifier.ts';
import { experimentSchema } from './experiment.ts';
import { families } from './families.ts';
import { presets } from './presets.ts';

const embedded = {
  families: ['countdown'],
  capabilities: { valueHead: true, fewShot: false, instructions: false },
} as const;

describe('what the page offers is valid', () => {
  test.each(presets)('preset $id', ({ experiment }) => {
    expect(v.is(experimentSchema, experiment)).toBe(true);
  });

  test('presets have names of their own', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ experiment }) => JSON.stringify(experiment))).size).toBe(presets.length);
  });

  test.each(kinds)('default experiment of %s', (kind) => {
    for (const family of families) expect(v.is(experimentSchema, defaultExperiment(family, kind))).toBe(true);
  });
});

describe('what a sheet says', () => {
  test.each(kinds)('%s has a default for every knob', (kind) => {
    expect(sourceUrl(strategySheet(kind).source)).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}$/);
    // A model that is named besides the thinking one is named by nobody at first.
    expect(
      knobsOf(kind)
        .filter((knob) => knobControl(kind, knob).type !== 'model')
        .toSorted(),
    ).toEqual(
      Object.keys(defaultStrategy(kind))
        .filter((key) => key !== 'kind')
        .toSorted(),
    );
  });

  test.each(kinds)('%s stands in the menu, and names a second model by a knob of that type', (kind) => {
    expect(strategyGroups.flatMap((group) => group.kinds)).toContain(kind);
    const models = knobsOf(kind).filter((knob) => knobControl(kind, knob).type === 'model');
    expect(models).toEqual([strategySheet(kind).secondModel].filter((knob) => knob !== undefined));
  });

  test.each(kinds)('%s uses its verifier for something, if it has one', (kind) => {
    const strategy: Strategy = defaultStrategy(kind);
    expect(verifierUse(strategy) !== null).toBe('verifier' in strategy);
  });

  test.each(verifierKinds)('the verifier %s has a default for every knob of the form', (kind) => {
    expect(v.is(strategySchema, { ...defaultStrategy('best-of-n'), verifier: defaultVerifier(kind) })).toBe(
      true,
    );
    expect(verifierKnobsOf(kind).toSorted()).toEqual(
      Object.keys(defaultVerifier(kind))
        .filter((key) => key !== 'kind')
        .toSorted(),
    );
  });

  test('a knob can make no difference as the others are set', () => {
    const thoughts = defaultStrategy('tree-of-thoughts');
    expect(knobMatters(thoughts, 'breadth')).toBe(true);
    expect(knobMatters(thoughts, 'threshold')).toBe(false);
    expect(knobMatters({ ...thoughts, search: 'dfs' }, 'breadth')).toBe(false);
  });

  test('a verifier that does not fit strategy or model says why', () => {
    const fits = (spec: VerifierSpec, strategy: Strategy) =>
      verifierUnavailable(spec, strategy, embedded, 'countdown');
    expect(fits({ kind: 'outcome' }, defaultStrategy('best-of-n'))).toBeNull();
    expect(fits({ kind: 'outcome' }, defaultStrategy('beam-search'))).toBe('finished-only');
    expect(fits({ kind: 'outcome' }, { ...defaultStrategy('mcts'), evaluation: 'rollout' })).toBeNull();
    expect(fits({ kind: 'generative' }, defaultStrategy('mcts'))).toBe('cannot-judge');
    expect(fits({ kind: 'rule' }, defaultStrategy('direct'))).toBe('no-verifier');
    for (const kind of kinds) {
      const strategy: Strategy = defaultStrategy(kind);
      if ('verifier' in strategy) expect(fits(strategy.verifier, strategy)).toBeNull();
    }
  });

  test('what a strategy needs and a model lacks is a fact', () => {
    const nothing = { valueHead: false, fewShot: false, instructions: false, goesOn: false };
    for (const kind of kinds)
      expect(unavailable(defaultStrategy(kind), { families: [], capabilities: nothing, thinks: false })).toBe(
        strategySheet(kind).needs?.[0] ?? null,
      );
    expect(unavailable(defaultStrategy('few-shot'), embedded)).toBe('examples');
    expect(
      unavailable(defaultStrategy('few-shot'), {
        ...embedded,
        capabilities: { ...embedded.capabilities, fewShot: true },
      }),
    ).toBeNull();
    expect(unavailable(defaultStrategy('budget-forcing'), embedded)).toBeNull();
    expect(unavailable(defaultStrategy('budget-forcing'), { ...embedded, thinks: false })).toBe(
      'thinking-end',
    );
    expect(problemUnavailable('countdown', embedded)).toBeNull();
    expect(problemUnavailable('arithmetic', embedded)).toEqual({
      known: ['countdown'],
      wanted: 'arithmetic',
    });
  });
});

describe('a model that follows instructions', () => {
  const follower = {
    families: ['question' as const],
    capabilities: { valueHead: false, fewShot: true, instructions: true },
  };

  test('samples as the reasoning models’ cards recommend, whatever the strategy', () => {
    for (const kind of kinds)
      expect(samplingFor(follower, kind)).toEqual({
        temperature: 0.6,
        topK: 0,
        topP: 0.95,
        minP: 0,
        maxTokens: 2048,
      });
    for (const kind of kinds) expect(samplingFor(embedded, kind)).toEqual(defaultSampling(kind));
  });

  test('gets settings that are valid, and verifiers that it can serve', () => {
    for (const kind of kinds) {
      const strategy: Strategy = strategyFor(follower, kind);
      expect(v.parse(strategySchema, strategy)).toEqual(strategy);
      if ('verifier' in strategy)
        expect(verifierUnavailable(strategy.verifier, strategy, follower, 'question')).toBeNull();
      expect(strategyFor(embedded, kind)).toEqual(defaultStrategy(kind));
    }
  });

  test('has priors of MCTS per token, since its steps differ in length', () => {
    expect(strategyFor(follower, 'mcts').prior).toBe('per-token');
    expect(strategyFor(embedded, 'mcts').prior).toBe('sum');
  });

  test('settings for puzzles let their many steps be taken, and differ in nothing else but the examples', () => {
    for (const kind of kinds) {
      const strategy: Strategy = strategyFor({ ...embedded, families: ['puzzle'] }, kind);
      expect(v.parse(strategySchema, strategy)).toEqual(strategy);
      const longer = {
        ...('maxSteps' in strategy ? { maxSteps: 24 } : {}),
        ...('thinkingTokens' in strategy ? { thinkingTokens: 250 } : {}),
      };
      expect(strategy).toEqual({
        ...defaultStrategy(kind),
        ...longer,
        ...('shots' in strategy ? { shots: 3 } : {}),
      });
      expect(samplingFor({ ...embedded, families: ['puzzle'] }, kind)).toEqual({
        ...defaultSampling(kind),
        maxTokens: 300,
      });
      expect(defaultExperiment('puzzle', kind).strategy).toEqual(strategy);
    }
  });

  test('cannot be judged by rule, nor by an answer that nobody gave', () => {
    const strategy = defaultStrategy('best-of-n');
    expect(verifierUnavailable({ kind: 'rule' }, strategy, follower, 'question')).toBe('no-rule');
    expect(
      verifierUnavailable({ kind: 'oracle' }, strategy, follower, { family: 'question', text: 'Why?' }),
    ).toBe('no-reference');
    expect(
      verifierUnavailable({ kind: 'oracle' }, strategy, follower, {
        family: 'question',
        text: 'Why?',
        answer: 'So',
      }),
    ).toBeNull();
  });
});

test('an experiment that was saved before there were budgets has none', () => {
  const { budget: _, ...old } = defaultExperiment('countdown');
  expect(v.parse(experimentSchema, old)).toEqual(defaultExperiment('countdown'));
});

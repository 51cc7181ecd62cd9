import { describe, expect, test } from 'vitest';
import { knobControl, verifierKnobControl } from '#experiment/control.ts';
import { defaultStrategy } from '#experiment/defaults.ts';
import { presetExperiments } from '#experiment/presets.ts';
import { discriminatorMisfits, verifierMisfits } from '#experiment/fit.ts';
import { knobsOf, strategyKinds, strategySheet } from '#experiment/strategies.ts';
import { modelNeeds } from '#experiment/strategies/sheet.ts';
import { verifierKinds, verifierSheet, type VerifierKnob } from '#experiment/verifier.ts';
import { strategyBrief, whyNotStrategy, whyNotVerifier } from './describe.ts';
import {
  describeKnob,
  describeOption,
  describeSampling,
  describeVerifierKnob,
  describeVerifierOption,
  knobIdle,
} from './describe-knob.ts';
import { fit } from './en/fit.ts';
import { knobNotes, knobs } from './en/knobs.ts';
import { strategies } from './en/strategies.ts';
import { verifiers } from './en/verifiers.ts';

const sentence = /^[A-Z0-9].*\.$/;
const embedded = {
  families: ['countdown'],
  capabilities: { valueHead: true, fewShot: false, instructions: false },
} as const;

describe('every choice is explained', () => {
  test.each(strategyKinds)('%s', (kind) => {
    expect(strategies[kind].does).toMatch(sentence);
    const { papers = {}, matters = {} } = strategySheet(kind);
    for (const knob of knobsOf(kind)) {
      const { name, does, paper } = describeKnob(kind, knob);
      expect(name).not.toBe('');
      expect(does).toMatch(sentence);
      // The sheet says which paper, the words say what stands there: both or none.
      expect(paper !== null, `the paper of ${kind}, ${knob}`).toBe(Object.hasOwn(papers, knob));
      const control = knobControl(kind, knob);
      if (control.type === 'choice')
        for (const option of control.options)
          expect(describeOption(kind, knob, option).does).toMatch(sentence);
    }
    for (const knob of Object.keys(matters)) expect(idleWords(kind, knob)).toMatch(sentence);
  });

  test.each(verifierKinds)('verifier %s', (kind) => {
    expect(verifiers[kind].does).toMatch(sentence);
    const { papers = {}, schema } = verifierSheet(kind);
    const own = Object.keys(schema.entries).filter((key): key is VerifierKnob => key !== 'kind');
    for (const knob of own) {
      const { does, paper } = describeVerifierKnob(kind, knob);
      expect(does).toMatch(sentence);
      expect(paper !== null, `the paper of ${kind}, ${knob}`).toBe(Object.hasOwn(papers, knob));
      const control = verifierKnobControl(kind, knob);
      if (control.type === 'choice')
        for (const option of control.options)
          expect(describeVerifierOption(kind, knob, option).does).toMatch(sentence);
    }
  });

  test('what a strategy means by a knob can be its own', () => {
    expect(describeKnob('mcts', 'exploration').does).toContain('P · √N');
    expect(describeKnob('rstar', 'exploration').does).toContain('ln N');
    expect(describeKnob('best-of-n', 'effort').does).toBe(knobs.effort.does);
    expect(describeOption('best-of-n', 'aggregation', 'prod').does).toMatch(/multiplied/);
    expect(describeSampling('topK').paper).toBe('Paper: 10 (Fan et al. 2018).');
  });

  test('a knob that makes no difference says why', () => {
    const thoughts = defaultStrategy('tree-of-thoughts');
    expect(knobIdle(thoughts, 'breadth')).toBeNull();
    expect(knobIdle(thoughts, 'threshold')).toBe('Only in a search with a way back.');
    expect(knobIdle({ ...thoughts, search: 'dfs' }, 'breadth')).toBe('Only in a search level by level.');
    expect(
      knobIdle({ ...defaultStrategy('best-of-n'), verifier: { kind: 'outcome' } }, 'aggregation'),
    ).toMatch('one score');
  });

  test('what does not fit is said in a sentence', () => {
    for (const need of modelNeeds) expect(fit.strategy[need]).toMatch(sentence);
    for (const misfit of verifierMisfits) expect(fit.verifier[misfit]).toMatch(sentence);
    for (const misfit of discriminatorMisfits) expect(fit.discriminator[misfit]).toMatch(sentence);
    expect(whyNotStrategy(defaultStrategy('few-shot'), embedded)).toMatch('trained on one problem at a time');
    expect(whyNotStrategy(defaultStrategy('mcts'), embedded)).toBeNull();
    expect(
      whyNotVerifier({ kind: 'outcome' }, defaultStrategy('beam-search'), embedded, 'countdown'),
    ).toMatch('finished traces only');
  });

  test('a strategy in a few words', () => {
    expect(strategyBrief({ kind: 'self-consistency', samples: 1, effort: 'low' })).toBe(
      'Self-consistency, 1 trace, low effort',
    );
    expect(strategyBrief({ kind: 'few-shot', shots: 3 })).toBe('Few-shot, 3 worked examples');
    expect(strategyBrief(presetExperiments['beam-search'].strategy)).toBe('Beam search');
    expect(strategyBrief(presetExperiments['diverse-search'].strategy)).toBe('Beam search, diverse (DVTS)');
    expect(strategyBrief(defaultStrategy('mcts'))).toBe('Monte-Carlo tree search');
  });
});

/** Why a knob makes no difference, or where nothing is said of it, that words are missing. */
function idleWords(kind: (typeof strategyKinds)[number], knob: string): string {
  const own = knobsOf(kind).find((one) => one === knob);
  const always = { ...defaultStrategy(kind) };
  const settings = [always, ...alternatives(kind).map((change) => ({ ...always, ...change }))];
  const said = own
    ? settings.map((strategy) => knobIdle(strategy, own)).find((words) => words !== null)
    : null;
  expect(said, `when ${knob} of ${kind} makes no difference`).not.toBe(knobNotes.idle);
  return said ?? 'Never found to make no difference.';
}

/** Each choice of a strategy set to each of its options, each number to its least, and each kind of verifier. */
function alternatives(kind: (typeof strategyKinds)[number]): readonly object[] {
  return knobsOf(kind).flatMap((knob): readonly object[] => {
    const control = knobControl(kind, knob);
    switch (control.type) {
      case 'choice':
        return control.options.map((option) => ({ [knob]: option }));
      case 'number':
        return [{ [knob]: control.min }];
      case 'verifier':
        return verifierKinds.map((one) => ({ verifier: { kind: one, ...verifierSheet(one).defaults } }));
      case 'model':
      case 'text':
        return [];
    }
  });
}

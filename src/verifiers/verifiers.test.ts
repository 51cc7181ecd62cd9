import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VerifierSpec } from '../experiment/verifier.ts';
import type { LanguageModel } from '../policy/language-model.ts';
import { scriptedModel, type Script } from '../policy/testing/scripted-model.ts';
import { createVerifier } from './create-verifier.ts';
import { worthOf } from './self-evaluation.ts';
import { eventsOf, game, handTokens, runPart, sessionOn, sums } from './testing/harness.ts';
import type { PartialTrace } from './verifier.ts';
import type { Session } from '../policy/session/session.ts';
import { splitSteps } from './split-steps.ts';
import { extractFromTrace } from '../answers/extract.ts';

const head = { valueHead: true };

/** A trace in the model's own tokens, so that prefixes read back as what was written. */
function traceOn({ model, problem }: Session, text: string): PartialTrace {
  const ids = model.encode(text);
  const tokens = handTokens(text).map((token, index) => ({ ...token, id: ids[index]! }));
  const finished = text.endsWith('<eos>');
  return { prompt: model.prompt(problem, { kind: 'think', effort: 'low' }), steps: splitSteps(tokens, model.info.stepEnds), finished, answer: finished ? extractFromTrace(problem, tokens) : null };
}

async function score(spec: VerifierSpec, script: Script, texts: readonly string[], settings: Parameters<typeof sessionOn>[1] = { problem: sums }) {
  const session = sessionOn(script, settings);
  const verifier = createVerifier(spec, session);
  const { events, result } = await runPart(verifier.score(texts.map((text) => traceOn(session, text))));
  return { session, verifier, events, scores: result.map(({ steps }) => steps), why: result.map((scores) => scores.why) };
}

describe('the value head as verifier', () => {
  const value = (prefix: string) => prefix.split(' ').length / 100;
  const texts = ['a ; b ; </think> 434 <eos>', 'a ;', 'a ; b'];

  it('process: reads the end of each step and of the text; a step that was cut off has no value', async () => {
    const { scores, why } = await score({ kind: 'process' }, { completions: [''], capabilities: head, value }, texts);
    expect(scores).toEqual([[0.05, 0.07, 0.1], [0.05], [0.05, null]]);
    expect(why[2]).toContain('cut off');
  });

  it('outcome: one score, at the end of the text; none for a trace without one', async () => {
    const { scores } = await score({ kind: 'outcome' }, { completions: [''], capabilities: head, value }, texts);
    expect(scores).toEqual([[0.1], [null], [null]]);
  });

  it('an empty trace has no steps to score', async () => {
    const { scores } = await score({ kind: 'process' }, { completions: [''], capabilities: head }, ['']);
    expect(scores).toEqual([[]]);
  });
});

describe('the value head of another model as verifier', () => {
  const texts = ['a ; b ; </think> 434 <eos>', 'a ; b'];
  const words = ['a', ';', 'b', '</think>', '434', '<eos>', 'arithmetic', 'think', 'low'];
  const judge = (vocabulary: readonly string[]) => scriptedModel({ id: 'judge', completions: [''], capabilities: head, vocabulary, value: (prefix) => prefix.split(' ').filter((word) => word === 'a' || word === 'b').length / 10 });
  const judged = (verifierModel: LanguageModel, kind: 'process' | 'outcome' = 'process') =>
    score({ kind, model: 'judge' }, { completions: [''], vocabulary: words }, texts, { problem: sums, verifierModel });

  it('reads the same words, whatever numbers it has for them, and needs no value head of the policy', async () => {
    const { scores, why } = await judged(judge(['more', ...words.toReversed()]));
    expect(scores).toEqual([[0.1, 0.2, 0.2], [0.1, null]]);
    expect(why[0]).toContain('the value head of Scripted');
    expect((await judged(judge(words.toReversed()), 'outcome')).scores).toEqual([[0.2], [null]]);
  });

  it('is refused in words where it lacks some of them, or where nobody knows them', async () => {
    await expect(judged(judge(words.filter((word) => word !== 'b')))).rejects.toMatchObject({ name: 'PolicyError', code: 'unsupported', message: expect.stringContaining('“b”') });
    await expect(judged(scriptedModel({ id: 'judge', completions: [''], capabilities: head }))).rejects.toMatchObject({ code: 'unsupported' });
    await expect(score({ kind: 'process', model: 'judge' }, { completions: [''] }, texts, { problem: sums, verifierModel: judge(words) })).rejects.toMatchObject({ code: 'unsupported', message: expect.stringContaining('share') });
  });
});

describe('a model that says what is no number', () => {
  const text = 'a ; b ; </think> 434 <eos>';

  it.each([NaN, Infinity, -Infinity, 1.5, -0.1])('a value of %d is refused, whoever reads the head', async (value) => {
    for (const kind of ['process', 'outcome'] as const) {
      await expect(score({ kind }, { completions: [''], capabilities: head, value: () => value }, [text])).rejects.toMatchObject({
        name: 'PolicyError', code: 'kernel-failed', message: expect.stringContaining(`The value head gave ${value}`), advice: expect.stringContaining('verifier'),
      });
    }
    const words = ['a', ';', 'b', '</think>', '434', '<eos>', 'arithmetic', 'think', 'low'];
    const verifierModel = scriptedModel({ id: 'judge', completions: [''], capabilities: head, vocabulary: words, value: () => value });
    await expect(score({ kind: 'process', model: 'judge' }, { completions: [''], vocabulary: words }, [text], { problem: sums, verifierModel })).rejects.toMatchObject({ code: 'kernel-failed' });
  });

  it('0 and 1 are values like others', async () => {
    const { scores } = await score({ kind: 'process' }, { completions: [''], capabilities: head, value: (prefix) => (prefix.includes('b') ? 0 : 1) }, ['a ; b ;']);
    expect(scores).toEqual([[1, 0]]);
  });

  it.each([NaN, Infinity, -Infinity])('a log-probability of %d is refused', async (bad) => {
    await expect(score({ kind: 'generative' }, { completions: [''], logprob: (_, word) => (word === 'Yes' ? -1 : bad) }, [text])).rejects.toMatchObject({
      name: 'PolicyError', code: 'kernel-failed', message: expect.stringContaining(`gave ${bad}`),
    });
  });
});

describe('the majority as verifier', () => {
  it('is the share of finished traces with the same answer', async () => {
    const { scores } = await score({ kind: 'majority' }, { completions: [''] }, ['</think> 434 <eos>', '</think> 44 <eos>', '</think> 434.0 <eos>', '</think> none <eos>', '</think> 434']);
    expect(scores).toEqual([[0.5], [0.25], [0.5], [0], [0]]);
  });
});

describe('the oracle', () => {
  const oracle = (answer: { readonly display: string }) => ({ outcome: answer.display === '434' ? ('right' as const) : ('wrong' as const), reason: '' });

  it('says what it was handed in', async () => {
    const { scores } = await score({ kind: 'oracle' }, { completions: [''] }, ['</think> 434 <eos>', '</think> 44 <eos>', 'a ;'], { problem: sums, oracle });
    expect(scores).toEqual([[1], [0], [0]]);
  });

  it('has no score where nobody knows whether the answer is right', async () => {
    const { scores, why } = await score({ kind: 'oracle' }, { completions: [''] }, ['</think> 434 <eos>'], { problem: sums, oracle: () => ({ outcome: 'ungraded', reason: '' }) });
    expect(scores).toEqual([[null]]);
    expect(why[0]).toContain('not judged');
  });

  it('is refused where nobody handed a reference in', () => {
    expect(() => createVerifier({ kind: 'oracle' }, sessionOn({ completions: [''] }))).toThrow(/reference/);
  });
});

describe('rollouts', () => {
  const soft: VerifierSpec = { kind: 'rollouts', rollouts: 4, estimate: 'soft' };
  const good = '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ] 6 * 4 = 24 </think> (10 - 4) * (13 - 9)';
  /** After the first step one of four completions is right, after a second one all are. */
  const completions: Script['completions'] = ({ prefix, index }) => {
    if (prefix.endsWith('[ 6 4 ]')) return '6 * 4 = 24 </think> (10 - 4) * (13 - 9)';
    return index === 0 ? good.slice(good.indexOf('13 -')) : '13 + 9 = 22 [ 6 22 ] 6 + 22 = 28 </think> 10 - 4 + 13 + 9';
  };
  const stepEnds = [']'];
  const open = '10 - 4 = 6 [ 9 13 6 ] 13 - 9 = 4 [ 6 4 ]';

  it('soft: the share of completions that end well by rule; hard: whether one does', async () => {
    expect((await score(soft, { completions, stepEnds }, [open], { problem: game })).scores).toEqual([[0.25, 1]]);
    expect((await score({ kind: 'rollouts', rollouts: 4, estimate: 'hard' }, { completions, stepEnds }, [open], { problem: game })).scores).toEqual([[1, 1]]);
  });

  it('logs them as sequences with answers, and charges them', async () => {
    const { events, session } = await score(soft, { completions, stepEnds }, [open], { problem: game });
    expect(eventsOf(events, 'sequence-started').map(({ label }) => label).slice(0, 5)).toEqual(['Rollout 1 from step 1', 'Rollout 2 from step 1', 'Rollout 3 from step 1', 'Rollout 4 from step 1', 'Rollout 1 from step 2']);
    expect(eventsOf(events, 'answer-extracted')).toHaveLength(8);
    expect(session.budget.spent).toBe(eventsOf(events, 'token').length);
    expect(session.budget.spent).toBe(session.model.usage().decodedTokens);
  });

  it('takes a finished trace for its own rollout', async () => {
    const { scores, events } = await score(soft, { completions, stepEnds }, [`${good} <eos>`], { problem: game });
    expect(scores).toEqual([[0.25, 1, 1]]);
    expect(eventsOf(events, 'sequence-started')).toHaveLength(8);
  });

  it('remembers prefixes: the same trace costs nothing the second time, and equal prefixes of one batch are drawn once', async () => {
    const { verifier, session, events, scores } = await score(soft, { completions, stepEnds }, [open, open], { problem: game });
    expect(scores[0]).toEqual(scores[1]);
    expect(eventsOf(events, 'sequence-started')).toHaveLength(8);
    const again = await runPart(verifier.score([traceOn(session, open)]));
    expect(again.events).toEqual([]);
    expect(again.result[0]!.steps).toEqual([0.25, 1]);
  });

  it('elsewhere than in a countdown ends well what most rollouts answer', async () => {
    const answers = ['</think> 434', '</think> 44', '</think> 434', 'no end'];
    const { scores } = await score(soft, { completions: answers }, ['47 * 6 = 282 ;', '47 * 6 = 292 ; </think> 44 <eos>'], { problem: sums });
    expect(scores).toEqual([[0.5], [0.5, 0]]);
  });

  it('at temperature 0 draws one: the others would be the same', async () => {
    const { events } = await score(soft, { completions, stepEnds }, [open], { problem: game, temperature: 0 });
    expect(eventsOf(events, 'sequence-started')).toHaveLength(2);
  });

  it('has no score for what the budget no longer pays for, says so, and never overdraws it', async () => {
    for (const limit of [1, 5, 9, 40]) {
      const { scores, why, session } = await score(soft, { completions, stepEnds }, [open], { problem: game, limit });
      expect(scores).toEqual([[null, null]]);
      expect(why).toEqual(['not judged: the budget was spent']);
      expect(session.model.usage().decodedTokens).toBeLessThanOrEqual(limit);
    }
  });

  it('is the share of the completions that the budget let come to their end, and says of how many', async () => {
    const answers = ['</think> 434', 'on and on and on </think> 434', '</think> 44', 'on and on and on </think> 434'];
    const { scores, why } = await score(soft, { completions: answers }, ['47 * 6 = 282 ;'], { problem: sums, limit: 16 });
    expect(scores).toEqual([[0.5]]);
    expect(why[0]).toContain('step 1 is judged by 2 of 4');
    // A completion that its own limit cuts off has come to no good end, whatever the budget.
    const cut = await score(soft, { completions: answers }, ['47 * 6 = 282 ;'], { problem: sums, maxTokens: 4 });
    expect(cut.scores).toEqual([[0.25]]);
    expect(cut.why[0]).not.toContain('judged');
  });

  it('remembers nothing of what it could not measure', async () => {
    const one: VerifierSpec = { kind: 'rollouts', rollouts: 1, estimate: 'soft' };
    const { scores, session, verifier } = await score(one, { completions: ['</think> 434'] }, ['a ; b ; c ; d ; e ;'], { problem: sums, limit: 3 });
    expect(scores).toEqual([[null, null, null, null, null]]);
    expect((await runPart(verifier.score([traceOn(session, 'a ;')]))).result).toMatchObject([{ steps: [1] }]);
    const later = await runPart(verifier.score([traceOn(session, 'a ; b ;')]));
    expect(later.result[0]!.steps).toEqual([1, null]);
    expect(later.result[0]!.why).toContain('step 2 is not judged');
  });

  it('says what earlier scores have become where the favourite answer was overturned, and draws nothing for that', async () => {
    const completions: Script['completions'] = ({ prefix }) => (prefix.includes('b ;') ? '</think> 44' : '</think> 434');
    const { scores, session, verifier } = await score(soft, { completions }, ['a ;'], { problem: sums });
    expect(scores).toEqual([[1]]);
    await runPart(verifier.score(['b ;', 'c b ;'].map((text) => traceOn(session, text))));
    const { spent } = session.budget;
    expect(verifier.rescore!(['a ;', 'b ;', 'unseen ;'].map((text) => traceOn(session, text))).map(({ steps }) => steps)).toEqual([[0], [1], [null]]);
    expect(session.budget.spent).toBe(spent);
  });

  it('stops when the run is cancelled', async () => {
    const abort = new AbortController();
    const session = sessionOn({ completions, stepEnds }, { problem: game, signal: abort.signal });
    const run = runPart(createVerifier(soft, session).score([traceOn(session, open)]), (event) => event.type === 'token' && abort.abort());
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('asking the model itself', () => {
  it('generative: how much likelier yes is than no, for each step and for the answer', async () => {
    const asked: string[] = [];
    const logprob = (prefix: string, word: string) => {
      asked.push(prefix);
      return word === 'Yes' ? Math.log(prefix.includes('2. b') ? 0.2 : 0.6) : Math.log(0.2);
    };
    const { scores, events } = await score({ kind: 'generative' }, { completions: [''], logprob }, ['a ; b ; </think> 434 <eos>']);
    expect(scores[0]!.map((value) => Number(value?.toFixed(6)))).toEqual([0.75, 0.5, 0.5]);
    expect(events).toEqual([]);
    expect(asked[0]).toContain('Is step 1 right?');
    expect(asked.at(-1)).toContain('Is the answer right?');
  });

  it('generative: certain either way is 0 or 1, not a number that is none', async () => {
    const { scores } = await score({ kind: 'generative' }, { completions: [''], logprob: (prefix, word) => (prefix.includes('2.') === (word === 'Yes') ? 0 : -2000) }, ['a ; b ;']);
    expect(scores).toEqual([[0, 1]]);
  });

  it('self-evaluation: 20, 1 and 0.001 for sure, likely and impossible, as a share of all sure', async () => {
    const completions: Script['completions'] = ({ prefix, index }) => (prefix.includes('2.') ? 'sure' : ['likely', 'It is not sure , so impossible', 'who knows'][index]!);
    const { scores, events, session, verifier } = await score({ kind: 'self-evaluation', evaluations: 3 }, { completions }, ['a ; b ;']);
    expect(scores[0]![0]).toBeCloseTo(1.001 / 60, 12);
    expect(scores[0]![1]).toBe(1);
    expect(eventsOf(events, 'sequence-started').map(({ label }) => label)).toContain('Evaluation 2 of step 1');
    expect(session.budget.spent).toBe(session.model.usage().decodedTokens);
    expect((await runPart(verifier.score([traceOn(session, 'a ; b ;')]))).events).toEqual([]);
  });

  it('self-evaluation: divides by the replies that the budget let come to their end, and has no score without one', async () => {
    const spec: VerifierSpec = { kind: 'self-evaluation', evaluations: 2 };
    const completions = ['sure', 'well it may or may not be sure'];
    const { scores, why } = await score(spec, { completions }, ['a ;'], { problem: sums, limit: 6 });
    expect(scores).toEqual([[1]]);
    expect(why[0]).toContain('step 1 is judged by 1 of 2');
    const { scores: none, why: spent, session, verifier } = await score(spec, { completions: ['sure'] }, ['a ; b ;'], { problem: sums, limit: 3 });
    expect(none).toEqual([[null, null]]);
    expect(spent).toEqual(['not judged: the budget was spent']);
    // Not remembered as 0: a smaller question still has room.
    expect((await runPart(verifier.score([traceOn(session, 'a ;')]))).result[0]!.steps).toEqual([1]);
  });

  it('orders replies as the paper does', () => {
    expect(['sure', 'Likely.', 'impossible', 'no word'].map(worthOf)).toEqual([20, 1, 0.001, 0]);
  });

  it('generative: asks a model that has learnt to judge, though it follows no instructions', () => {
    expect(createVerifier({ kind: 'generative' }, sessionOn({ completions: [''], capabilities: { instructions: false } })).judges).toBe('steps');
  });

  it('self-evaluation: draws one word from a model that has learnt the words, though it follows no instructions', async () => {
    const script: Script = { completions: ({ index }) => ['sure likely', 'likely sure', 'apples sure'][index]!, capabilities: { instructions: false, value: true } };
    const { scores, events, session } = await score({ kind: 'self-evaluation', evaluations: 3 }, script, ['a ;']);
    expect(scores[0]![0]).toBeCloseTo(21 / 60, 12);
    expect(session.budget.spent).toBe(3);
    expect(eventsOf(events, 'sequence-ended').map(({ reason }) => reason)).toEqual(['stop', 'stop', 'length']);
  });

  it('is refused where the model has learnt neither, and follows no instructions', () => {
    const session = sessionOn({ completions: [''], capabilities: { instructions: false }, judges: false });
    expect(() => createVerifier({ kind: 'generative' }, session)).toThrow(/learnt to judge/);
    expect(() => createVerifier({ kind: 'self-evaluation', evaluations: 1 }, session)).toThrow(/has not learnt to say so in words/);
    expect(() => createVerifier({ kind: 'process' }, session)).toThrow(/value head/);
    expect(() => createVerifier({ kind: 'majority' }, session, 'steps')).toThrow(/step by step/);
  });
});

it('rule: a last step that was cut off is no wrong one, and has no score unless one before it was wrong', async () => {
  const { scores, why } = await score({ kind: 'rule' }, { completions: [''] }, ['47 * 6 = 282 ; 38 *', '47 * 6 = 281 ; 38 *', '47 * 6 = 282 ;', '47 *'], { problem: sums });
  expect(scores).toEqual([[1, null], [0, 0], [1], [null]]);
  expect(why[0]).toBe('not judged: the last step was cut off');
});

it('every verifier gives scores in [0, 1], one a step or one a trace, whatever was written; none only where nothing was measured', async () => {
  const text = fc.array(fc.constantFrom('1', '+', '=', '2', ';', 'Wait', '</think>', '434', 'a'), { maxLength: 12 }).chain((words) => fc.boolean().map((ends) => [...words, ...(ends ? ['<eos>'] : [])].join(' ')));
  const specs: readonly VerifierSpec[] = [
    { kind: 'rule' }, { kind: 'outcome' }, { kind: 'process' }, { kind: 'rollouts', rollouts: 2, estimate: 'soft' }, { kind: 'rollouts', rollouts: 2, estimate: 'hard' }, { kind: 'majority' },
    { kind: 'generative' }, { kind: 'self-evaluation', evaluations: 2 }, { kind: 'oracle' },
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 3 }), fc.constantFrom(...specs), fc.constantFrom(0, 3, 30), async (texts, spec, limit) => {
      const { scores, session } = await score(spec, { completions: ['sure', '2 ; </think> 434', ''], capabilities: head }, texts, { problem: sums, limit, oracle: () => ({ outcome: 'ungraded', reason: '' }) });
      expect(scores).toHaveLength(texts.length);
      expect(scores.flat().every((value) => value === null || (value >= 0 && value <= 1))).toBe(true);
      const unasked = spec.kind === 'rollouts' || spec.kind === 'self-evaluation' ? limit === 0 : ['majority', 'generative'].includes(spec.kind);
      if (unasked) expect(scores.flat()).not.toContain(null);
      if (limit > 0) expect(session.model.usage().decodedTokens).toBeLessThanOrEqual(limit);
    }),
    { numRuns: 150 },
  );
});


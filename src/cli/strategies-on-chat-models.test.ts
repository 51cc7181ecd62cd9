import { unavailable } from '#experiment/fit.ts';
import { strategyKinds } from '#experiment/strategies.ts';
import { describe, expect, test } from 'vitest';
import { strategyFor, samplingFor } from '#experiment/defaults.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { tellingModel, type Telling } from '#policy/webllm/testing/telling-model.ts';
import type { LogEntry, RunEvent } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { traceText } from '#run/trace-text.ts';
import { validateLog } from '#run/validate-log.ts';
import { runExperiment } from '#strategies/run-experiment.ts';

const problem: Problem = { family: 'question', text: 'How many rolls?', answer: '12' };

async function run(telling: Telling, strategy: Strategy, sampling = {}) {
  const model = tellingModel(telling);
  const experiment: Experiment = {
    problem,
    model: 'telling',
    strategy,
    sampling: { ...samplingFor(model.info, strategy.kind), maxTokens: 200, ...sampling },
    seed: 1,
    budget: { tokens: 6000 },
  };
  const log: LogEntry[] = [];
  let tick = 0;
  for await (const entry of runExperiment(experiment, model, {
    now: () => tick++,
    signal: new AbortController().signal,
  }))
    log.push(entry);
  const events = log.map(({ event }) => event);
  const of = <Type extends RunEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<RunEvent, { type: Type }> => event.type === type);
  const text = (sequence: number) =>
    traceText(
      of('token')
        .filter((event) => event.sequence === sequence)
        .map(({ token }) => token),
    );
  return { log, events, of, text, state: fold(emptyRun, log) };
}

/** Thinks one paragraph after each "Wait", and answers how many paragraphs it has thought. */
const tell: Telling['tell'] = (question, reply) => {
  if (question.includes('Answer with one word, Yes or No.')) return 'Yes';
  if (question.includes('sure, likely or impossible')) return 'likely';
  const [thought = '', answer] = reply.replace(/^<think>\n(?!\n)/, '').split('</think>');
  if (reply.startsWith('<think>\n\n') || !reply.startsWith('<think>'))
    return after(
      'First the rolls.\n\nThe answer is \\boxed{12}.',
      (answer ?? reply).replace(/^\n\n|^Let's think step by step\.|/, '').replace(/^Attempt \d+:\n/, ''),
    );
  const rolls = thought.split('rolls').length - 1;
  if (answer === undefined)
    return after(
      'Now the rolls.\n\n</think>\n\nSo',
      thought.slice(thought.lastIndexOf('Wait') + 1).replace(/^ait/, ''),
    );
  return answer.includes('\\boxed{')
    ? after(`{${rolls}}.`, answer.slice(answer.lastIndexOf('{')))
    : after(`\n\nSo it is \\boxed{${rolls}}.`, answer);
};

/** What is left of a plan after its beginning; of another text's, the plan as far as it has begun at the end. */
function after(plan: string, written: string): string {
  for (let length = Math.min(plan.length, written.length); length > 0; length--)
    if (written.endsWith(plan.slice(0, length))) return plan.slice(length);
  return plan;
}

describe.each(['tokens', 'text'] as const)('a model whose thinking tags are %s', (tags) => {
  test('thinks, answers in a box, and is read after its thought', async () => {
    const { text, state, of } = await run({ tags, tell }, { kind: 'chain-of-thought', effort: 'low' });
    expect(text(0)).toBe('Now the rolls.\n\n</think>\n\nSo it is \\boxed{1}.<|im_end|>');
    expect(state).toMatchObject({
      chosen: { answer: { display: '1', rule: 'boxed' } },
      grade: { outcome: 'wrong' },
    });
    expect(of('sequence-ended')).toMatchObject([{ reason: 'end-of-text' }]);
  });

  test('is made to think on by a "Wait" in the place of its closing tag', async () => {
    const { text, of, state } = await run(
      { tags, tell },
      { kind: 'budget-forcing', effort: 'low', waits: 2, word: 'Wait', thinkingTokens: 150 },
    );
    expect(text(0)).toBe(
      'Now the rolls.\n\nWaitNow the rolls.\n\nWaitNow the rolls.\n\n</think>\n\nSo it is \\boxed{3}.<|im_end|>',
    );
    expect(
      of('token')
        .filter(({ token }) => token.forced)
        .map(({ token }) => [token.text, token.role]),
    ).toEqual([
      ['Wait', 'wait'],
      ['Wait', 'wait'],
    ]);
    expect(of('interim-answer').map(({ round, answer }) => [round, answer?.display])).toEqual([
      [0, '1'],
      [1, '2'],
      [2, '3'],
    ]);
    expect(state.chosen).toMatchObject({ answer: { display: '3' }, by: { rule: 'last-round', round: 2 } });
  });

  test('is cut at its thinking budget, closed as it would close itself, and made to answer', async () => {
    const endless: Telling['tell'] = (question, reply) =>
      reply.includes('</think>') ? tell(question, reply) : ' the';
    const { text, of } = await run(
      { tags, tell: endless },
      { kind: 'budget-forcing', effort: 'low', waits: 1, word: 'Wait', thinkingTokens: 7 },
    );
    expect(text(0)).toBe(`${' the'.repeat(7)}\n</think>\n\n**Final Answer**\n\\boxed{0}.<|im_end|>`);
    expect(of('interim-answer')).toMatchObject([{ round: 0, thinkingTokens: 7, answer: { display: '0' } }]);
  });

  test('has an interim answer by its box, however long it goes on about it; a box that does not close is none', async () => {
    const answering =
      (answer: string): Telling['tell'] =>
      (question, reply) =>
        reply.includes('boxed{') ? answer.slice(reply.split('boxed{').at(-1)!.length) : tell(question, reply);
    const interim = async (answer: string) => {
      const { of } = await run(
        { tags, tell: answering(answer) },
        { kind: 'budget-forcing', effort: 'low', waits: 1, word: 'Wait', thinkingTokens: 150 },
      );
      return of('interim-answer')[0]!.answer;
    };
    expect(await interim(`7}. ${'the '.repeat(80)}`)).toMatchObject({ display: '7', rule: 'boxed' });
    expect(await interim('7'.repeat(80))).toBeNull();
  });

  test('is searched paragraph by paragraph', async () => {
    const { state, of, text } = await run(
      { tags, tell },
      {
        ...strategyFor(
          { capabilities: { valueHead: false, fewShot: true, instructions: true } },
          'beam-search',
        ),
        width: 1,
        expansion: 2,
      },
    );
    expect(state.status).toBe('finished');
    expect(text(0)).toBe('First the rolls.\n\n');
    expect(
      of('node-scored').every(
        ({ score, verifier }) => verifier === 'generative' && score !== null && score > 0.99,
      ),
    ).toBe(true);
    expect(state.chosen).toMatchObject({ answer: { display: '12' } });
  });

  test('of what is asked, the reference is no part', async () => {
    const asked: string[] = [];
    await run(
      { tags, tell: (question, reply) => (asked.push(question), tell(question, reply)) },
      { kind: 'chain-of-thought', effort: 'high' },
    );
    expect(asked.every((question) => question.includes('How many rolls?') && !question.includes('12'))).toBe(
      true,
    );
  });
});

test('a text that ends a reply ends it, wherever its tokens are cut', async () => {
  const talks: Telling['tell'] = (_, reply) => after('It is \\boxed{12}.\n\nUser: And then?', reply);
  const { of, state } = await run(
    { tags: 'none', tell: talks, endText: ['\nUser:'] },
    { kind: 'chain-of-thought', effort: 'low' },
  );
  expect(of('sequence-ended')).toMatchObject([{ reason: 'end-of-text' }]);
  expect(state).toMatchObject({ chosen: { answer: { display: '12' } }, grade: { outcome: 'right' } });
});

describe.each(['tokens', 'text', 'none'] as const)(
  'every strategy runs on a chat model with tags: %s',
  (tags) => {
    const kinds = strategyKinds;
    test.each(kinds)('%s', async (kind) => {
      const model = tellingModel({ tags, tell });
      const strategy: Strategy = small(strategyFor(model.info, kind));
      const { log, state, events } = await run({ tags, tell }, strategy);
      expect(validateLog(log)).toBeNull();
      if (unavailable(strategy, { ...model.info, thinks: model.info.thinking !== undefined }) !== null) {
        expect(state).toMatchObject({ status: 'failed', failure: { code: 'unsupported' } });
        return;
      }
      expect(state.status).toBe('finished');
      expect(state.chosen?.answer?.display).toMatch(/^(?:1|2|3|12)$/);
      // Steps ahead of the draws, some of them wrong, change nothing but what they cost, and whose token comes first.
      if (tags !== 'tokens') return;
      const ahead = await run({ tags, tell, ahead: stepsAhead }, strategy);
      expect(inAnyOrder(ahead.events)).toEqual(inAnyOrder(events));
    });
  },
);

const stepsAhead = { most: 5, roundTrip: 4, isWrong: (step: number) => step % 7 === 3 };
const inAnyOrder = (events: readonly RunEvent[]) =>
  events
    .filter(({ type }) => type !== 'usage')
    .map((event) => JSON.stringify(event))
    .sort();

/** The same with fewer draws: the model says the same each time. */
function small(strategy: Strategy): Strategy {
  switch (strategy.kind) {
    case 'self-consistency':
    case 'adaptive-consistency':
    case 'best-of-n':
      return { ...strategy, samples: 2 };
    case 'beam-search':
      return { ...strategy, width: 1, expansion: 2 };
    case 'tree-of-thoughts':
      return { ...strategy, thoughts: 2, breadth: 1, verifier: { kind: 'self-evaluation', evaluations: 1 } };
    case 'mcts':
      return { ...strategy, simulations: 3, expansion: 2, widening: 0 };
    case 'rstar':
      return { ...strategy, rollouts: 1, steps: 1, checks: 1, maxSteps: 4 };
    case 'revision':
      return {
        ...strategy,
        parallel: 1,
        rounds: 2,
        verifier: { kind: 'rollouts', rollouts: 1, estimate: 'soft' },
      };
    case 'compute-optimal':
      return { ...strategy, probe: 2, tokens: 1500 };
    default:
      return strategy;
  }
}

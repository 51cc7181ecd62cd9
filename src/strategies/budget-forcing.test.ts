import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Script } from '#policy/testing/scripted-model.ts';
import { eventsOf, runPart, sessionOn, sums, traceTextOf } from '#verifiers/testing/harness.ts';
import { budgetForcing, type BudgetForcing } from './budget-forcing.ts';
import { chainOfThought } from './chain-of-thought.ts';

const base: BudgetForcing = {
  kind: 'budget-forcing',
  effort: 'low',
  waits: 2,
  word: 'Wait',
  thinkingTokens: 40,
};

async function run(
  completions: Script['completions'],
  params: Partial<BudgetForcing> = {},
  settings: Parameters<typeof sessionOn>[1] & {
    readonly context?: number;
    readonly answerBegin?: string;
  } = {},
) {
  const { context, answerBegin, ...rest } = settings;
  const plain = sessionOn({ completions, ...(context ? { context } : {}) }, { problem: sums, ...rest });
  const { model } = plain;
  const session = answerBegin
    ? {
        ...plain,
        model: { ...model, info: { ...model.info, thinking: { ...model.info.thinking!, answerBegin } } },
      }
    : plain;
  const { events } = await runPart(budgetForcing(session, { ...base, ...params }));
  return {
    events,
    session,
    text: traceTextOf(events, 0),
    chosen: eventsOf(events, 'answer-chosen')[0]!,
    interim: eventsOf(events, 'interim-answer'),
    forced: eventsOf(events, 'token')
      .filter(({ token }) => token.forced)
      .map(({ token }) => token.text),
    ends: eventsOf(events, 'sequence-ended'),
  };
}

/** Thinks of more each round: 1, then 2, then 3; answers what it thought of last. */
const thinker: Script['completions'] = ({ prefix }) => {
  const thought = prefix.split(' ').filter((word) => /^t\d$/.test(word)).length;
  return prefix.endsWith('</think>') ? `${thought}` : `t${thought + 1} </think> ${thought + 1}`;
};

describe('budget forcing', () => {
  it('drops each end of thinking and puts the word in its place, all in one sequence', async () => {
    const { text, forced, events, ends } = await run(thinker);
    expect(text).toBe('t1 Wait t2 Wait t3 </think> 3');
    expect(forced).toEqual(['Wait', 'Wait']);
    expect(eventsOf(events, 'wait-forced').map(({ round, word }) => `${round} ${word}`)).toEqual([
      '1 Wait',
      '2 Wait',
    ]);
    expect(eventsOf(events, 'sequence-started')).toHaveLength(1);
    expect(ends).toMatchObject([{ sequence: 0, reason: 'end-of-text' }]);
  });

  it('records what the trace would answer after each round, without writing it into the trace', async () => {
    const { interim, chosen, session } = await run(thinker);
    expect(
      interim.map(({ round, answer, thinkingTokens }) => [round, answer?.display, thinkingTokens]),
    ).toEqual([
      [0, '1', 1],
      [1, '2', 3],
      [2, '3', 5],
    ]);
    expect(chosen).toMatchObject({ answer: { display: '3' }, by: { rule: 'last-round', round: 2 } });
    // 5 of thinking, 2 dropped tags, 2 interim answers, tag and answer.
    expect(session.model.usage().decodedTokens).toBe(11);
    expect(session.budget.spent).toBe(11);
  });

  it('with another word puts that one', async () => {
    const { text } = await run(thinker, { waits: 1, word: 'But then' });
    expect(text).toBe('t1 But then t2 </think> 2');
  });

  it('at the budget cuts the thinking, forces the closing tag, and lets the model answer', async () => {
    const { text, forced, chosen, interim } = await run(
      ({ prefix }) => (prefix.endsWith('</think>') ? '7' : 'on and on and on and on'),
      { thinkingTokens: 4 },
    );
    expect(text).toBe('on and on and </think> 7');
    expect(forced).toEqual(['</think>']);
    expect(chosen).toMatchObject({ answer: { display: '7' }, by: { rule: 'only-trace' } });
    expect(interim).toMatchObject([{ round: 0, thinkingTokens: 4, answer: { display: '7' } }]);
  });

  describe('on a model whose answers begin with words of their own', () => {
    const settings = { answerBegin: ' So: \\boxed{' };
    /** Writes on about the problem after a tag alone; says the answer at once after its beginning. */
    const rambler =
      (thought: string): Script['completions'] =>
      ({ prefix }) =>
        prefix.endsWith('\\boxed{') ? '7 }' : prefix.endsWith('</think>') ? 'let me think on' : thought;

    it("forces the answer's beginning where the budget cut the thinking, and keeps room for it", async () => {
      const { text, forced, chosen, interim } = await run(
        rambler('on and on and on and on'),
        { thinkingTokens: 4 },
        settings,
      );
      expect(text).toBe('on and on and </think> So: \\boxed{ 7 }');
      expect(forced).toEqual(['</think>', 'So:', '\\boxed{']);
      expect(chosen).toMatchObject({ answer: { display: '7', rule: 'boxed' } });
      expect(interim).toMatchObject([{ round: 0, thinkingTokens: 4, answer: { display: '7' } }]);
      const tight = await run(
        rambler('x '.repeat(100)),
        { thinkingTokens: 100 },
        { ...settings, context: 120 },
      );
      expect(tight.chosen).toMatchObject({ answer: { display: '7' } });
      expect(tight.ends).toMatchObject([{ reason: 'end-of-text' }]);
    });

    it('gives interim answers and the last one alike where the thinking is cut after a "Wait"', async () => {
      const { text, interim } = await run(
        ({ prefix }) =>
          prefix.endsWith('\\boxed{') ? '7 }' : prefix.endsWith('Wait') ? 'x '.repeat(50) : 'a </think> 1',
        { waits: 1, thinkingTokens: 4 },
        settings,
      );
      expect(text).toBe('a Wait x x </think> So: \\boxed{ 7 }');
      expect(interim.map(({ round, answer }) => [round, answer?.display])).toEqual([
        [0, '7'],
        [1, '7'],
      ]);
    });

    it.each(['a b </think> my answer is 5', 'a b <eos>'])(
      "forces no answer's beginning where the model ended its thinking: %s",
      async (thought) => {
        const { text, forced } = await run(
          ({ prefix }) => (prefix.endsWith('</think>') ? 'my answer is 5' : thought),
          { waits: 0 },
          settings,
        );
        expect(text).toBe('a b </think> my answer is 5');
        expect(forced).toEqual(thought.includes('<eos>') ? ['</think>'] : []);
      },
    );
  });

  it('gives each continuation what is left of the thinking budget, the word included', async () => {
    const { text, interim } = await run(
      ({ prefix }) =>
        prefix.endsWith('</think>') ? '7' : prefix.endsWith('Wait') ? 'c d e f g h' : 'a b </think> 1',
      { thinkingTokens: 5 },
    );
    expect(text).toBe('a b Wait c d </think> 7');
    expect(interim.at(-1)).toMatchObject({ round: 1, thinkingTokens: 5 });
  });

  it('lets an end stand where no token would be left after the word', async () => {
    const { text, events } = await run(
      ({ prefix }) => (prefix.endsWith('</think>') ? '1' : 'a b c </think> 1'),
      { thinkingTokens: 4 },
    );
    expect(text).toBe('a b c </think> 1');
    expect(eventsOf(events, 'wait-forced')).toEqual([]);
  });

  it('closes and answers a text that ended without closing its thinking', async () => {
    const { text, chosen } = await run(({ prefix }) => (prefix.endsWith('</think>') ? '5' : 'a <eos>'), {
      waits: 1,
    });
    expect(text).toBe('a Wait a </think> 5');
    expect(chosen).toMatchObject({ answer: { display: '5' } });
  });

  it('with no waits and no cut is chain of thought, token for token', async () => {
    const completions = ['a b c </think> 12'];
    const forced = await run(completions, { waits: 0 });
    const plain = sessionOn({ completions }, { problem: sums });
    const { events } = await runPart(chainOfThought(plain, { effort: 'low' }));
    // The words of the tag and the trace were met in another order.
    const said = (all: typeof events) => JSON.stringify(all).replaceAll(/"id":\d+/g, '"id":0');
    expect(said(forced.events.filter(({ type }) => type !== 'interim-answer'))).toEqual(said(events));
    expect(forced.session.model.usage()).toEqual(plain.model.usage());
  });

  it('goes on with an answer that the thinking budget cut', async () => {
    const { text } = await run(
      ({ prefix }) =>
        ({ 'arithmetic think low': 'a b </think> 1 2 3', 'arithmetic think low a b </think> 1': '2 3' })[
          prefix
        ] ?? '?',
      { waits: 0, thinkingTokens: 4 },
    );
    expect(text).toBe('a b </think> 1 2 3');
  });

  it('a model that says nothing gets its waits and has no answer', async () => {
    const { text, chosen } = await run(['']);
    expect(text).toBe('Wait Wait </think>');
    expect(chosen).toMatchObject({ answer: null, by: { rule: 'no-answer' } });
  });

  it('a model that repeats itself is cut at the budget', async () => {
    const { interim, chosen } = await run(
      ({ prefix }) => (prefix.endsWith('</think>') ? '7' : 'x '.repeat(100)),
      { thinkingTokens: 12 },
    );
    expect(interim).toMatchObject([{ thinkingTokens: 12 }]);
    expect(chosen).toMatchObject({ answer: { display: '7' } });
  });

  it('says so where the context holds less thinking than asked for, and still has room for the answer', async () => {
    const { events, chosen, text } = await run(
      ({ prefix }) => (prefix.endsWith('</think>') ? '7' : 'x '.repeat(100)),
      { thinkingTokens: 100 },
      { context: 60 },
    );
    expect(eventsOf(events, 'decided')).toMatchObject([{ decision: { kind: 'less-thinking', tokens: 24 } }]);
    expect(text.split(' ')).toHaveLength(26);
    expect(chosen).toMatchObject({ answer: { display: '7' } });
  });

  it('has no answer without a budget, and stops when cancelled', async () => {
    const { events } = await run(thinker, {}, { limit: 1 });
    expect(eventsOf(events, 'sequence-started')).toEqual([]);
    expect(eventsOf(events, 'answer-chosen')).toMatchObject([{ answer: null }]);
    const abort = new AbortController();
    const session = sessionOn({ completions: thinker }, { problem: sums, signal: abort.signal });
    await expect(
      runPart(budgetForcing(session, base), (event) => event.type === 'wait-forced' && abort.abort()),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('refuses a model that does not mark its thinking', async () => {
    const session = sessionOn({ completions: [''] }, { problem: sums });
    const { thinking: _, ...info } = session.model.info;
    await expect(
      runPart(budgetForcing({ ...session, model: { ...session.model, info } }, base)),
    ).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('never exceeds the thinking budget nor the budget of the run, and always ends its sequence', async () => {
    const words = fc.array(fc.constantFrom('a', 'Wait', '</think>', '7', '<eos>'), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        words,
        words,
        fc.nat(4),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(0, 1, 2, 5, 40, 60, 90),
        async (first, second, waits, thinkingTokens, limit) => {
          const { interim, session, events, ends } = await run(
            ({ request }) => (request % 2 === 0 ? first : second).join(' '),
            { waits, thinkingTokens },
            { limit },
          );
          expect(interim.every((event) => event.thinkingTokens <= thinkingTokens)).toBe(true);
          expect(eventsOf(events, 'wait-forced').length).toBeLessThanOrEqual(waits);
          expect(ends).toHaveLength(eventsOf(events, 'sequence-started').length);
          expect(session.budget.spent).toBe(session.model.usage().decodedTokens);
          if (limit > 0) expect(session.budget.spent).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { randomStream } from '../../policy/runtime/random.ts';
import { namesOf, search, type SearchOptions } from '../testing/run-search.ts';
import { legalActions, possibleActions, type Origin } from './actions.ts';
import { givenSteps } from './mutual-consistency.ts';
import type { RStarNode } from './node.ts';
import { rStar } from './rstar.ts';
import { mostFrequent } from './self-consistency.ts';
import { selectByUct } from './uct.ts';
import type { RunEvent } from '../../run/events.ts';

type Settings = Parameters<typeof rStar>[1];

const base: Settings = { kind: 'rstar', rollouts: 4, exploration: 2, steps: 2, lastVotes: 10, maskFrom: 0.2, maskTo: 0.8, checks: 2, confirm: 'half', maxSteps: 5 };

function star(drawing: string, params: Partial<Settings> = {}, options: SearchOptions = {}) {
  return search(drawing, (session) => rStar(session, { ...base, ...params }), options);
}

const tree = `
  root
    a; p.5
      a1; p.5
        end 1
      a2; p.5
        end 2
    b; p.5
      b1;
        end 1`;

const asking = `
  root
    a; p1.0
      end 1
    Sub-question 1: p.0
      how many?;
        Answer 1: p.0
          four;
            end 4
            Sub-question 2: p.0
              and then?;
                Answer 2: p.0
                  end 4
        Answer 1: p.0
    In other words, the question is: p.0
      what is it?;
        r;
          end 5
        Sub-question 1: p.0
          why?;
            Answer 1: p.0
              so;
                end 5`;

/** The action that made each node, by the label of its draw. */
function originsOf(events: readonly RunEvent[]): ReadonlyMap<number, { readonly origin: Origin; readonly parent: number | null }> {
  const origins: Readonly<Record<string, Origin>> = {
    'One step': 'step', 'The rest': 'rest', 'Answer to sub-question 1': 'sub-question', 'Answer to sub-question 2': 'sub-question', 'Answered again': 're-answer', Rephrased: 'rephrase',
  };
  const labels = new Map(events.flatMap((event) => (event.type === 'sequence-started' ? [[event.sequence, event.label.split(',')[0]!] as const] : [])));
  return new Map(
    events.flatMap((event) => (event.type === 'node-created' ? [[event.node, { origin: event.sequence === null ? 'question' : origins[labels.get(event.sequence)!]!, parent: event.parent }] as const] : [])),
  );
}

describe('actions', () => {
  it('are those of table 1', () => {
    const all = possibleActions({ valueHead: false, fewShot: false, instructions: true });
    expect(legalActions('question', all)).toEqual(['step', 'rest', 'sub-question', 'rephrase']);
    expect(legalActions('step', all)).toEqual(['step', 'rest']);
    expect(legalActions('rest', all)).toEqual([]);
    expect(legalActions('sub-question', all)).toContain('re-answer');
    expect(legalActions('re-answer', all)).not.toContain('re-answer');
    for (const origin of ['rephrase', 'step', 'sub-question', 're-answer'] as const) expect(legalActions(origin, all)).not.toContain('rephrase');
  });

  it('are steps and rests only on a model that follows no instructions, and the run says so', async () => {
    const { lines, events } = await star(tree);
    expect(lines[0]).toBe('decided: Drawn has not learnt to ask itself questions and follows no instructions, so it cannot take these actions: sub-question, re-answer, rephrase');
    expect(new Set([...originsOf(events).values()].map(({ origin }) => origin))).toEqual(new Set(['question', 'step', 'rest']));
  });

  it('are all taken, and only where they are legal, on a model that follows instructions', async () => {
    const { events, lines, error } = await star(asking, { rollouts: 12 }, { capabilities: { instructions: true }, sampling: { maxTokens: 20 } });
    expect(error).toBeNull();
    expect(lines[0]).not.toContain('decided');
    const origins = originsOf(events);
    expect(new Set([...origins.values()].map(({ origin }) => origin))).toEqual(new Set(['question', 'step', 'rest', 'sub-question', 're-answer', 'rephrase']));
    for (const { origin, parent } of origins.values()) {
      if (origin === 'question') continue;
      expect(legalActions(origins.get(parent!)!.origin, ['step', 'rest', 'sub-question', 're-answer', 'rephrase'])).toContain(origin);
    }
    expect(lines.at(-1)).toMatch(/^answer [145] by confirmed-answer/);
  });

  it('are asked for in the words that a model has learnt for them, which have no numbers', async () => {
    const drawing = asking.replaceAll(/(Sub-question|Answer) \d:/g, '$1:').replace('In other words, the question is:', 'In other words:');
    const actionWords = { question: 'Sub-question:', answer: 'Answer:', rephrase: 'In other words:' };
    const { events, lines, error } = await star(drawing, { rollouts: 12 }, { capabilities: { questions: true }, actionWords, sampling: { maxTokens: 20 } });
    expect(error).toBeNull();
    expect(lines[0]).not.toContain('decided');
    expect(new Set([...originsOf(events).values()].map(({ origin }) => origin))).toEqual(new Set(['question', 'step', 'rest', 'sub-question', 're-answer', 'rephrase']));
    const forced = events.flatMap((event) => (event.type === 'token' && event.token.forced ? [event.token.text] : []));
    expect(new Set(forced)).toEqual(new Set(['Sub-question:', 'Answer:', 'In', 'other', 'words:']));
    expect(lines.at(-1)).toMatch(/^answer [145] by confirmed-answer/);
  });

  it('vote on what an answer comes to, however it was worked out', async () => {
    const drawing = `
  root
    a; p1.0
      end 1
    Sub-question 1: p.0
      how many?;
        Answer 1: p.0
          Ann has 9;
            end 9
          Ann has 7 + 5 = 12;
            end 12
          Ann has 12;
            end 12
          Ann has 6 * 2 = 12;
            end 12`;
    const { lines } = await star(drawing, { rollouts: 8, steps: 1 }, { capabilities: { instructions: true }, sampling: { maxTokens: 30 } });
    const answers = lines.filter((line) => line.includes('> Answer 1:'));
    expect(answers.length).toBeGreaterThan(0);
    for (const line of answers) expect(line).toContain('Ann has 7 + 5 = 12');
  });

  it('give an answer that was cut off no say', async () => {
    const drawing = `
  root
    a; p1.0
      end 1
    Sub-question 1: p.0
      how many?;
        Answer 1: p.0
          Ann has 9;
            end 9
          maybe 12 ∞
          maybe 12 ∞`;
    const { lines } = await star(drawing, { rollouts: 8, steps: 1 }, { capabilities: { instructions: true }, sampling: { maxTokens: 12 } });
    const answers = lines.filter((line) => line.includes('> Answer 1:'));
    expect(answers.length).toBeGreaterThan(0);
    for (const line of answers) expect(line).toContain('Ann has 9');
  });

  it('put a re-answer in place of the answer before it', async () => {
    const { events } = await star(asking, { rollouts: 12 }, { capabilities: { instructions: true }, sampling: { maxTokens: 20 } });
    const texts = new Map<number, string>();
    for (const event of events) if (event.type === 'token') texts.set(event.sequence, `${texts.get(event.sequence) ?? ''} ${event.token.text}`);
    const checks = events.filter((event) => event.type === 'sequence-started' && event.label.startsWith('Check'));
    // Whatever is checked, no trace answers the same sub-question twice.
    for (const check of checks) {
      const prompt = check.type === 'sequence-started' ? check.prompt.map(({ text }) => text).join(' ') : '';
      expect(`${prompt} ${texts.get((check as { sequence: number }).sequence) ?? ''}`.split('Answer 1:').length).toBeLessThanOrEqual(2);
    }
  });
});

describe('self-consistency', () => {
  const drawn = (text: string, sequence: number) => ({ sequence, tokens: [], reason: 'end-of-text' as const, logprob: 0, text });
  it('takes the most frequent answer, of equals the one drawn first, and counts draws without one', () => {
    const draws = ['x', 'y', '', 'y', 'x'].map(drawn);
    const key = (one: { readonly text?: string }) => one.text || null;
    expect(mostFrequent(draws, key as never)).toMatchObject({ one: { sequence: 0 }, likelihood: 0.4 });
    expect(mostFrequent([drawn('', 0)], key as never)).toBeNull();
    expect(mostFrequent([], key as never)).toBeNull();
  });
});

describe('UCT', () => {
  const node = (id: number, visits: number, total: number, children: RStarNode[] = []): RStarNode => ({
    id, parent: null, depth: 0, origin: 'step', steps: [], path: [], end: 'open', written: [], answer: null, sequence: null, reward: 0, asked: null, questions: 0, children, visits, total,
  });

  it('is Q/N + c·√(ln N_parent / N)', () => {
    const { rows, chosen, rule } = selectByUct(node(0, 10, 0, [node(1, 8, 6), node(2, 2, 0.5)]), 2, randomStream(1, 0));
    expect(rule).toBe('uct');
    expect(rows[0]!.q).toBe(0.75);
    expect(rows[0]!.exploration).toBeCloseTo(2 * Math.sqrt(Math.log(10) / 8), 12);
    expect(rows[1]!.score).toBeCloseTo(0.25 + 2 * Math.sqrt(Math.log(10) / 2), 12);
    expect(chosen).toBe(2);
  });

  it('takes unvisited children first, at random, and the earlier of equals', () => {
    const open = node(0, 3, 0, [node(1, 3, 3), node(2, 0, 0), node(3, 0, 0)]);
    const random = randomStream(5, 0);
    const picked = new Set(Array.from({ length: 30 }, () => selectByUct(open, 2, random).chosen));
    expect(picked).toEqual(new Set([2, 3]));
    expect(selectByUct(node(0, 4, 0, [node(1, 2, 1), node(2, 2, 1)]), 2, random).chosen).toBe(1);
  });
});

describe('mutual consistency', () => {
  it.each([
    [1, 0.5, 0], [2, 0.2, 1], [2, 0.8, 1], [3, 0.2, 1], [3, 0.5, 2], [3, 0.9, 2], [10, 0.25, 3], [0, 0.5, 0],
  ])('of %i steps a share of %d gives %i', (steps, share, given) => {
    expect(givenSteps(steps, share)).toBe(given);
  });

  it('of one trace chooses the highest reward × agreement', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { events, lines } = await star(tree, { checks: 4, confirm: 'trace' }, { seed, draws: 'random' });
      const products = new Map(events.flatMap((event) => (event.type === 'node-scored' && event.why.startsWith('reward') ? [[event.node, event.score ?? 0] as const] : [])));
      const choice = events.find((event) => event.type === 'answer-chosen');
      expect(choice?.by.rule, `seed ${seed}: ${lines.at(-1)}`).toBe('mutual-consistency');
      if (choice?.by.rule !== 'mutual-consistency') continue;
      const { agreement, reward, node } = choice.by;
      expect(agreement! * reward).toBe(Math.max(...products.values()));
      expect(products.get(node)).toBe(agreement! * reward);
    }
  });

  it('of one trace says so where no second sampling came to its end', async () => {
    const settings = { checks: 4, confirm: 'trace' } as const;
    const { events } = await star(tree, settings, { draws: 'random' });
    const spent = events.slice(0, events.findIndex((event) => event.type === 'sequence-started' && event.label.startsWith('Check'))).filter(({ type }) => type === 'token').length;
    const cut = await star(tree, settings, { draws: 'random', budget: spent });
    expect(cut.events.filter((event) => event.type === 'node-scored' && event.why.startsWith('reward'))).toEqual([]);
    expect(cut.events.find((event) => event.type === 'answer-chosen')).toMatchObject({ by: { rule: 'mutual-consistency', agreement: null } });
  });

  it('chooses the answer of two traces over that of one that was found first, where all agree', async () => {
    const drawing = `
  root
    b; p.4
      end 2
    a; p.3
      end 1
    c; p.3
      end 1`;
    const settings = { rollouts: 4, steps: 3, lastVotes: 1 };
    const { events, lines } = await star(drawing, settings);
    const names = namesOf(events);
    const ends = events.flatMap((event) => (event.type === 'node-created' && event.end === 'terminal' ? [event.node] : []));
    expect(names.get(Math.min(...ends))).toContain('end 2');
    expect(events.filter((event) => event.type === 'node-scored' && event.why.includes('second samplings')).every((event) => event.type === 'node-scored' && event.score === 1)).toBe(true);
    expect(lines.at(-1)).toMatch(/^answer 1 by confirmed-answer at/);
    // One trace's reward × agreement is 1 for all, and the node number decides.
    expect((await star(drawing, { ...settings, confirm: 'trace' })).lines.at(-1)).toMatch(/^answer 2 by mutual-consistency at/);
  });

  it('checks a trace once, however often it was found, and nothing where there is one answer', async () => {
    const { events } = await star(tree, { checks: 3, rollouts: 12 });
    const scored = new Set(events.flatMap((event) => (event.type === 'node-scored' && event.why.includes('second samplings') ? [event.node] : [])));
    const started = events.flatMap((event) => (event.type === 'sequence-started' && event.label.startsWith('Check') ? [event.from!] : []));
    expect(new Set(started).size).toBe(3);
    expect(started).toHaveLength(9);
    expect(scored.size).toBeGreaterThan(3);
    const one = await star('root\n  a;\n    end 1\n  b;\n    end 1', { rollouts: 6 });
    expect(one.lines.at(-1)).toMatch(/^answer 1 by most-found-answer/);
    expect(one.events.some((event) => event.type === 'sequence-started' && event.label.startsWith('Check'))).toBe(false);
  });

  it('cuts each trace after a step, between the bounds', async () => {
    const { events } = await star(tree, { checks: 8 });
    const names = namesOf(events);
    for (const event of events) {
      if (event.type !== 'sequence-started' || !event.label.startsWith('Check')) continue;
      const given = event.prompt.slice(1).map(({ text }) => text);
      expect(given.every((word) => word.endsWith(';')), names.get(event.from!)).toBe(true);
      expect(given.length).toBeGreaterThan(0);
      expect(given.length).toBeLessThan(3);
    }
  });
});

describe('rStar', () => {
  it('lets as many draws vote on a rest as it is told', async () => {
    const { events } = await star(tree, { rollouts: 1, lastVotes: 7 });
    const rests = events.flatMap((event) => (event.type === 'sequence-started' && event.label.startsWith('The rest') ? [event.from] : []));
    expect(rests.filter((from) => from === 0)).toHaveLength(7);
  });

  it('rewards an answer by the share of draws that give it, and adds it up along the way', async () => {
    const { events } = await star('root\n  a;\n    end 1', { rollouts: 6 });
    const backups = events.filter((event) => event.type === 'backed-up');
    expect(backups).toHaveLength(6);
    for (const { value, path } of backups) {
      expect(value).toBe(1);
      expect(path[0]).toMatchObject({ node: 0, valueAfter: 1 });
    }
    expect(backups.at(-1)!.path[0]!.visitsAfter).toBe(6);
  });

  it('ends without an answer where every trace is cut off', async () => {
    const { lines } = await star('root\n  again ∞');
    expect(lines.at(-1)).toBe('answer none by no-answer');
  });

  it('never overruns its budget, and answers from what it has', async () => {
    for (const instructions of [false, true]) {
      for (let budget = 1; budget < 400; budget += 13) {
        const { lines, spent, error } = await star(instructions ? asking : tree, {}, { budget, capabilities: { instructions } });
        expect(error).toBeNull();
        expect(spent).toBeLessThanOrEqual(budget);
        expect(lines.at(-1)).toMatch(/^answer/);
      }
    }
  });

  it('does not take a second sampling that the budget cut off for one that disagrees', async () => {
    const rules = new Set<string>();
    for (let budget = 1; budget < 300; budget += 2) {
      const { events } = await star(tree, { confirm: 'any' }, { budget });
      const labels = new Map(events.flatMap((event) => (event.type === 'sequence-started' ? [[event.sequence, event.label] as const] : [])));
      const checked = events.some((event) => event.type === 'sequence-ended' && event.reason === 'end-of-text' && labels.get(event.sequence)?.startsWith('Check'));
      const choice = events.at(-1)!;
      if (choice.type !== 'answer-chosen') throw new Error('the choice comes last');
      const { by } = choice;
      rules.add(by.rule === 'most-found-answer' ? by.because : by.rule);
      if (by.rule === 'confirmed-answer' || (by.rule === 'most-found-answer' && by.because === 'none-confirmed')) expect(checked, `budget ${budget}`).toBe(true);
      if (by.rule === 'most-found-answer' && by.because === 'unchecked') expect(checked, `budget ${budget}`).toBe(false);
    }
    for (const rule of ['no-answer', 'only-answer', 'unchecked', 'confirmed-answer']) expect(rules).toContain(rule);
  });

  it('stops at any token when it is cancelled', async () => {
    for (const token of [1, 20, 60]) {
      const abort = new AbortController();
      let seen = 0;
      const { error } = await star(tree, {}, { abort, onEvent: (event) => event.type === 'token' && ++seen === token && abort.abort() });
      expect((error as DOMException).name).toBe('AbortError');
    }
  });
});

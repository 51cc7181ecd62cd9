import { describe, expect, it } from 'vitest';
import { randomStream } from '#policy/runtime/random.ts';
import { legalActions, possibleActions, type Origin } from './actions.ts';
import type { RStarNode } from './node.ts';
import { mostFrequent } from './self-consistency.ts';
import { star, tree } from './testing/star.ts';
import { selectByUct } from './uct.ts';
import type { RunEvent } from '#run/events.ts';
import type { SequenceLabel } from '#run/facts/label.ts';

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
function originsOf(
  events: readonly RunEvent[],
): ReadonlyMap<number, { readonly origin: Origin; readonly parent: number | null }> {
  const originOf = (label: SequenceLabel): Origin => {
    if (label.kind === 'sub-answer') return 'sub-question';
    if (label.kind === 'action') return label.action;
    throw new Error(`no node is made of ${label.kind}`);
  };
  const labels = new Map(
    events.flatMap((event) =>
      event.type === 'sequence-started' ? [[event.sequence, event.label] as const] : [],
    ),
  );
  return new Map(
    events.flatMap((event) =>
      event.type === 'node-created'
        ? [
            [
              event.node,
              {
                origin: event.sequence === null ? 'question' : originOf(labels.get(event.sequence)!),
                parent: event.parent,
              },
            ] as const,
          ]
        : [],
    ),
  );
}

/** The answers that a run takes for its only sub-question, of which there is at least one. */
async function answersOf(drawnAnswers: string, maxTokens: number): Promise<readonly string[]> {
  const drawing = `
  root
    a; p1.0
      end 1
    Sub-question 1: p.0
      how many?;
        Answer 1: p.0${drawnAnswers}`;
  const { lines } = await star(
    drawing,
    { rollouts: 8, steps: 1 },
    { capabilities: { instructions: true }, sampling: { maxTokens } },
  );
  const answers = lines.filter((line) => line.includes('> Answer 1:'));
  expect(answers.length).toBeGreaterThan(0);
  return answers;
}

describe('actions', () => {
  it('are those of table 1', () => {
    const all = possibleActions({ valueHead: false, fewShot: false, instructions: true });
    expect(legalActions('question', all)).toEqual(['step', 'rest', 'sub-question', 'rephrase']);
    expect(legalActions('step', all)).toEqual(['step', 'rest']);
    expect(legalActions('rest', all)).toEqual([]);
    expect(legalActions('sub-question', all)).toContain('re-answer');
    expect(legalActions('re-answer', all)).not.toContain('re-answer');
    for (const origin of ['rephrase', 'step', 'sub-question', 're-answer'] as const)
      expect(legalActions(origin, all)).not.toContain('rephrase');
  });

  it('are steps and rests only on a model that follows no instructions, and the run says so', async () => {
    const { lines, events } = await star(tree);
    expect(lines[0]).toBe('decided: missing-actions');
    expect(new Set([...originsOf(events).values()].map(({ origin }) => origin))).toEqual(
      new Set(['question', 'step', 'rest']),
    );
  });

  it('are all taken, and only where they are legal, on a model that follows instructions', async () => {
    const { events, lines, error } = await star(
      asking,
      { rollouts: 12 },
      { capabilities: { instructions: true }, sampling: { maxTokens: 20 } },
    );
    expect(error).toBeNull();
    expect(lines[0]).not.toContain('decided');
    const origins = originsOf(events);
    expect(new Set([...origins.values()].map(({ origin }) => origin))).toEqual(
      new Set(['question', 'step', 'rest', 'sub-question', 're-answer', 'rephrase']),
    );
    for (const { origin, parent } of origins.values()) {
      if (origin === 'question') continue;
      expect(
        legalActions(origins.get(parent!)!.origin, ['step', 'rest', 'sub-question', 're-answer', 'rephrase']),
      ).toContain(origin);
    }
    expect(lines.at(-1)).toMatch(/^answer [145] by confirmed-answer/);
  });

  it('are asked for in the words that a model has learnt for them, which have no numbers', async () => {
    const drawing = asking
      .replaceAll(/(Sub-question|Answer) \d:/g, '$1:')
      .replace('In other words, the question is:', 'In other words:');
    const actionWords = { question: 'Sub-question:', answer: 'Answer:', rephrase: 'In other words:' };
    const { events, lines, error } = await star(
      drawing,
      { rollouts: 12 },
      { capabilities: { questions: true }, actionWords, sampling: { maxTokens: 20 } },
    );
    expect(error).toBeNull();
    expect(lines[0]).not.toContain('decided');
    expect(new Set([...originsOf(events).values()].map(({ origin }) => origin))).toEqual(
      new Set(['question', 'step', 'rest', 'sub-question', 're-answer', 'rephrase']),
    );
    const forced = events.flatMap((event) =>
      event.type === 'token' && event.token.forced ? [event.token.text] : [],
    );
    expect(new Set(forced)).toEqual(new Set(['Sub-question:', 'Answer:', 'In', 'other', 'words:']));
    expect(lines.at(-1)).toMatch(/^answer [145] by confirmed-answer/);
  });

  it('vote on what an answer comes to, however it was worked out', async () => {
    const answers = await answersOf(
      `
          Ann has 9;
            end 9
          Ann has 7 + 5 = 12;
            end 12
          Ann has 12;
            end 12
          Ann has 6 * 2 = 12;
            end 12`,
      30,
    );
    for (const line of answers) expect(line).toContain('Ann has 7 + 5 = 12');
  });

  it('give an answer that was cut off no say', async () => {
    const answers = await answersOf(
      `
          Ann has 9;
            end 9
          maybe 12 ∞
          maybe 12 ∞`,
      12,
    );
    for (const line of answers) expect(line).toContain('Ann has 9');
  });

  it('put a re-answer in place of the answer before it', async () => {
    const { events } = await star(
      asking,
      { rollouts: 12 },
      { capabilities: { instructions: true }, sampling: { maxTokens: 20 } },
    );
    const texts = new Map<number, string>();
    for (const event of events)
      if (event.type === 'token')
        texts.set(event.sequence, `${texts.get(event.sequence) ?? ''} ${event.token.text}`);
    const checks = events.filter(
      (event) => event.type === 'sequence-started' && event.label.kind === 'check',
    );
    // Whatever is checked, no trace answers the same sub-question twice.
    for (const check of checks) {
      const prompt = check.type === 'sequence-started' ? check.prompt.map(({ text }) => text).join(' ') : '';
      expect(
        `${prompt} ${texts.get((check as { sequence: number }).sequence) ?? ''}`.split('Answer 1:').length,
      ).toBeLessThanOrEqual(2);
    }
  });
});

describe('self-consistency', () => {
  const drawn = (text: string, sequence: number) => ({
    sequence,
    tokens: [],
    reason: 'end-of-text' as const,
    logprob: 0,
    text,
  });
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
    id,
    parent: null,
    depth: 0,
    origin: 'step',
    steps: [],
    path: [],
    end: 'open',
    written: [],
    answer: null,
    sequence: null,
    reward: 0,
    asked: null,
    questions: 0,
    children,
    visits,
    total,
  });

  it('is Q/N + c·√(ln N_parent / N)', () => {
    const { rows, chosen, rule } = selectByUct(
      node(0, 10, 0, [node(1, 8, 6), node(2, 2, 0.5)]),
      2,
      randomStream(1, 0),
    );
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

describe('rStar', () => {
  it('lets as many draws vote on a rest as it is told', async () => {
    const { events } = await star(tree, { rollouts: 1, lastVotes: 7 });
    const rests = events.flatMap((event) =>
      event.type === 'sequence-started' && event.label.kind === 'action' && event.label.action === 'rest'
        ? [event.from]
        : [],
    );
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
        const { lines, spent, error } = await star(
          instructions ? asking : tree,
          {},
          { budget, capabilities: { instructions } },
        );
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
      const labels = new Map(
        events.flatMap((event) =>
          event.type === 'sequence-started' ? [[event.sequence, event.label] as const] : [],
        ),
      );
      const checked = events.some(
        (event) =>
          event.type === 'sequence-ended' &&
          event.reason === 'end-of-text' &&
          labels.get(event.sequence)?.kind === 'check',
      );
      const choice = events.at(-1)!;
      if (choice.type !== 'answer-chosen') throw new Error('the choice comes last');
      const { by } = choice;
      rules.add(by.rule === 'most-found-answer' ? by.because : by.rule);
      if (
        by.rule === 'confirmed-answer' ||
        (by.rule === 'most-found-answer' && by.because === 'none-confirmed')
      )
        expect(checked, `budget ${budget}`).toBe(true);
      if (by.rule === 'most-found-answer' && by.because === 'unchecked')
        expect(checked, `budget ${budget}`).toBe(false);
    }
    for (const rule of ['no-answer', 'only-answer', 'unchecked', 'confirmed-answer'])
      expect(rules).toContain(rule);
  });

  it('stops at any token when it is cancelled', async () => {
    for (const token of [1, 20, 60]) {
      const abort = new AbortController();
      let seen = 0;
      const { error } = await star(
        tree,
        {},
        { abort, onEvent: (event) => event.type === 'token' && ++seen === token && abort.abort() },
      );
      expect((error as DOMException).name).toBe('AbortError');
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Answer, ChoiceRule, RunEvent } from '#run/events.ts';
import { chooseAnswer, type Filter } from './choose-answer.ts';
import { distinctTraces, eachEnd } from './candidates.ts';
import type { Checked } from './mutual-consistency.ts';
import type { RStarNode } from './node.ts';

const answerOf = (key: string): Answer => ({
  text: key,
  display: key,
  value: { kind: 'text', text: key },
  key,
  rule: 'last-number',
});

/** A node that ends a trace of these words. */
function end(id: number, words: string, key: string, visits = 0, children: RStarNode[] = []): RStarNode {
  const steps = words.split(';').map((step) =>
    step
      .split(' ')
      .filter(Boolean)
      .map(
        (text) =>
          ({
            id: text.charCodeAt(0),
            text,
            placement: 'word',
            role: 'thought',
            logprob: 0,
            forced: false,
            alternatives: [],
          }) as const,
      ),
  );
  return {
    id,
    parent: null,
    depth: 1,
    origin: 'rest',
    steps,
    path: [],
    end: key === '' ? 'open' : 'terminal',
    written: [],
    answer: key === '' ? null : answerOf(key),
    sequence: id,
    reward: 1,
    asked: null,
    questions: 0,
    children,
    visits,
    total: 0,
  };
}

/** A trace, the answers of its second samplings (`-` is none), and how often it was found beyond the once of its node. */
const trace = (node: number, key: string, answers: string, rollouts = 0): Checked => {
  const keys = answers
    .split(' ')
    .filter(Boolean)
    .map((text) => (text === '-' ? null : text));
  return {
    nodes: [end(node, `t ${node}`, key)],
    answer: answerOf(key),
    found: 1 + rollouts,
    answers: keys,
    agreeing: keys.filter((one) => one === key).length,
  };
};

function choose(checked: readonly Checked[], filter: Filter = 'half') {
  const events: readonly RunEvent[] = [...chooseAnswer(checked, filter)];
  const chosen = events.at(-1)!;
  if (chosen.type !== 'answer-chosen') throw new Error('the choice comes last');
  return { events, answer: chosen.answer?.key ?? null, by: chosen.by };
}

describe('rStar chooses an answer', () => {
  it('by its traces together: two of A win over one of B that was found first, all being agreed with', () => {
    const { answer, by } = choose([trace(4, 'B', 'B B'), trace(7, 'A', 'A A'), trace(9, 'A', 'A A')]);
    expect(answer).toBe('A');
    expect(by).toEqual({ rule: 'confirmed-answer', node: 7, found: 2, confirmed: 2, ofConfirmed: 3 });
  });

  it('counts rollouts that ended there, not only nodes', () => {
    expect(choose([trace(4, 'B', 'B', 3), trace(7, 'A', 'A'), trace(9, 'A', 'A')])).toMatchObject({
      answer: 'B',
      by: { found: 4, confirmed: 4, ofConfirmed: 6 },
    });
  });

  it('counts only traces that are confirmed, and how many of an answer’s own are', () => {
    // A was found more often; half of it is doubted: 2/5 + 2/4 against 3/5 + 3/3.
    const { answer, events } = choose([
      trace(1, 'A', '- -', 1),
      trace(2, 'A', 'A A', 1),
      trace(3, 'B', 'B B', 2),
    ]);
    expect(answer).toBe('B');
    expect(events.find(({ type }) => type === 'decided')).toMatchObject({
      decision: {
        kind: 'confirmed-shares',
        answers: [
          { answer: 'B', score: 1.6 },
          { answer: 'A', score: 0.9 },
        ],
      },
    });
    // The share of its own finds decides where as many are confirmed: 2/4 + 2/4 against 2/4 + 2/2.
    expect(choose([trace(1, 'A', '-', 1), trace(2, 'A', 'A', 1), trace(3, 'B', 'B', 1)]).answer).toBe('B');
  });

  it('of equals the one found first', () => {
    expect(choose([trace(1, 'A', 'A'), trace(2, 'B', 'B')]).answer).toBe('A');
    expect(choose([trace(1, 'B', 'B'), trace(2, 'A', 'A')]).answer).toBe('B');
  });

  it.each<readonly [Filter, string]>([
    ['any', 'abcd'],
    ['half', 'bcd'],
    ['all', 'd'],
    ['majority', 'acd'],
  ])('%s lets through %s', (filter, through) => {
    // a: one of four, its answer the most frequent; b: two of four, another answer said first as often.
    const traces = [
      trace(1, 'a', '- a - -'),
      trace(2, 'b', 'x x b b'),
      trace(3, 'c', 'c c c x'),
      trace(4, 'd', 'd d d d'),
      trace(5, 'e', 'x x - -'),
    ];
    const kept = choose(traces, filter).events.find(({ type }) => type === 'nodes-kept');
    if (kept?.type !== 'nodes-kept') throw new Error('which traces count is told');
    expect(kept.kept.map((node) => 'abcde'[node - 1]).join('')).toBe(through);
    expect([...kept.kept, ...kept.pruned].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });

  it('half of three is one, as in the authors’ code, and of one it is one', () => {
    expect(choose([trace(1, 'A', 'A - -'), trace(2, 'B', '- - -')]).by.rule).toBe('confirmed-answer');
    expect(choose([trace(1, 'A', '-'), trace(2, 'B', '-')]).by.rule).toBe('most-found-answer');
  });

  it.each<readonly [string, string, Extract<ChoiceRule, { rule: 'most-found-answer' }>['because']]>([
    ['is confirmed', '- x', 'none-confirmed'],
    ['could be checked', '', 'unchecked'],
  ])('by how often it was found where none %s', (_, answers, because) => {
    expect(choose([trace(1, 'A', answers), trace(2, 'B', answers, 1)])).toMatchObject({
      answer: 'B',
      by: { rule: 'most-found-answer', node: 2, found: 2, of: 3, because },
    });
    expect(choose([trace(1, 'A', answers), trace(2, 'B', answers)]).answer).toBe('A');
  });

  it('tells each trace’s agreement at every node that ends it', () => {
    const twins: Checked = { ...trace(1, 'A', 'A - A A'), nodes: [end(1, 'x', 'A'), end(6, 'x', 'A')] };
    const scores = choose([twins, trace(2, 'B', '- - - -')]).events.filter(
      (event) => event.type === 'node-scored',
    );
    expect(scores).toMatchObject([
      { node: 1, score: 0.75, why: { kind: 'second-samplings', agreeing: 3, of: 4 } },
      { node: 6, score: 0.75 },
      { node: 2, score: 0 },
    ]);
  });
});

describe('candidates', () => {
  const root = end(0, '', '', 9, [
    end(1, 'a;', '', 5, [end(4, 'a;b', '1', 3), end(5, 'a;c', '2')]),
    end(2, 'a;b', '1', 1),
    { ...end(3, 'd', '1', 2), end: 'dead', answer: null },
  ]);

  it('of the same tokens are one, found once by each node and once by each rollout', () => {
    expect(
      distinctTraces(root).map(({ nodes, answer, found }) => [nodes.map(({ id }) => id), answer.key, found]),
    ).toEqual([
      [[2, 4], '1', 6],
      [[5], '2', 1],
    ]);
  });

  it('are each for itself where a trace is chosen', () => {
    expect(eachEnd(root).map(({ nodes, found }) => [nodes.map(({ id }) => id), found])).toEqual([
      [[2], 2],
      [[4], 4],
      [[5], 1],
    ]);
  });
});

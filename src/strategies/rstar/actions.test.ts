import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#run/events.ts';
import type { SequenceLabel } from '#run/facts/label.ts';
import { legalActions, possibleActions, type Origin } from './actions.ts';
import { askedDrawing, star, tree } from './testing/star.ts';

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
      askedDrawing,
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
    const drawing = askedDrawing
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
      askedDrawing,
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

import { describe, expect, it } from 'vitest';
import { askedDrawing, star, tree } from './testing/star.ts';

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
          instructions ? askedDrawing : tree,
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

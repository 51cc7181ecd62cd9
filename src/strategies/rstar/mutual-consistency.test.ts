import { describe, expect, it } from 'vitest';
import { nodeNames } from '../testing/run-search.ts';
import { givenSteps } from './mutual-consistency.ts';
import { star, tree } from './testing/star.ts';

describe('mutual consistency', () => {
  it.each([
    [1, 0.5, 0],
    [2, 0.2, 1],
    [2, 0.8, 1],
    [3, 0.2, 1],
    [3, 0.5, 2],
    [3, 0.9, 2],
    [10, 0.25, 3],
    [0, 0.5, 0],
  ])('of %i steps a share of %d gives %i', (steps, share, given) => {
    expect(givenSteps(steps, share)).toBe(given);
  });

  it('of one trace chooses the highest reward × agreement', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { events, lines } = await star(tree, { checks: 4, confirm: 'trace' }, { seed, draws: 'random' });
      const products = new Map(
        events.flatMap((event) =>
          event.type === 'node-scored' && event.why.kind === 'reward-times-agreement'
            ? [[event.node, event.score ?? 0] as const]
            : [],
        ),
      );
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
    const spent = events
      .slice(
        0,
        events.findIndex((event) => event.type === 'sequence-started' && event.label.kind === 'check'),
      )
      .filter(({ type }) => type === 'token').length;
    const cut = await star(tree, settings, { draws: 'random', budget: spent });
    expect(
      cut.events.filter(
        (event) => event.type === 'node-scored' && event.why.kind === 'reward-times-agreement',
      ),
    ).toEqual([]);
    expect(cut.events.find((event) => event.type === 'answer-chosen')).toMatchObject({
      by: { rule: 'mutual-consistency', agreement: null },
    });
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
    const names = nodeNames(events);
    const ends = events.flatMap((event) =>
      event.type === 'node-created' && event.end === 'terminal' ? [event.node] : [],
    );
    expect(names.get(Math.min(...ends))).toContain('end 2');
    expect(
      events
        .filter((event) => event.type === 'node-scored' && event.why.kind === 'second-samplings')
        .every((event) => event.type === 'node-scored' && event.score === 1),
    ).toBe(true);
    expect(lines.at(-1)).toMatch(/^answer 1 by confirmed-answer at/);
    // One trace's reward × agreement is 1 for all, and the node number decides.
    expect((await star(drawing, { ...settings, confirm: 'trace' })).lines.at(-1)).toMatch(
      /^answer 2 by mutual-consistency at/,
    );
  });

  it('checks a trace once, however often it was found, and nothing where there is one answer', async () => {
    const { events } = await star(tree, { checks: 3, rollouts: 12 });
    const scored = new Set(
      events.flatMap((event) =>
        event.type === 'node-scored' && event.why.kind === 'second-samplings' ? [event.node] : [],
      ),
    );
    const started = events.flatMap((event) =>
      event.type === 'sequence-started' && event.label.kind === 'check' ? [event.from!] : [],
    );
    expect(new Set(started).size).toBe(3);
    expect(started).toHaveLength(9);
    expect(scored.size).toBeGreaterThan(3);
    const one = await star('root\n  a;\n    end 1\n  b;\n    end 1', { rollouts: 6 });
    expect(one.lines.at(-1)).toMatch(/^answer 1 by most-found-answer/);
    expect(
      one.events.some((event) => event.type === 'sequence-started' && event.label.kind === 'check'),
    ).toBe(false);
  });

  it('cuts each trace after a step, between the bounds', async () => {
    const { events } = await star(tree, { checks: 8 });
    const names = nodeNames(events);
    for (const event of events) {
      if (event.type !== 'sequence-started' || event.label.kind !== 'check') continue;
      const given = event.prompt.slice(1).map(({ text }) => text);
      expect(
        given.every((word) => word.endsWith(';')),
        names.get(event.from!),
      ).toBe(true);
      expect(given.length).toBeGreaterThan(0);
      expect(given.length).toBeLessThan(3);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnState } from './testing/drawn-state.ts';
import { grownState, treeHabits } from './testing/grown-tree.ts';
import { leavesOf, type ShownOptions, shownTree } from './shown-tree.ts';
import { focusOf } from './tree-focus.ts';
import { layoutTree } from './tree-layout.ts';

const nothing: ReadonlySet<number> = new Set();
const options: ShownOptions = {
  rows: 30,
  gathers: true,
  folded: nothing,
  opened: nothing,
  always: nothing,
  first: nothing,
};
const sizes = fc.constantFrom(1, 2, 50, 650, 5000);

describe('shownTree', () => {
  it('what is drawn and what is in bars are the whole tree, each node once', () =>
    fc.assert(
      fc.property(sizes, treeHabits, fc.boolean(), (count, habit, gathers) => {
        const { tree } = grownState(count, habit);
        const { nodes, bars } = shownTree(tree, { ...options, gathers });
        const inBars = [...bars.values()].reduce((sum, bar) => sum + bar.count, 0);
        expect(nodes.length + inBars).toBe(count);
        const members = [...bars.values()].flatMap((bar) => bar.members);
        expect(new Set([...nodes, ...members]).size).toBe(nodes.length + members.length);
      }),
      { numRuns: 20 },
    ));

  it('takes no more rows than there is room for, but for the paths', () =>
    fc.assert(
      fc.property(sizes, treeHabits, (count, habit) => {
        const state = grownState(count, habit);
        const always = new Set(focusOf(state).path);
        const shown = shownTree(state.tree, { ...options, always });
        for (const node of always) expect(shown.nodes).toContain(node);
        expect(layoutTree(shown, 'right').rows).toBeLessThanOrEqual(options.rows + 2 * always.size);
      }),
      { numRuns: 20 },
    ));

  it('has bars in less room wherever it has some in more, so that what comes with them cannot take them away', () =>
    fc.assert(
      fc.property(sizes, treeHabits, fc.integer({ min: 4, max: 40 }), (count, habit, rows) => {
        const { tree } = grownState(count, habit);
        const leaves = leavesOf(tree);
        const bars = (room: number) =>
          shownTree(tree, { ...options, rows: room, gathers: leaves > room }).bars.size;
        for (const less of [1, 2, 3]) if (bars(rows) > 0) expect(bars(rows - less)).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    ));

  it('shows all of a tree there is room for', () => {
    const { tree } = grownState(20, { depth: 0.5, seed: 3 });
    expect(leavesOf(tree)).toBeLessThan(30);
    expect(shownTree(tree, { ...options, gathers: false })).toMatchObject({ bars: new Map() });
  });

  const drawn = drawnState(`
    root
      a
        b x
        c x
        d
      e
  `).tree;
  it('gathers what was given up, and shows it where a person opened it or a step is about it', () => {
    expect(shownTree(drawn, options).bars.get(1)).toMatchObject({ members: [2, 3], count: 2, values: null });
    expect(shownTree(drawn, { ...options, opened: new Set([1]) }).nodes).toHaveLength(6);
    expect(shownTree(drawn, { ...options, first: new Set([2, 3]) }).nodes).toHaveLength(6);
    // One alone would take as much room in a bar as by itself.
    expect(shownTree(drawn, { ...options, first: new Set([2]) }).bars.size).toBe(0);
  });

  it('says the range of the values in a bar', () => {
    const scored = drawnState(
      `
        root
          a
            b
            c
      `,
      [2, 3].map((node) => ({
        type: 'node-scored',
        node,
        score: node / 4,
        verifier: 'process',
        why: { kind: 'value-head', model: null, at: 'each-step' },
      })),
    ).tree;
    expect(shownTree(scored, { ...options, folded: new Set([1]) }).bars.get(1)?.values).toEqual({
      low: 0.5,
      high: 0.75,
      logged: false,
    });
  });
});

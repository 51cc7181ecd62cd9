import { describe, expect, it } from 'vitest';
import type { Selection } from '#run/search-events.ts';
import { filledFormula, formulaLetters, formulaText } from './formula.ts';

const row = { node: 3, q: 0.62, prior: 0.31, visits: 3, pending: 1, exploration: 0.754, score: 1.374 };
const selection: Selection = { parent: 0, parentVisits: 42, rule: 'puct', c: 1.5, rows: [row], chosen: 3 };

describe('filledFormula', () => {
  it('puts the numbers in the place of the letters', () => {
    expect(formulaText('puct')).toBe('Q + c · P · √N / (1 + n)');
    expect(filledFormula(selection, row)).toEqual([
      '0.62 + 1.5 · 0.31 · √42 / (1 + 3)',
      '= 0.62 + 0.75',
      '= 1.37',
    ]);
  });
  it('says which prior P is', () => {
    const means = (prior: 'per-token' | 'sum' | 'draws' | 'uniform') =>
      formulaLetters('puct', prior).find((letter) => letter.includes('<letter>P</letter>'));
    expect(new Set([means('per-token'), means('sum'), means('draws'), means('uniform')]).size).toBe(4);
    expect(means('per-token')).toContain('per token');
    expect(means('draws')).toContain('share of the draws');
    expect(formulaLetters('uct', 'sum').join()).not.toContain('<letter>P</letter>');
  });
  it('knows UCT, where a child without a visit goes first', () => {
    const uct: Selection = { ...selection, rule: 'uct' };
    expect(filledFormula(uct, row)[0]).toBe('0.62 + 1.5 · √(ln(42) / 3)');
    expect(filledFormula(uct, { ...row, visits: 0 })).toEqual(['n = 0: a child without a visit goes first']);
  });
});

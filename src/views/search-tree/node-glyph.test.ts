import { describe, expect, it } from 'vitest';
import { type GlyphFacts, nodeGlyph, nodeRadius } from './node-glyph.ts';
import { inkOn, valueColour } from './value-ramp.ts';

const open: GlyphFacts = { end: 'open', status: 'live', visits: 0, value: 0, score: null, grade: null };
const ended: GlyphFacts = { ...open, end: 'terminal' };
const glyph = (facts: Partial<GlyphFacts>, of = open) => nodeGlyph({ ...of, ...facts }, 5);

describe('nodeGlyph', () => {
  it('is a hollow circle for a node that nothing is known of', () => {
    expect(glyph({})).toEqual({
      shape: 'circle',
      r: 5,
      fill: null,
      sign: null,
      ink: null,
      struck: false,
      kept: false,
    });
  });
  it('has a shape for each end', () => {
    expect((['open', 'terminal', 'dead'] as const).map((end) => glyph({ end }).shape)).toEqual([
      'circle',
      'square',
      'diamond',
    ]);
  });
  it('says of an answer whether it is right, and of nothing else', () => {
    const signs = (['right', 'wrong', 'ungraded'] as const).map(
      (outcome) => glyph({ grade: { outcome } }, ended).sign,
    );
    expect(signs).toEqual(['right', 'wrong', 'answer']);
    expect(glyph({}, ended).sign).toBe('answer');
    expect(glyph({ grade: { outcome: 'right' } }).sign).toBeNull();
  });
  it('is coloured by its score, and by its mean value once visited; 0 is a value', () => {
    expect(glyph({ score: 0.25 }).fill).toBe(valueColour(0.25));
    expect(glyph({ score: 0.25, visits: 2, value: 0.75 }).fill).toBe(valueColour(0.75));
    expect(glyph({ score: 0 })).toMatchObject({ fill: valueColour(0), ink: inkOn(0) });
    expect([glyph({ score: 0 }).ink, glyph({ score: 1 }).ink]).toEqual(['white', 'black']);
  });
  it('is hollow and struck through once pruned, whatever its value; kept has its edge', () => {
    expect(glyph({ status: 'pruned', score: 0.9 }, ended)).toMatchObject({
      shape: 'square',
      fill: null,
      ink: null,
      sign: 'answer',
      struck: true,
      kept: false,
    });
    expect(glyph({ status: 'kept', score: 0.9 })).toMatchObject({
      fill: valueColour(0.9),
      struck: false,
      kept: true,
    });
  });
});

describe('nodeRadius', () => {
  const of = (visits: number, end: GlyphFacts['end'] = 'open', children: readonly number[] = []) =>
    nodeRadius({ visits, end, children }, 16);
  it('grows with the root of the visits, and never below what its kind needs', () => {
    expect([of(16), of(4), of(1)]).toEqual([13, 8.5, 6.25]);
    expect(of(100)).toBe(13);
    expect([of(0), of(0, 'open', [1]), of(0, 'terminal'), of(1, 'terminal')]).toEqual([5, 6, 7.5, 7.5]);
  });
});

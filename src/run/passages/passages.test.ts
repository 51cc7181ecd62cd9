import { describe, expect, it } from 'vitest';
import { fold } from '../fold.ts';
import { emptyRun } from '../state.ts';
import { longThought } from '../testing/long-thought.ts';
import { segmentsOf } from '../trace-text.ts';
import { findInPassages } from './find-in-passages.ts';
import { passageKind } from './passage-kind.ts';
import { extendPassages, passagesOf } from './passages.ts';

describe('the kind of a passage', () => {
  it.each([
    ['Okay, so I need to find the time it takes.', 'plan'],
    ['First, the time is 240 / 80 = 3 hours.', 'compute'],
    ['That leaves 12 + 4 apples.', 'compute'],
    ['Let me check: 80 * 3 = 240.', 'check'],
    ['80 * 3 = 240. Let me verify that once more.', 'check'],
    ['Wait, that counts the stop twice.', 'doubt'],
    ['Hmm. So the answer is 24?', 'doubt'],
    ['Alternatively, take the mean of both.', 'backtrack'],
    ['12 × 4 = 48, but that doesn’t work here.', 'backtrack'],
    ['So the answer is 24.', 'conclude'],
    ['\\[\\boxed{24}\\]', 'conclude'],
    ['The train is crowded on that day.', 'rest'],
    ['', 'rest'],
  ] as const)('%s: %s', (text, kind) => {
    expect(passageKind(text)).toBe(kind);
  });
});

const tokens = fold(emptyRun, longThought(2_000).entries).sequences[0]?.tokens ?? [];
const segments = segmentsOf(tokens);
const passages = passagesOf(segments);

describe('passages', () => {
  it('hold every segment once, in order', () => {
    expect(passages.flatMap((passage) => passage.segments)).toEqual(segments);
    expect(passages.map(({ index }) => index)).toEqual(passages.map((_, at) => at));
    for (const { before, segments: own } of passages) expect(own[0]?.pieces[0]?.index).toBe(before);
  });

  it('end with their paragraph', () => {
    expect(passages.length).toBeGreaterThan(80);
    for (const { text } of passages.slice(0, -2)) expect(text).toMatch(/\)\n\n$|^Wait/);
  });

  it('are the same however the thought grew, and those that are closed stay as they are', () => {
    let grown = passagesOf([]);
    for (let upTo = 0; upTo <= 600; upTo += 7) {
      const before = grown;
      grown = extendPassages(grown, segments.slice(0, upTo));
      for (const [at, passage] of before.slice(0, -1).entries()) expect(grown[at]).toBe(passage);
      expect(grown).toEqual(passagesOf(segments.slice(0, upTo)));
    }
  });
});

describe('finding in a thought', () => {
  it('finds a text over several tokens, whatever its capitals', () => {
    const found = findInPassages(passages, 'THE TIME IS the');
    expect(found.length).toBeGreaterThan(1);
    for (const place of found)
      expect(
        place.tokens
          .map((index) => tokens[index]?.text)
          .join('')
          .trim(),
      ).toBe('The time is the');
  });

  it('finds nothing for nothing', () => {
    expect(findInPassages(passages, ' ')).toEqual([]);
    expect(findInPassages(passages, 'no such words')).toEqual([]);
  });
});

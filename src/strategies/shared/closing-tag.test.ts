import { describe, expect, test } from 'vitest';
import type { LoggedToken } from '#run/events.ts';
import { ClosingTag } from './closing-tag.ts';

const token = (text: string, id: number): LoggedToken => ({
  id,
  text,
  placement: 'joined',
  role: 'thought',
  logprob: -1,
  forced: false,
  alternatives: [],
});
const texts = (tokens: readonly LoggedToken[]) => tokens.map(({ text }) => text);

function read(...parts: readonly string[]) {
  const closing = new ClosingTag('</think>');
  const steps = parts
    .map((part, id) => closing.take(token(part, id)))
    .map(({ free, tag }) => (tag ? [...texts(free), tag.map(({ text }) => text)] : texts(free)));
  return [...steps, texts(closing.rest())];
}

describe('a closing tag', () => {
  test('of one token is found at once, and holds nothing back', () => {
    expect(read('a', '</think>', 'b')).toEqual([['a'], [['</think>']], ['b'], []]);
  });

  test('of several tokens is held back until it is complete', () => {
    expect(read('a', '</', 'think', '>\n\n', 'b')).toEqual([
      ['a'],
      [],
      [],
      [['</', 'think', '>\n\n']],
      ['b'],
      [],
    ]);
  });

  test('that does not come is given back', () => {
    expect(read('if x <', ' 3', '</', 'b', '>')).toEqual([[], ['if x <', ' 3'], [], ['</', 'b'], ['>'], []]);
  });

  test('that begins again amid its own beginning is found', () => {
    expect(read('</th', '</', 'think>')).toEqual([[], ['</th'], [['</', 'think>']], []]);
  });

  test('that the text ends amid is given back at the end', () => {
    expect(read('a', '</', 'thi')).toEqual([['a'], [], [], ['</', 'thi']]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeProblemSet } from './decode.ts';
import { readProblemSetFile } from './read-problem-set.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]));

function faultOf(bytes: Uint8Array) {
  const decoded = decodeProblemSet(bytes);
  return decoded.ok ? null : decoded.fault;
}

describe('bytes of a problem set', () => {
  it('are UTF-8, with or without a byte order mark', () => {
    const text = '{"question": "Wie groß?", "answer": "½"}';
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`)])
      expect(readProblemSetFile(bytes, 'a.jsonl')).toMatchObject({
        ok: true,
        problems: [{ text: 'Wie groß?', answer: '½' }],
      });
  });

  it.each([
    ['utf-16', utf16('\ufeffquestion,answer')],
    ['utf-16', utf16('question,answer\nOne?,1')],
    ['parquet', utf8('PAR1...')],
    ['zip', utf8('PK\u0003\u0004...')],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ['pdf', utf8('%PDF-1.7')],
    ['binary', Uint8Array.of(1, 0, 0, 0, 7)],
  ])('%s is no text', (looksLike, bytes) =>
    expect(faultOf(bytes)).toEqual({ kind: 'not-text', looksLike, line: null }),
  );

  it('in another encoding are said to be, with the line', () => {
    const latin1 = Uint8Array.from([...utf8('question\nOne?\n'), 0x67, 0x72, 0x6f, 0xdf, 0x0a]);
    expect(faultOf(latin1)).toEqual({ kind: 'not-text', looksLike: 'other-encoding', line: 3 });
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(readProblemSetFile(bytes, 'a').name).toBe('a');
      }),
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { chineseTerms } from './chinese-terms.ts';

/** The characters of a two-byte code that stand in these rows. */
function charactersOf(encoding: string, firstLead: number, lastLead: number): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = firstLead; lead <= lastLead; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (encoding === 'gbk' && trail < 0xa1) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(text)) found.add(text);
    }
  return found;
}

/** All strings of the translation, each with its file. */
function textsOf(language: string): readonly (readonly [string, string])[] {
  const folder = join('src/words', language);
  const texts: (readonly [string, string])[] = [];
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const source = readFileSync(join(folder, file), 'utf8');
    new Visitor({
      Literal: ({ value }) => void (typeof value === 'string' && texts.push([file, value])),
      TemplateElement: ({ value }) => void texts.push([file, value.cooked ?? '']),
    }).visit(parseSync(file, source).program);
  }
  return texts;
}

const scripts = [
  {
    language: 'zh-Hans',
    // GB 2312 has no other forms than the simplified ones.
    characters: charactersOf('gbk', 0xb0, 0xf7),
    ruledOut: chineseTerms.flatMap(({ notHans = [] }) => notHans),
  },
  {
    language: 'zh-Hant',
    // Big5's plane of usual characters: the other one has rare ones that look like simplified forms.
    characters: charactersOf('big5', 0xa4, 0xc6),
    ruledOut: chineseTerms.flatMap(({ notHant = [] }) => notHant),
  },
] as const;

describe.each(scripts)('$language', ({ language, characters, ruledOut }) => {
  const texts = textsOf(language);

  it('is written in the characters of its script', () => {
    expect(characters.size).toBeGreaterThan(5000);
    const strange = texts.flatMap(([file, text]) =>
      [...text]
        .filter((one) => /\p{Script=Han}/u.test(one) && !characters.has(one))
        .map((one) => `${file} ${one}: ${text}`),
    );
    expect(strange).toEqual([]);
  });

  it('calls things as the glossary does', () => {
    const rule = new RegExp(ruledOut.join('|'), 'u');
    expect(
      texts.flatMap(([file, text]) => (rule.test(text) ? `${file} ${rule.exec(text)?.[0]}: ${text}` : [])),
    ).toEqual([]);
  });

  it('uses Chinese punctuation between Chinese characters, and a space between them and Latin letters', () => {
    const half = /\p{Script=Han}[,;:?!()]|[,;:?!]\p{Script=Han}|\p{Script=Han}\.(?:\s|$)/u;
    const close = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u;
    const found = texts.filter(([, text]) => half.test(text) || close.test(text));
    expect(found.map(([file, text]) => `${file}: ${text}`)).toEqual([]);
  });

  it('uses its own quotation marks', () => {
    const foreign = language === 'zh-Hans' ? /[「」『』]/ : /[“”‘’]/;
    expect(texts.flatMap(([file, text]) => (foreign.test(text) ? `${file}: ${text}` : []))).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { afterEach, describe, expect, it } from 'vitest';
import * as english from './en/index.ts';
import { firstRooms } from './first-rooms.ts';
import { room, speak } from './language.ts';
import { type AnyLanguageSource, openLanguage } from './language-source.ts';
import { wishedLanguage } from './wished-language.ts';

afterEach(() => speak(null));

/** All files that a file imports at once, itself among them. */
function importedWith(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) return;
    seen.add(file);
    const { staticImports, staticExports } = parseSync(file, readFileSync(file, 'utf8')).module;
    const asked = [
      ...staticImports
        .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
        .map(({ moduleRequest }) => moduleRequest.value),
      ...staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest, isType }) => (moduleRequest && !isType ? moduleRequest.value : [])),
      ),
    ];
    for (const one of asked)
      if (one.startsWith('#')) visit(`src/${one.slice(1)}`);
      else if (one.startsWith('.')) visit(join(dirname(file), one));
  };
  visit(entry);
  return seen;
}

describe('the first rooms', () => {
  it('are those that the page imports before anything is clicked', () => {
    const first = importedWith('src/main.tsx');
    const files = [
      ...readFileSync('src/words/en/index.ts', 'utf8').matchAll(/export \{ (.+) \} from '\.\/(.+)'/g),
    ];
    const rooms = files
      .filter(([, , file]) => first.has(`src/words/en/${file}`))
      .flatMap(([, names = '']) => names.split(', '));
    expect(rooms.toSorted()).toEqual([...firstRooms].toSorted());
  });
});

describe('a wished language', () => {
  it.each([
    [['en-US', 'zh-CN'], 'en'],
    [['zh-CN', 'en'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-MO'], 'zh-Hant'],
    [['yue'], 'zh-Hant'],
    [['zh-Hant-CN'], 'zh-Hant'],
    [['fr', 'zh-TW'], 'zh-Hant'],
    [['fr', 'de'], null],
    [['not a tag', ''], null],
    [[], null],
  ] as const)('of %j is %s', (wishes, language) => {
    expect(wishedLanguage(wishes)).toBe(language);
  });
});

describe('a language that comes by rooms', () => {
  const tried = room('lab', { title: 'Lab' });
  const lab = { ...english.lab, title: 'Labor' };

  it('speaks a room once it has come, and English until then', async () => {
    const source: AnyLanguageSource = { locale: 'de', first: {}, later: { lab: async () => ({ lab }) } };
    const { language, come } = openLanguage(source);
    speak(language);
    expect(tried.title).toBe('Lab');
    await come(['lab', 'a room that nobody has']);
    expect(tried.title).toBe('Labor');
  });

  it('asks again for a room that did not come', async () => {
    let calls = 0;
    const door = async () => {
      if (++calls === 1) throw new Error('offline');
      return { lab };
    };
    const { language, come } = openLanguage({ locale: 'de', first: {}, later: { lab: door } });
    speak(language);
    await come(['lab']);
    expect(tried.title).toBe('Lab');
    await come(['lab']);
    expect(tried.title).toBe('Labor');
    await come(['lab']);
    expect(calls).toBe(2);
  });
});

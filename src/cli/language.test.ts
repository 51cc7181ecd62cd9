import { afterEach, describe, expect, it } from 'vitest';
import { cli } from '#words/en/cli.ts';
import { speak, spokenLocale } from '#words/language.ts';
import { speakAsked } from './language.ts';

afterEach(() => speak(null));

describe('the command line speaks', () => {
  it.each([
    ['what --lang says', ['run', '--lang', 'zh-Hant'], { LANG: 'zh_CN.UTF-8' }, 'zh-Hant'],
    ['what --lang= says', ['run', '--lang=zh-TW'], {}, 'zh-Hant'],
    ['English where --lang says so', ['--lang', 'en'], { LC_ALL: 'zh_CN.UTF-8' }, 'en'],
    ['what LANG says', [], { LANG: 'zh_TW.UTF-8' }, 'zh-Hant'],
    ['LC_ALL before LANG', [], { LC_ALL: 'zh_CN.UTF-8', LANG: 'zh_TW.UTF-8' }, 'zh-Hans'],
    ['English by default', [], { LANG: 'C.UTF-8' }, 'en'],
    ['English for a language that it does not know', [], { LANG: 'de_DE@euro' }, 'en'],
    ['English where it writes documents', ['table', 'countdown', '--write', '--lang', 'zh-Hans'], {}, 'en'],
  ] as const)('%s', async (_, args, environment, locale) => {
    await speakAsked(args, environment);
    expect(spokenLocale()).toBe(locale);
  });

  it('says that it does not speak a language', async () => {
    await expect(speakAsked(['--lang', 'xx'], {})).rejects.toThrow('There is no language "xx" here.');
  });

  it('changes its help', async () => {
    const english = cli.help;
    await speakAsked(['--lang', 'en-XA'], {});
    expect(cli.help).not.toBe(english);
  });
});

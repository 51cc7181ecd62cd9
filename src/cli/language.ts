import { cli } from '#words/en/cli.ts';
import { speak } from '#words/language.ts';
import { wholeLanguage } from '#words/language-source.ts';
import { languageNames, languages } from '#words/languages.ts';
import { wishedLanguage } from '#words/wished-language.ts';
import { UsageError } from './usage-error.ts';

/**
 * Speaks the language of `--lang`, else the one that the environment names, as POSIX has it: LC_ALL, LC_MESSAGES, LANG. Before
 * anything is said. What `--write` puts into the project's documents is English.
 *
 * Throws UsageError where `--lang` is none that is spoken here.
 */
export async function speakAsked(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  // `zh_TW.UTF-8`
  const tag = (LC_ALL || LC_MESSAGES || LANG || '').replace(/[.@].*/, '').replaceAll('_', '-');
  const flag = flagOf(args);
  const asked = wishedLanguage([flag ?? tag]);
  if (flag !== null && asked === null)
    throw new UsageError(
      cli.flags.noLanguage({ language: flag, languages: [...languageNames.keys()].join(', ') }),
    );
  const id = args.includes('--write') ? 'en' : asked;
  speak(id === null || id === 'en' ? null : await wholeLanguage(await languages[id].come()));
}

/** Looked up by itself: what is wrong with the other flags is to be said in this language. */
function flagOf(args: readonly string[]): string | null {
  const at = args.findIndex((one) => /^--lang(=|$)/.test(one));
  return at < 0 ? null : (args[at]?.split('=')[1] ?? args[at + 1] ?? '');
}

import { speak, spokenLocale } from '#words/language.ts';
import { languages } from '#words/languages.ts';
import { readPreference } from './preferences.ts';

const hasWords = (id: string): id is keyof typeof languages => Object.hasOwn(languages, id);

/** Speaks the language that a person chose, English otherwise or where its words do not come. Before anything is drawn. */
export async function speakChosen(): Promise<void> {
  const chosen = readPreference('language', 'en');
  if (hasWords(chosen)) speak(await languages[chosen]().catch(() => null));
  document.documentElement.lang = spokenLocale();
}

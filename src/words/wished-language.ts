import { isLanguage, type LanguageId } from './languages.ts';

/**
 * The first of the wished languages that is spoken here, by BCP 47 tags as browsers and systems name them; null where none is.
 * Chinese is chosen by the script that a region writes: `zh-TW`, `zh-HK` and `zh-MO` are Traditional, `zh` and `zh-SG` Simplified.
 */
export function wishedLanguage(wishes: readonly string[]): LanguageId | null {
  for (const wish of wishes) {
    const id = languageOf(wish);
    if (id !== null) return id;
  }
  return null;
}

function languageOf(tag: string): LanguageId | null {
  if (isLanguage(tag)) return tag;
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return [language, `${language === 'yue' ? 'zh' : language}-${script ?? ''}`].find(isLanguage) ?? null;
  } catch {
    // What a person or a system wrote is no tag.
    return null;
  }
}

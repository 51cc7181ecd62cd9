import type { Edit } from './copy.ts';

const translations = ['zh-Hans', 'zh-Hant'];

/** Whether a file is one of another language than English: whoever adds words adds them in each. */
export const isTranslation = (file: string): boolean =>
  translations.some((language) => file.startsWith(`src/words/${language}/`));

/** The dummy's words in a room of each other language: what is put in, by what it stands behind. */
export function inEachLanguage(room: string, insertions: Readonly<Record<string, string>>): readonly Edit[] {
  return translations.flatMap((language) =>
    Object.entries(insertions).map(([after, insert]) => ({
      file: `src/words/${language}/${room}.ts`,
      after,
      insert,
    })),
  );
}

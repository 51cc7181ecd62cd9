/*
 * The language that the page speaks. English is the source and always at hand; of another language those rooms are at hand
 * whose English ones have been imported (`language-source.ts`). Who shows a sentence imports its English room and gets the
 * spoken language's.
 */

/** A sentence, or one that is made of values; in groups where one of several is meant. */
export type Sentence = string | ((...values: never[]) => string);
export interface Sentences {
  readonly [key: string]: Sentence | Sentences;
}

/** A language as it is spoken. Each of its rooms is checked against the English one (`rooms.ts`). */
export interface Language {
  /** For `lang` attributes and Intl, such as `zh-Hans`. */
  readonly locale: string;
  /** Those at hand, by name; English stands in for one that is not. */
  readonly rooms: Readonly<Record<string, Sentences>>;
}

let spoken: Language | null = null;
const listeners = new Set<() => void>();
const imported = new Set<string>();

/** Speaks another language from now on, or English (null). What is on the screen is to be drawn again. */
export function speak(language: Language | null): void {
  spoken = language;
  for (const listener of listeners) listener();
}

/** The BCP 47 tag of the language that is spoken. */
export function spokenLocale(): string {
  return spoken?.locale ?? 'en';
}

/** Calls back when another language is spoken. Returns what ends it. */
export function onSpeak(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The names of the rooms that somebody has imported, and may ask for a sentence. */
export const importedRooms: ReadonlySet<string> = imported;

/** An English room, by the name it has in `en/index.ts`: it answers in the language that is spoken. */
export function room<Room extends Sentences>(name: string, english: Room): Room {
  imported.add(name);
  return new Proxy(english, {
    get(own, key) {
      return Reflect.get(spoken?.rooms[name] ?? own, key);
    },
  });
}

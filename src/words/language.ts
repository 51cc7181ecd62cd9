import type * as english from './en/index.ts';

/**
 * The language that the page speaks. English is the source and always at hand; another language is loaded as a whole and
 * handed to `speak`. Who shows a sentence imports its English room and gets the spoken language's.
 */
export type English = typeof english;

/** A sentence, or one that is made of values; in groups where one of several is meant. */
export type Sentence = string | ((...values: never[]) => string);
export interface Sentences {
  readonly [key: string]: Sentence | Sentences;
}

/** A language's rooms. The type checker compares them with English: no room, key or value may be missing. */
export interface Language {
  /** For `lang` attributes and Intl, such as `zh-Hans`. */
  readonly locale: string;
  readonly rooms: English;
}

let spoken: Language | null = null;

/** Speaks another language from now on, or English (null). What is on the screen is to be drawn again. */
export function speak(language: Language | null): void {
  spoken = language;
}

/** The BCP 47 tag of the language that is spoken. */
export function spokenLocale(): string {
  return spoken?.locale ?? 'en';
}

/** An English room, by the name it has in `en/index.ts`: it answers in the language that is spoken. */
export function room<Room extends Sentences>(name: string, english: Room): Room {
  return new Proxy(english, {
    get(own, key) {
      const rooms: Readonly<Record<string, Sentences>> | undefined = spoken?.rooms;
      return Reflect.get(rooms?.[name] ?? own, key);
    },
  });
}

import type * as english from './en/index.ts';

/**
 * The language that the page speaks. English is the source and always at hand; of another language those rooms are at hand
 * whose English ones have been imported (`language-source.ts`). Who shows a sentence imports its English room and gets the
 * spoken language's.
 */
export type English = typeof english;
export type RoomName = keyof English;

/** A room with whatever it says in place of the English. */
type Translated<Room> = Room extends string
  ? string
  : Room extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof Room]: Translated<Room[Key]> };

/** The rooms of any language: `Words['stage']` is what a translation of `en/stage.ts` has. */
export type Words = { readonly [Name in RoomName]: Translated<English[Name]> };

/** A sentence, or one that is made of values; in groups where one of several is meant. */
export type Sentence = string | ((...values: never[]) => string);
export interface Sentences {
  readonly [key: string]: Sentence | Sentences;
}

/** A language as it is spoken. The type checker compares its rooms with English: no key or value may be missing. */
export interface Language {
  /** For `lang` attributes and Intl, such as `zh-Hans`. */
  readonly locale: string;
  /** Those at hand; English stands in for one that is not. */
  readonly rooms: Partial<Words>;
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
      const rooms: Readonly<Record<string, Sentences>> | undefined = spoken?.rooms;
      return Reflect.get(rooms?.[name] ?? own, key);
    },
  });
}

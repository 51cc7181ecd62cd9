import type { FirstRoom } from './first-rooms.ts';
import type { Language } from './language.ts';
import type { RoomName, Words } from './rooms.ts';

/** Fetches a room: the file it stands in. */
type LoadRoom<Name extends RoomName> = () => Promise<Pick<Words, Name>>;

/**
 * A language as it comes: at once the rooms of the first picture, each other one with the part of the page that speaks it.
 * The type checker holds it to English's rooms, keys and values; `Missing` names the rooms that are not translated yet.
 */
export interface LanguageSource<Missing extends RoomName = never> {
  readonly locale: string;
  readonly first: Pick<Words, Exclude<FirstRoom, Missing>>;
  readonly later: { readonly [Name in Exclude<RoomName, FirstRoom | Missing>]: LoadRoom<Name> };
}

/** A language of whatever rooms. */
export interface AnyLanguageSource {
  readonly locale: string;
  readonly first: Partial<Words>;
  readonly later: { readonly [Name in RoomName]?: LoadRoom<Name> };
}

export interface OpenLanguage {
  /** Its rooms grow as they come. */
  readonly language: Language;
  /** Settles once the rooms of these names are at hand. One that does not come stays English, and is asked for again next time. */
  readonly come: (names: Iterable<string>) => Promise<void>;
  /** The same of all rooms. */
  readonly comeAll: () => Promise<void>;
}

export function openLanguage({ locale, first, later }: AnyLanguageSource): OpenLanguage {
  const rooms: Partial<Words> = { ...first };
  const loaders: ReadonlyMap<string, () => Promise<Partial<Words>>> = new Map(Object.entries(later));
  const come = async (names: Iterable<string>) => {
    const wanted = [...names]
      .filter((name) => !Object.hasOwn(rooms, name))
      .flatMap((name) => loaders.get(name) ?? []);
    const fetched = await Promise.all(wanted.map((load) => load().catch((): Partial<Words> => ({}))));
    for (const found of fetched) Object.assign(rooms, found);
  };
  return { language: { locale, rooms }, come, comeAll: () => come(loaders.keys()) };
}

/** A language with all its rooms, for whoever speaks them without waiting. */
export async function wholeLanguage(source: AnyLanguageSource): Promise<Language> {
  const { language, comeAll } = openLanguage(source);
  await comeAll();
  return language;
}

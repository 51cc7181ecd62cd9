import type * as english from './en/index.ts';

/** All rooms of English, the source: what another language must have. */
export type English = typeof english;
export type RoomName = keyof English;

/** A room with whatever it says in place of the English. */
type Translated<Room> = Room extends string
  ? string
  : Room extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof Room]: Translated<Room[Key]> };

/** The rooms of any language: `Words['stage']` is what a translation of `en/stage.ts` has. The type checker allows no key or value to be missing. */
export type Words = { readonly [Name in RoomName]: Translated<English[Name]> };

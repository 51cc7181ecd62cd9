import type { PassageKind } from './passage-kinds.ts';

/** What a passage is known by. Small letters; a passage in a language whose words stand nowhere here is the rest. */
export interface KindWords {
  readonly kind: PassageKind;
  /** It begins with one of them. */
  readonly opens: readonly string[];
  /** It has one of them anywhere. */
  readonly holds: readonly string[];
}

/** Why two answers count as one vote. */
export type MergeReason =
  | {
      readonly kind:
        | 'same-text'
        | 'same-people'
        | 'same-words'
        | 'other-spaces'
        /** Of the same value for all numbers that were tried in place of the letters. */
        | 'same-values'
        | 'same-equation'
        | 'same-condition'
        /** Of expressions: the rest is the same. */
        | 'other-signs'
        | 'other-grouping'
        | 'other-factor-order'
        | 'other-term-order'
        | 'other-order';
    }
  /** Both are this. */
  | { readonly kind: 'both'; readonly value: string };

/** Sentences of facts: one for each kind. */
export type Sayings<Fact extends { readonly kind: string }> = {
  readonly [Kind in Fact['kind']]: (fact: Extract<Fact, { readonly kind: Kind }>) => string;
};

/** What a fact is in words, by a table of sentences. */
export function say<Fact extends { readonly kind: string }>(sayings: Sayings<Fact>, fact: Fact): string {
  // The sentence under a kind takes facts of this kind: more than the type checker can follow.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const sentence = sayings[fact.kind as Fact['kind']] as (fact: Fact) => string;
  return sentence(fact);
}

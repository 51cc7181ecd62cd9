/** A sentence that stands as it is, or is made of these facts. Who looks one up by the facts' own kind has one that takes them. */
export function inWords(sentence: string | ((facts: never) => string), facts: unknown): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key and the facts come from the same union member
  return typeof sentence === 'string' ? sentence : sentence(facts as never);
}

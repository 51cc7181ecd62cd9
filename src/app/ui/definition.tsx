import { glossary, type GlossaryTerm } from '#words/en/glossary.ts';

/** What a term of the glossary means. */
export function Definition({ term }: { readonly term: GlossaryTerm }) {
  return glossary[term];
}

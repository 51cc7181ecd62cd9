/** Words for comparison: in lower case, without article, quotes and surrounding brackets; `(B)` becomes b. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„"'‘’()[\]{}]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([,;/=+*<>-])\s*/g, '$1')
    .trim()
    .replace(/^(?:the|an?) /, '')
    .replace(/[.!?:,;]+$/, '')
    .trim();
}

/** Words as they count: in small letters, without article, quotes and brackets around them; `(B)` is b. */
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

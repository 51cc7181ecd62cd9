const opening = '\\boxed';

/** The contents of the last `\boxed{...}` whose braces balance, or null. Linear in the text's length. */
export function lastBoxed(text: string): string | null {
  let last: string | null = null;
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at)) {
    const start = text.indexOf('{', at);
    at += opening.length;
    if (start < 0 || text.slice(at, start).trim() !== '') continue;
    const end = matchingBrace(text, start);
    // The completion was cut off inside this box: skip it and look for an earlier one.
    if (end === null) continue;
    last = text.slice(start + 1, end);
    at = end;
  }
  return last;
}

/** Characters. Longer boxes hold no answer; the bound also keeps many unclosed boxes from taking quadratic time. */
const longestBox = 2000;

function matchingBrace(text: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + longestBox); at++) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

/** A part of a line that is set as mathematics. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// An opening dollar has no space after it; a closing one has no space before and no digit after it: “$18 and $20” are prices.
const spans =
  /\$\$([^$]{1,1000})\$\$|(?<!\\)\$(?=\S)([^$\n]{0,1000}?[^\s\\$])\$(?![0-9])|\\\(([\s\S]{1,1000}?)\\\)|\\\[([\s\S]{1,1000}?)\\\]/g;

/** Characters of a line that are read. */
const longestLine = 2000;

export function mathsIn(line: string): readonly Span[] {
  return [...line.slice(0, longestLine).matchAll(spans)].map((match) => ({
    text: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const between = /^(?:\s*,?\s*(?:and|or)\s*|\s*[,;]\s*)$/;

/** The end of the mathematics that a line begins with, with what a comma or “and” joins to it; 0 if there is none. */
export function leadingMaths(line: string): number {
  let end = 0;
  for (const span of mathsIn(line)) {
    const joined = end === 0 ? span.start === 0 : between.test(line.slice(end, span.start));
    if (!joined) break;
    end = span.end;
  }
  const percent = /^\s?\\?%/.exec(line.slice(end));
  return end === 0 ? 0 : end + (percent?.[0].length ?? 0);
}

/** A stretch of a line that is set apart as mathematics. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// A dollar that opens mathematics has no space behind it, one that closes none before it and no digit behind: “$18 and $20” are prices.
const spans =
  /\$\$([^$]{1,1000})\$\$|(?<!\\)\$(?=\S)([^$\n]{0,1000}?[^\s\\$])\$(?![0-9])|\\\(([\s\S]{1,1000}?)\\\)|\\\[([\s\S]{1,1000}?)\\\]/g;

/** Characters of a line looked at. */
const longestLine = 2000;

export function mathsIn(line: string): readonly Span[] {
  return [...line.slice(0, longestLine).matchAll(spans)].map((match) => ({
    text: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const between = /^(?:\s*,?\s*(?:and|or)\s*|\s*[,;]\s*)$/;

/** Where the mathematics that a line begins with ends, with what a comma or “and” joins to it; 0 where it begins otherwise. */
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

/** What one of a plural is called, and what several are; a language with more forms names them. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>;

export interface Formats {
  /** `1,200`; with at most `digits` after the point, none by default. */
  readonly number: (value: number, digits?: number) => string;
  /** `0.50`: always that many digits after the point. */
  readonly fixed: (value: number, digits: number) => string;
  /** `62%` of 0.62. */
  readonly percent: (share: number, digits?: number) => string;
  /** `0.0012%` of 0.000012: two digits, however small. */
  readonly roughPercent: (share: number) => string;
  /** The form for this many, its `#` replaced by the number: `plural(3, { one: '# vote', other: '# votes' })`. */
  readonly plural: (count: number, forms: Forms) => string;
  /** `912 kB`, `402 MB`, `1.4 GB`: in steps of a thousand, with one decimal where that says anything. */
  readonly bytes: (count: number) => string;
  /** `2.42 s`, `12.3 min`, `3.6 h`: seconds up to a hundred, minutes up to a hundred, then hours. @param units their names. */
  readonly duration: (seconds: number, units: readonly [string, string, string]) => string;
  /** `a, b and c`; `a, b or c`. */
  readonly list: (items: readonly string[], kind?: 'conjunction' | 'disjunction') => string;
  /** `a; b; c` of clauses that stand alone; null ones are left out. */
  readonly clauses: (...clauses: readonly (string | null)[]) => string;
}

/** Digits after the point, at least `least`, at which two unlike numbers look unlike; `least` where that takes more than eight. */
export function digitsApart(one: number, other: number | null, least: number): number {
  if (other === null || one === other) return least;
  for (let digits = least; digits <= 8; digits++)
    if (one.toFixed(digits) !== other.toFixed(digits)) return digits;
  return least;
}

/**
 * Numbers, plurals and lists as a language writes them, by the platform's Intl.
 *
 * @param betweenClauses what stands between clauses of a sentence.
 */
export function formats(locale: string, betweenClauses = '; '): Formats {
  const rules = new Intl.PluralRules(locale);
  const made = new Map<string, Intl.NumberFormat>();
  // Making one is slow, and a picture writes hundreds of numbers.
  const format = (minimumFractionDigits: number, maximumFractionDigits: number) => {
    const key = `${minimumFractionDigits} ${maximumFractionDigits}`;
    const own =
      made.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits });
    made.set(key, own);
    return own;
  };
  const number = (value: number, digits = 0) => format(0, digits).format(value);
  const fixed = (value: number, digits: number) => format(digits, digits).format(value);
  const tenths = (value: number) => number(value, value < 10 ? 1 : 0);
  return {
    number,
    fixed,
    bytes: (count) => {
      if (count < 999_500) return `${number(count / 1e3)} kB`;
      return count < 999_500_000 ? `${tenths(count / 1e6)} MB` : `${tenths(count / 1e9)} GB`;
    },
    duration: (seconds, [second, minute, hour]) => {
      if (seconds < 100) return `${fixed(seconds, 2)} ${second}`;
      return seconds < 6000 ? `${fixed(seconds / 60, 1)} ${minute}` : `${fixed(seconds / 3600, 1)} ${hour}`;
    },
    percent: (share, digits = 0) => `${number(share * 100, digits)}%`,
    roughPercent: (share) =>
      `${new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(share * 100)}%`,
    plural: (count, forms) => (forms[rules.select(count)] ?? forms.other).replace('#', number(count)),
    list: (items, kind = 'conjunction') => new Intl.ListFormat(locale, { type: kind }).format(items),
    clauses: (...all) => all.filter((clause) => clause !== null).join(betweenClauses),
  };
}

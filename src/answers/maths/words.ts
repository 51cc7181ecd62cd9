import { lookUp } from '#experiment/keys-of.ts';
/** What a unit measures, and its size in the base unit. Units without a dimension count things. */
export interface Unit {
  readonly dimension: string;
  readonly size: number;
}

// oxfmt-ignore
const table: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  length: { mm: 1, millimeter: 1, millimetre: 1, cm: 10, centimeter: 10, centimetre: 10, dm: 100, m: 1000, meter: 1000, metre: 1000, km: 1e6, kilometer: 1e6, kilometre: 1e6 },
  'imperial length': { inch: 1, inches: 1, in: 1, ft: 12, foot: 12, feet: 12, yd: 36, yard: 36, mi: 63360, mile: 63360 },
  mass: { mg: 1, g: 1000, gram: 1000, kg: 1e6, kilogram: 1e6 },
  'imperial mass': { oz: 1, ounce: 1, lb: 16, lbs: 16, pound: 16 },
  time: { s: 1, sec: 1, second: 1, min: 60, minute: 60, h: 3600, hr: 3600, hrs: 3600, hour: 3600, day: 86400, week: 604800 },
  years: { month: 1, year: 12 },
  money: { cent: 1, dollar: 100, usd: 100 },
  euros: { euro: 1, eur: 1 },
  volume: { ml: 1, milliliter: 1, millilitre: 1, l: 1000, liter: 1000, litre: 1000 },
  angle: { degree: 1, deg: 1, '°': 1 },
  'angle in radians': { rad: 1, radian: 1 },
  speed: { mph: 1 },
};

/** Short words that are units, things or ordinal endings, not products of letters. */
// oxfmt-ignore
const shortWords = new Set([
  'sq', 'cu', 'per', 'men', 'boy', 'boys', 'egg', 'eggs', 'cup', 'cups', 'pie', 'pies', 'dog', 'dogs', 'cat', 'cats', 'pen', 'pens', 'box', 'bag', 'bags', 'car', 'cars', 'bus', 'cow', 'cows',
  'hen', 'hens', 'kid', 'kids', 'toy', 'toys', 'ant', 'ants', 'bee', 'bees', 'way', 'ways', 'gal', 'euro', 'eur', 'gbp', 'usd', 'mph', 'kmh', 'kph', 'rpm', 'am', 'pm', 'th', 'st', 'nd', 'rd', 'ones', 'ice', 'oil', 'ink', 'of', 'the', 'a.m', 'p.m', 'each', 'if', 'yes', 'no', 'odd', 'even', 'none', 'all', 'both', 'inch',
  'for', 'her', 'his', 'him', 'she', 'was', 'not', 'day', 'its', 'has', 'had', 'are', 'can', 'who', 'one', 'two', 'six', 'ten', 'you', 'our', 'out', 'old', 'new', 'top', 'job', 'lap', 'laps', 'hat', 'hats', 'tip', 'row', 'rows', 'set', 'sets', 'bar', 'bars', 'pin', 'pan', 'pot', 'mug', 'cap', 'fan', 'key', 'keys', 'jar', 'jars', 'lot', 'bed', 'fun', 'tue', 'thu', 'in', 'by', 'to', 'is', 'at', 'on', 'we', 'it', 'he', 'or', 'and', 'so', 'as', 'an', 'be', 'do', 'my', 'me', 'up', 'us', 'go', 'off', 'net', 'map', 'web', 'run', 'runs', 'art', 'sum', 'sixth', 'sixths',
]);

// oxfmt-ignore
export const numberWords: Readonly<Record<string, number>> = {
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20,
  thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};

/** What a word after a number multiplies it by. */
// oxfmt-ignore
export const scaleWords: Readonly<Record<string, readonly [bigint, bigint]>> = {
  hundred: [100n, 1n], thousand: [1000n, 1n], million: [10n ** 6n, 1n], billion: [10n ** 9n, 1n], trillion: [10n ** 12n, 1n], dozen: [12n, 1n],
  half: [1n, 2n], halves: [1n, 2n], tenth: [1n, 10n], tenths: [1n, 10n], hundredth: [1n, 100n], hundredths: [1n, 100n], thousandth: [1n, 1000n], thousandths: [1n, 1000n],
  millionth: [1n, 10n ** 6n], millionths: [1n, 10n ** 6n],
};

/** A unit of the table, in singular or plural; null for other words. */
export function unitOf(word: string): Unit | null {
  const lower = word.toLowerCase();
  for (const [dimension, sizes] of Object.entries(table)) {
    const size =
      sizes[lower] ?? (lower.endsWith('s') && lower.length > 3 ? sizes[lower.slice(0, -1)] : undefined);
    if (
      size !== undefined &&
      Object.hasOwn(sizes, lower.endsWith('s') && sizes[lower] === undefined ? lower.slice(0, -1) : lower)
    )
      return { dimension, size };
  }
  return null;
}

/** True if adjacent letters are a word and not a product of letters. */
export function isWord(run: string): boolean {
  const lower = run.toLowerCase();
  if (shortWords.has(lower) || Object.hasOwn(scaleWords, lower)) return true;
  if (run.length > 1 && unitOf(lower) !== null && run !== run.toUpperCase()) return true;
  if (/[^a-z]/.test(lower) || /^[A-Z][a-z]{2,}$/.test(run)) return true;
  return /[aeiouy]/.test(lower.slice(1)) && run.length >= 4;
}

/** Names of functions in LaTeX and plain text. */
// oxfmt-ignore
export const functions: Readonly<Record<string, string>> = {
  sin: 'sin', cos: 'cos', tan: 'tan', cot: 'cot', sec: 'sec', csc: 'csc', cis: 'cis', sinh: 'sinh', cosh: 'cosh', tanh: 'tanh',
  arcsin: 'arcsin', arccos: 'arccos', arctan: 'arctan', asin: 'arcsin', acos: 'arccos', atan: 'arctan',
  log: 'log', lg: 'log', ln: 'ln', exp: 'exp', sqrt: 'sqrt', cbrt: 'cbrt', abs: 'abs', floor: 'floor', ceil: 'ceil', gcd: 'gcd', lcm: 'lcm', max: 'max', binom: 'binom',
};

const greek =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Sigma Phi Psi Omega ell hbar';
export const greekLetters: ReadonlySet<string> = new Set(greek.split(' '));
// oxfmt-ignore
const signs: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ρ: 'rho', σ: 'sigma', τ: 'tau', φ: 'phi', ϕ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
  Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta', Λ: 'Lambda', Ξ: 'Xi', Σ: 'Sigma', Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega',
};
export const greekName = (sign: string): string | null => lookUp(signs, sign) ?? null;

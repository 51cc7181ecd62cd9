import type { Rational } from '../rational.ts';

/** A piece of a text of mathematics. */
export type Token = (
  | { readonly kind: 'number'; readonly value: Rational; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'constant'; readonly name: 'π' | 'e' | 'i' | '∞' | 'ℝ' | 'ℤ' | 'ℕ' | 'ℚ' | 'ℂ' | '∅' }
  | { readonly kind: 'function'; readonly name: string }
  /** The content of \text{}, or a plain word. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string }
  /** Operators, brackets and separators. `{` and `}` group, `⦃` and `⦄` enclose a set. */
  | { readonly kind: 'sign'; readonly sign: string }
) & { /** Space stands before it. */ readonly apart: boolean };

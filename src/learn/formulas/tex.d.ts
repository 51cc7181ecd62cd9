/** Typeset when the page is built: `scripts/formulas.ts`. */
declare module '*.tex' {
  import type { FormulaNode } from '#learn/formulas/formula.ts';
  export const formula: FormulaNode;
}

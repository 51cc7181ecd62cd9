/** A formula as MathML elements: a text, a slot that a fact of the run fills, or an element with its parts. */
export type FormulaNode =
  | string
  | { readonly slot: string }
  | {
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly parts: readonly FormulaNode[];
    };

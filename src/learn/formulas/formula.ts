/** A formula as MathML elements: a text, a slot that a fact of the run fills, a word of the language, or an element with its parts. */
export type FormulaNode =
  | string
  | { readonly slot: string }
  /** By its key among the words of lessons. */
  | { readonly word: string }
  | {
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly parts: readonly FormulaNode[];
    };

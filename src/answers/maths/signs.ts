/* What characters, and commands of LaTeX, stand for. */

// oxfmt-ignore
export const commandSigns: Readonly<Record<string, string>> = {
  times: '×', cdot: '*', ast: '*', div: '÷', le: '≤', leq: '≤', leqslant: '≤', ge: '≥', geq: '≥', geqslant: '≥', lt: '<', gt: '>', ne: '≠', neq: '≠', approx: '≈', in: '∈', notin: '∉',
  cup: '∪', cap: '∩', setminus: '∖', backslash: '∖', pm: '±', mp: '∓', lbrace: '⦃', rbrace: '⦄', lbrack: '[', rbrack: ']', lvert: '|', rvert: '|', vert: '|', langle: '⟨', rangle: '⟩', mid: '∣', colon: ':', cents: '¢', cent: '¢', textdegree: '°',
  lfloor: '⌊', rfloor: '⌋', lceil: '⌈', rceil: '⌉', circ: '°', degree: '°', prime: "'", ldots: '…', dots: '…', cdots: '…', dotsc: '…', lnot: '¬', land: '∧', lor: '∨', wedge: '∧', vee: '∨',
};
// oxfmt-ignore
export const commandConstants = {
  pi: 'π', infty: '∞', emptyset: '∅', varnothing: '∅', R: 'ℝ',
} as const;
// oxfmt-ignore
export const boardLetters = { R: 'ℝ', Z: 'ℤ', N: 'ℕ', Q: 'ℚ', C: 'ℂ' } as const;
/** Commands that the parser handles. */
// oxfmt-ignore
export const structuralCommands = new Set(['frac', 'sqrt', 'binom', 'begin', 'end', 'overline', '\\', 'pmod', 'bmod']);
/** Commands that change only how a formula looks. */
// oxfmt-ignore
export const layoutCommands = new Set(['left', 'right', 'middle', 'big', 'Big', 'bigg', 'Bigg', 'bigl', 'bigr', 'Bigl', 'Bigr', 'displaystyle', 'textstyle', 'scriptstyle', 'limits', 'quad', 'qquad', 'thinspace', 'enspace', 'space', 'rm', 'bf', 'it', 'sf', 'nobreakspace', 'hspace', 'strut', 'boldmath', 'kern', ',', '!', ';', ':', ' ', '>', '\n', '(', ')', '[', ']']);
export const textCommands =
  /^(?:text|mbox|hbox|textbf|textit|textrm|textsf|texttt|textnormal|mathrm|mathbf|mathit|mathsf|boldsymbol|bm|operatorname|underline|emph|mathop|boxed|fbox|mathcal|vec|hat|bar|rm)$/;
/** Fonts: a single letter in one of these is still a letter. */
export const mathFaces = /^(?:math|bold|bm|oper|boxed|fbox|underline)/;

// oxfmt-ignore
export const signCharacters: Readonly<Record<string, string>> = {
  '+': '+', '-': '-', '−': '-', '–': '-', '—': '-', '*': '*', '×': '×', '·': '*', '⋅': '*', '∙': '*', '∗': '*', '/': '/', '÷': '÷', '∕': '/', '⁄': '/', '^': '^', _: '_', '=': '=', '<': '<', '>': '>', '≤': '≤', '≥': '≥', '⩽': '≤', '⩾': '≥', '≠': '≠', '≈': '≈',
  '∈': '∈', '∉': '∉', '∪': '∪', '∩': '∩', '±': '±', '∓': '∓', '!': '!', '%': '%', '°': '°', "'": "'", '’': "'", '′': "'", ',': ',', ';': ';', ':': ':', '(': '(', ')': ')', '[': '[', ']': ']', '{': '{', '}': '}', '|': '|', '⟨': '⟨', '⟩': '⟩', '⌊': '⌊', '⌋': '⌋', '⌈': '⌈', '⌉': '⌉',
  '¢': '¢', '…': '…', '√': '√', '&': '&', '∖': '∖', '?': '?', '.': '.', '∣': '∣', '¬': '¬', '∧': '∧', '∨': '∨', '→': '→', '⇒': '→', '∠': '∠', '△': '△',
};
export const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const loweredDigits = '₀₁₂₃₄₅₆₇₈₉';
// oxfmt-ignore
export const vulgarFractions: Readonly<Record<string, readonly [bigint, bigint]>> = { '½': [1n, 2n], '⅓': [1n, 3n], '⅔': [2n, 3n], '¼': [1n, 4n], '¾': [3n, 4n], '⅕': [1n, 5n], '⅖': [2n, 5n], '⅗': [3n, 5n], '⅘': [4n, 5n], '⅙': [1n, 6n], '⅚': [5n, 6n], '⅛': [1n, 8n], '⅜': [3n, 8n], '⅝': [5n, 8n], '⅞': [7n, 8n] };

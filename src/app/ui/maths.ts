import { createElement, type ReactNode } from 'react';

type Part = ReactNode;

const element = (name: string, ...parts: readonly Part[]) => createElement(name, null, ...parts);
const row = (...parts: readonly Part[]) => element('mrow', ...parts);
/** A letter, or a name of several, which then stands upright. */
const i = (text: string) => element('mi', text);
const o = (text: string) => element('mo', text);
const n = (text: string) => element('mn', text);
const of = (name: Part, ...inside: readonly Part[]) => row(name, o('('), ...inside, o(')'));

/** Formulas in MathML, which browsers set and read aloud themselves. */
export const maths = {
  row,
  i,
  o,
  n,
  of,
  sub: (base: Part, below: Part) => element('msub', base, below),
  over: (base: Part, above: Part) => element('mover', base, above),
  under: (base: Part, below: Part) => element('munder', base, below),
  between: (base: Part, below: Part, above: Part) => element('munderover', base, below, above),
  fraction: (above: Part, below: Part) => element('mfrac', above, below),
  root: (inside: Part) => element('msqrt', inside),
} as const;

/** Lines of a formula, one below the other. */
export const mathLines = (lines: readonly Part[]): ReactNode =>
  lines.map((line, at) => createElement('math', { key: at, display: 'block' }, line));

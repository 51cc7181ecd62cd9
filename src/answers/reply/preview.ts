import { keyText } from '../key-text.ts';
import { hintsFrom, readMaths } from '../maths/read.ts';
import type { Tree } from '../maths/tree.ts';

/** What a reference answer was read as. */
export type ReadAs =
  | 'number'
  | 'letter'
  | 'expression'
  | 'both'
  | 'quantity'
  | 'numeral'
  | 'group'
  | 'list'
  | 'sets'
  | 'matrix'
  | 'relation'
  | 'ratio'
  | 'words'
  | 'dots'
  | 'interval'
  | 'time'
  | 'text';

const kinds: Readonly<Record<Tree['kind'], ReadAs>> = {
  number: 'number',
  name: 'letter',
  constant: 'number',
  sum: 'expression',
  product: 'expression',
  quotient: 'expression',
  power: 'expression',
  negation: 'expression',
  'plus-minus': 'both',
  call: 'expression',
  degrees: 'number',
  measured: 'quantity',
  numeral: 'numeral',
  group: 'group',
  list: 'list',
  sets: 'sets',
  matrix: 'matrix',
  relation: 'relation',
  ratio: 'ratio',
  words: 'words',
  dots: 'dots',
};

/** How a reference answer was read; null if it is empty. */
export function previewOf(
  question: string,
  reference: string,
): { readonly as: ReadAs; readonly text: string } | null {
  const reading = readMaths(reference, hintsFrom(question));
  if (!reading) return null;
  const { tree, key, display } = reading;
  const text = keyText(key, display);
  if (/^-?\d+(?:\/\d+)?$/.test(key)) return { as: 'number', text };
  if (/^(?:\[.*\)|\(.*\])$/.test(text)) return { as: 'interval', text };
  if (tree) return { as: kinds[tree.kind], text };
  return { as: key.startsWith('words: ') ? 'words' : key.startsWith('time ') ? 'time' : 'text', text };
}

import { keyText } from '../key-text.ts';
import { askedBy, readMaths } from '../maths/read.ts';
import type { Tree } from '../maths/tree.ts';

const kinds: Readonly<Record<Tree['kind'], string>> = {
  number: 'the number',
  name: 'the letter',
  constant: 'the number',
  sum: 'the expression',
  product: 'the expression',
  quotient: 'the expression',
  power: 'the expression',
  negation: 'the expression',
  'plus-minus': 'both values of',
  call: 'the expression',
  degrees: 'the number',
  measured: 'the quantity',
  numeral: 'the numeral',
  group: 'values in this order:',
  list: 'values in any order:',
  sets: 'the set',
  matrix: 'the matrix',
  relation: 'the statement',
  ratio: 'the ratio',
  words: 'the words',
  dots: 'dots',
};

/** How a reference answer was read, in words; null where nothing is in it. */
export function previewOf(question: string, reference: string): string | null {
  const reading = readMaths(reference, askedBy(question));
  if (!reading) return null;
  const { tree, key, display } = reading;
  const number = /^-?\d+(?:\/\d+)?$/.test(key) ? 'the number' : null;
  const said = keyText(key, display);
  const interval = /^(?:\[.*\)|\(.*\])$/.test(said) ? 'the interval' : null;
  const kind =
    number ??
    interval ??
    (tree
      ? kinds[tree.kind]
      : key.startsWith('words: ')
        ? 'the words'
        : key.startsWith('time ')
          ? 'the time'
          : 'a text that is compared as it stands:');
  return `${kind} ${said}`;
}

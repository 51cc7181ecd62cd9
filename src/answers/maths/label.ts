import { type Cursor, signOf, syntaxError } from './cursor.ts';

/** A subscript: a few letters and digits. */
export function label(cursor: Cursor): string | null {
  const braces = cursor.take('{') !== null;
  let text = '';
  while (!cursor.done && (braces ? cursor.sign() !== '}' : text === '')) {
    const { here } = cursor;
    if (here?.kind === 'number' || here?.kind === 'word') text += here.text;
    else if (here?.kind === 'name' || here?.kind === 'constant') text += here.name;
    else if (here?.kind === 'sign' && '+-,*'.includes(here.sign)) text += here.sign;
    else return null;
    cursor.skip();
  }
  if (braces && !cursor.take('}')) return null;
  return text === '' || text.length > 20 ? null : text;
}

/** A letter with its subscript and primes. */
export function named(cursor: Cursor, name: string): string {
  let full = name;
  for (;;) {
    if (cursor.take("'")) full += "'";
    else if (cursor.sign() === '_') {
      cursor.skip();
      full += `_${label(cursor) ?? syntaxError()}`;
    } else if (cursor.sign() === '^' && signOf(cursor.peek(1)) === "'") {
      cursor.skip(2);
      full += "'";
    } else return full;
  }
}

/** Consumes ^{-1} before brackets, which makes f the inverse of f. */
export function takeInverse(cursor: Cursor): boolean {
  const one = cursor.peek(3);
  const signs = [0, 1, 2, 4, 5].map((at) => signOf(cursor.peek(at))).join('');
  if (signs !== '^{-}(' || one?.kind !== 'number' || one.text !== '1') return false;
  cursor.skip(5);
  return true;
}

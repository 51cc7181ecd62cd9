import type { Cursor } from './cursor.ts';

/** An index: short, of letters and digits. */
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

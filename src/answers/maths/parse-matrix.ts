import type { Cursor } from './cursor.ts';
import { unread } from './cursor.ts';
import type { Tree } from './tree.ts';

/** What follows \\begin: rows of cells. Determinants by their upright lines. */
export function parseMatrix(cursor: Cursor, cell: () => Tree): Tree {
  const shape = environment(cursor);
  if (shape === null || !/^(?:[pbBvV]|small)?matrix$|^array$|^cases$/.test(shape)) return unread();
  if (shape === 'array' && environment(cursor) === null) return unread();
  const rows: Tree[][] = [[]];
  while (!cursor.isCommand('end')) {
    if (cursor.isCommand('\\')) {
      cursor.skip();
      if (!cursor.isCommand('end')) rows.push([]);
      continue;
    }
    rows.at(-1)!.push(cell());
    if (!cursor.take('&') && !cursor.isCommand('\\') && !cursor.isCommand('end')) return unread();
  }
  cursor.skip();
  if (environment(cursor) === null) return unread();
  // Equations one below another hold together; with a condition beside each they are a function.
  if (shape === 'cases')
    return rows.every((row) => row.length === 1)
      ? { kind: 'list', set: false, items: rows.flat() }
      : unread();
  return { kind: 'matrix', shape: /^[vV]/.test(shape) ? 'determinant' : 'matrix', rows };
}

/** {pmatrix}, and the {cc} of an array. */
function environment(cursor: Cursor): string | null {
  if (!cursor.take('{')) return null;
  let name = '';
  for (let steps = 0; steps < 20 && !cursor.take('}'); steps++) {
    const { here } = cursor;
    if (here?.kind === 'word') name += here.text;
    else if (here?.kind === 'name' || here?.kind === 'constant') name += here.name;
    else if (here?.kind !== 'sign' || here.sign !== '|') return null;
    cursor.skip();
  }
  return name;
}

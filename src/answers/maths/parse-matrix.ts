import { lastItem } from '#experiment/surely.ts';
import type { Cursor } from './cursor.ts';
import { syntaxError } from './cursor.ts';
import type { Tree } from './tree.ts';

/** Rows of cells after \\begin. Upright lines make it a determinant. */
export function parseMatrix(cursor: Cursor, cell: () => Tree): Tree {
  const shape = environment(cursor);
  if (shape === null || !/^(?:[pbBvV]|small)?matrix$|^array$|^cases$/.test(shape)) return syntaxError();
  if (shape === 'array' && environment(cursor) === null) return syntaxError();
  const rows: Tree[][] = [[]];
  while (!cursor.isCommand('end')) {
    if (cursor.isCommand('\\')) {
      cursor.skip();
      if (!cursor.isCommand('end')) rows.push([]);
      continue;
    }
    lastItem(rows).push(cell());
    if (!cursor.take('&') && !cursor.isCommand('\\') && !cursor.isCommand('end')) return syntaxError();
  }
  cursor.skip();
  if (environment(cursor) === null) return syntaxError();
  // Equations below one another are a system; with a condition beside each they define a function by cases.
  if (shape === 'cases')
    return rows.every((row) => row.length === 1)
      ? { kind: 'list', set: false, items: rows.flat() }
      : syntaxError();
  return { kind: 'matrix', shape: /^[vV]/.test(shape) ? 'determinant' : 'matrix', rows };
}

/** Reads {pmatrix}, and the {cc} of an array. */
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

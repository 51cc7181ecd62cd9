import { fieldName, type SetRecord, someNames, type SetRecords, type TextLine, textLines } from './record.ts';

/** JSON Lines: one object a line. */
export function jsonLines(text: string): SetRecords {
  const [first] = textLines(text);
  const whole = first && parsed(first.text) === undefined ? parsed(text) : undefined;
  const object = whole === undefined ? null : fieldsOf(whole);
  // A file that is one object over several lines would be bad in all of them.
  if (object) return { ok: false, fault: { kind: 'one-object', fields: someNames(object.keys()) } };
  return { ok: true, form: 'jsonl', records: recordsOf(textLines(text)) };
}

/** An array of objects, each of which is named by the line on which it begins. */
export function jsonArray(text: string): SetRecords {
  return { ok: true, form: 'json', records: recordsOf(elements(text)) };
}

function* recordsOf(pieces: Iterable<TextLine>): Iterable<SetRecord> {
  for (const { line, text } of pieces) {
    const content = parsed(text);
    const fields = fieldsOf(content);
    if (fields) yield { line, kind: 'fields', fields };
    else
      yield {
        line,
        kind: 'fault',
        fault: { kind: content === undefined ? 'not-json' : 'not-an-object' },
      };
  }
}

/** Undefined, which JSON cannot say, where a text is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first of several fields whose names are one name counts. */
function fieldsOf(content: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return null;
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(content))
    if (!fields.has(fieldName(name))) fields.set(fieldName(name), value);
  return fields;
}

/**
 * The texts of an array's elements, cut where commas stand outside of strings and brackets, so that a damaged one leaves the
 * others whole. The text begins with the array's bracket. What is not closed runs on to the end.
 */
function* elements(text: string): Iterable<TextLine> {
  let depth = 0;
  let inString = false;
  let line = 1;
  let piece: { readonly at: number; readonly line: number } | null = null;
  let closed = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line += 1;
    const ends = !inString && depth === 1 && !closed && (character === ',' || character === ']');
    if (ends) {
      // Nothing before a comma is damage too; an empty array and a comma after the last element are not.
      if (piece) yield { line: piece.line, text: text.slice(piece.at, at) };
      else if (character === ',') yield { line, text: '' };
      piece = null;
      if (character === ']') closed = true;
      continue;
    }
    if (!piece && !/\s/.test(character ?? '') && (depth > 0 || closed)) piece = { at, line };
    if (inString) {
      if (character === '\\') at += text[at + 1] === '\n' || text[at + 1] === '\r' ? 0 : 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= depth > 1 ? 1 : 0;
  }
  // What stands behind the array, or where one was cut off: nobody knows what is missing there.
  if (piece || !closed) yield { line: piece?.line ?? line, text: '' };
}

import type { Family } from '#experiment/families.ts';
import { hasReference, type Problem, withoutReference } from '#experiment/problem.ts';
import {
  type BadLine,
  problemSetLimits,
  type ProblemSetFault,
  type ProblemSetForm,
  type ProblemSetNotes,
  type RepeatedLine,
} from '#experiment/problem-set-faults.ts';
import { csvRecords } from './csv-records.ts';
import { decodeProblemSet } from './decode.ts';
import { jsonArray, jsonLines } from './json-records.ts';
import { isTyped, type ReadRecord, readProblemRecord, saysWhatIsAsked } from './read-record.ts';
import { type SetRecord, type SetRecords, textLines } from './record.ts';

export type ReadProblemSet =
  | {
      readonly ok: true;
      readonly name: string;
      readonly problems: readonly Problem[];
      readonly notes: ProblemSetNotes;
    }
  | { readonly ok: false; readonly name: string; readonly fault: ProblemSetFault };

export interface ReadingOptions {
  /** Goes on without the lines that cannot be read. By default one such line refuses the set, so that nobody measures half of one. */
  readonly leaveOut?: boolean;
}

/**
 * Reads a problem set: JSON Lines, a JSON array, CSV with a header, or a problem a line as people type them. The form is told
 * by what is in it, not by the file's name. Never throws, whatever it is given: docs/problem-sets.md has the forms.
 *
 * @param fileName names the set, without its folder and ending.
 */
export function readProblemSet(
  text: string,
  fileName: string,
  { leaveOut = false }: ReadingOptions = {},
): ReadProblemSet {
  const name = setName(fileName);
  const refused = (fault: ProblemSetFault): ReadProblemSet => ({ ok: false, name, fault });
  if (isTooBig(text)) return refused({ kind: 'too-big', most: problemSetLimits.bytes });
  const usual = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (usual.includes('\u0000')) return refused({ kind: 'not-text', looksLike: 'binary', line: null });
  if (usual.trim() === '') return refused({ kind: 'empty' });
  const found = recordsIn(usual);
  if (!found.ok)
    return refused(
      found.fault.kind === 'no-column' && lacksHeader(usual) ? { kind: 'no-header' } : found.fault,
    );
  const records: SetRecord[] = [];
  for (const record of found.records) {
    records.push(record);
    if (records.length > problemSetLimits.problems)
      return refused({ kind: 'too-many', most: problemSetLimits.problems });
  }
  const { lines, bad } = sorted(records);
  if (lines.length === 0 && bad.length === 0) return refused({ kind: 'empty' });
  if (lines.length === 0 && found.form === 'typed' && lacksHeader(usual))
    return refused({ kind: 'no-header' });
  const named = bad.slice(0, problemSetLimits.named);
  if (lines.length === 0 || (bad.length > 0 && !leaveOut))
    return refused({ kind: 'bad-lines', count: bad.length, lines: named, readable: lines.length });
  return {
    ok: true,
    name,
    problems: lines.map(({ read: { problem } }) => problem),
    notes: notesOn(found.form, lines, { count: bad.length, lines: named }),
  };
}

/** The same from the bytes of a file. */
export function readProblemSetFile(
  bytes: Uint8Array,
  fileName: string,
  options?: ReadingOptions,
): ReadProblemSet {
  const decoded = decodeProblemSet(bytes);
  return decoded.ok
    ? readProblemSet(decoded.text, fileName, options)
    : { ok: false, name: setName(fileName), fault: decoded.fault };
}

function recordsIn(text: string): SetRecords {
  const [begin] = text.trimStart();
  if (begin === '[') return jsonArray(text);
  if (begin === '{') return jsonLines(text);
  const [first] = textLines(text);
  if (first && isTyped(first.text)) return { ok: true, form: 'typed', records: typedLines(text) };
  return csvRecords(text, saysWhatIsAsked);
}

/** Whether the first line is a problem and something more beside it, as of CSV without a header. */
function lacksHeader(text: string): boolean {
  const [first] = textLines(text);
  if (!first) return false;
  const [asked = '', ...others] = first.text.split(/[,;\t]/);
  return others.length > 0 && readProblemRecord({ kind: 'typed', line: first.line, text: asked }).ok;
}

function* typedLines(text: string): Iterable<SetRecord> {
  for (const line of textLines(text)) yield { kind: 'typed', ...line };
}

interface ReadLine {
  readonly line: number;
  readonly read: Extract<ReadRecord, { readonly ok: true }>;
}

function sorted(records: readonly SetRecord[]) {
  const lines: ReadLine[] = [];
  const bad: BadLine[] = [];
  for (const record of records) {
    const read = readProblemRecord(record);
    if (read.ok) lines.push({ line: record.line, read });
    else bad.push({ line: record.line, fault: read.fault });
  }
  return { lines, bad };
}

function notesOn(
  form: ProblemSetForm,
  lines: readonly ReadLine[],
  leftOut: ProblemSetNotes['leftOut'],
): ProblemSetNotes {
  const families = new Map<Family, number>();
  for (const { read } of lines)
    families.set(read.problem.family, (families.get(read.problem.family) ?? 0) + 1);
  const from = (place: 'hashes' | 'boxed') => lines.filter(({ read }) => read.answerFrom === place).length;
  const repeated = repeatedIn(lines);
  return {
    form,
    families: [...families].map(([family, count]) => ({ family, count })),
    withoutAnswer: lines.filter(({ read }) => !hasReference(read.problem)).length,
    solutions: { hashes: from('hashes'), boxed: from('boxed') },
    repeated: { count: repeated.length, lines: repeated.slice(0, problemSetLimits.named) },
    leftOut,
  };
}

function repeatedIn(lines: readonly ReadLine[]): readonly RepeatedLine[] {
  const seen = new Map<string, ReadLine>();
  const repeated: RepeatedLine[] = [];
  for (const one of lines) {
    const key = JSON.stringify(withoutReference(one.read.problem));
    const first = seen.get(key);
    if (!first) seen.set(key, one);
    else {
      const differs = JSON.stringify(first.read.problem) !== JSON.stringify(one.read.problem);
      repeated.push({ line: one.line, first: first.line, differs });
    }
  }
  return repeated;
}

function isTooBig(text: string): boolean {
  const { bytes } = problemSetLimits;
  if (text.length > bytes) return true;
  return text.length * 3 > bytes && new TextEncoder().encode(text).byteLength > bytes;
}

/** A file's name without its folder and what tells its kind; a set has to have one. */
function setName(fileName: string): string {
  const [base = ''] = fileName.split(/[/\\]/).slice(-1);
  const name = base
    .replace(/\.(?:jsonl?|ndjson|csv|tsv|txt)$/i, '')
    .trim()
    .slice(0, problemSetLimits.name);
  return name === '' ? 'problems' : name;
}

import * as v from 'valibot';
import { answersTo, extractIn, typedAs } from '#answers/families.ts';
import { type Family, families, familySheet, familySheets } from '#experiment/families.ts';
import { type Problem, problemSchema, puzzleFault, questionLimits } from '#experiment/problem.ts';
import type { LineFault } from '#experiment/problem-set-faults.ts';
import { type FinalAnswer, finalAnswer } from './final-answer.ts';
import { excerpt, type SetRecord, someNames } from './record.ts';

export type ReadRecord =
  | { readonly ok: true; readonly problem: Problem; readonly answerFrom: FinalAnswer['from'] | null }
  | { readonly ok: false; readonly fault: LineFault };

type Fields = ReadonlyMap<string, unknown>;

const questionNames = ['question', 'problem', 'prompt', 'input'] as const;
/** Where a family is named, its problem may also stand under these. */
const formalNames = ['expression', 'text', ...questionNames] as const;
/** The first that a line has counts: MATH-500 has both a solution and the answer. */
const answerNames = ['answer', 'final_answer', 'target', 'label', 'solution'] as const;

/** Whether a column or field of that name can say what is asked. */
export const saysWhatIsAsked = (name: string): boolean =>
  name === 'family' || questionNames.some((one) => one === name);

/** The problem that a line of a file holds, or why it holds none. */
export function readProblemRecord(record: SetRecord): ReadRecord {
  switch (record.kind) {
    case 'fault':
      return { ok: false, fault: record.fault };
    case 'typed':
      return readTyped(record.text);
    case 'fields':
      return readFields(record.fields);
  }
}

/** Whether a text looks like a problem that a person typed, right or wrong. */
export const isTyped = (text: string): boolean => families.some((family) => typedAs(family, text) !== null);

function readTyped(text: string): ReadRecord {
  for (const family of families) {
    const typed = typedAs(family, text);
    if (typed !== null) return checked(family, typed);
  }
  return { ok: false, fault: { kind: 'not-typed', text: excerpt(text) } };
}

function readFields(fields: Fields): ReadRecord {
  const named = fields.get('family');
  const family = families.find((one) => one === named);
  if (named !== undefined && named !== null && family === undefined)
    return { ok: false, fault: { kind: 'unknown-family', family: excerpt(textOf(named) ?? '') } };
  const names = family === undefined ? questionNames : formalNames;
  if (family !== undefined && family !== 'question')
    return readFormal(family, fields, firstOf(fields, names));
  const asked = firstOf(fields, names);
  if (asked === null) return { ok: false, fault: { kind: 'no-question', fields: someNames(fields.keys()) } };
  const text = typeof asked.value === 'string' ? asked.value.trim() : '';
  if (text === '') return { ok: false, fault: { kind: 'question-not-text' } };
  // A bare sum or game is what it would be if it were typed.
  if (family === undefined)
    for (const one of families) {
      const typed = one === 'question' ? null : typedAs(one, text);
      if (typed !== null) return withAnswer(checked(one, typed), fields, [asked.name]);
    }
  return readQuestion(text, fields);
}

/** A problem in words. */
function readQuestion(text: string, fields: Fields): ReadRecord {
  if (text.length > questionLimits.text) {
    const { text: most } = questionLimits;
    return { ok: false, fault: { kind: 'question-too-long', length: text.length, most } };
  }
  const answer = answerIn(fields);
  if (answer === null) return { ok: true, problem: { family: 'question', text }, answerFrom: null };
  if (!answer.ok) return answer;
  const problem: Problem = { family: 'question', text, answer: answer.text };
  return { ok: true, problem, answerFrom: answer.from };
}

/** A problem of a family that has a form of its own: the fields of its schema, or a text as a person would type it. */
function readFormal(
  family: Family,
  fields: Fields,
  asked: { readonly name: string; readonly value: unknown } | null,
): ReadRecord {
  const keys = Object.keys(familySheets[family].schema.entries).filter((key) => key !== 'family');
  if (keys.every((key) => fields.has(key))) {
    const own = Object.fromEntries(keys.map((key) => [key, numbersIn(fields.get(key))]));
    return withAnswer(checked(family, { family, ...own }), fields, keys);
  }
  if (asked === null) return { ok: false, fault: { kind: 'no-question', fields: someNames(fields.keys()) } };
  const text = textOf(asked.value) ?? '';
  const typed = typedAs(family, text) ?? typedAs(family, `${family}: ${text}`);
  return withAnswer(checked(family, typed), fields, [asked.name]);
}

/** Numbers of a CSV file are texts: `24`, `4 9 10 13`, `[4, 9, 10, 13]`. Anything else stays as it is. */
function numbersIn(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, list] = /^\s*\[?\s*(\d+(?:[\s,;]+\d+)*)\s*\]?\s*$/.exec(value) ?? [];
  if (list === undefined) return value;
  const numbers = list.split(/[\s,;]+/).map(Number);
  return numbers.length === 1 ? numbers[0] : numbers;
}

function checked(family: Family, given: unknown): ReadRecord {
  const read = v.safeParse(problemSchema, given);
  if (read.success) return { ok: true, problem: read.output, answerFrom: null };
  const puzzle = v.safeParse(v.object({ family: v.literal('puzzle'), text: v.string() }), given);
  const fault = puzzle.success ? puzzleFault(puzzle.output.text) : null;
  return { ok: false, fault: { kind: 'not-of-family', family, puzzle: fault } };
}

/** Of games, sums and puzzles everybody can work out the answer; one that a file gives must be that one, where only one is right. */
function withAnswer(read: ReadRecord, fields: Fields, taken: readonly string[]): ReadRecord {
  if (!read.ok || familySheet(read.problem).manyAnswers) return read;
  const answer = answerIn(new Map([...fields].filter(([name]) => !taken.includes(name))));
  if (!answer?.ok) return read;
  const said = extractIn(read.problem, { text: answer.text, thinking: 'none' });
  const row = answersTo(read.problem);
  const right = row.reference(read.problem);
  if (said === null || right === null || row.grade(read.problem, said).outcome !== 'wrong') return read;
  return { ok: false, fault: { kind: 'other-answer', given: excerpt(answer.text), right } };
}

type ReadAnswer =
  | { readonly ok: true; readonly text: string; readonly from: FinalAnswer['from'] }
  | { readonly ok: false; readonly fault: LineFault };

/** Null where a line has none. */
function answerIn(fields: Fields): ReadAnswer | null {
  const given = firstOf(fields, answerNames);
  if (given === null) return null;
  const whole = textOf(given.value);
  if (whole === null) return { ok: false, fault: { kind: 'answer-not-text' } };
  const answer = finalAnswer(whole, given.name === 'solution');
  if (answer.from === 'nowhere') return { ok: false, fault: { kind: 'no-final-answer' } };
  const { answer: most } = questionLimits;
  return answer.text.length > most
    ? { ok: false, fault: { kind: 'answer-too-long', length: answer.text.length, most } }
    : { ok: true, text: answer.text, from: answer.from };
}

/** The first of several fields that a line has with anything in it. */
function firstOf(
  fields: Fields,
  names: readonly string[],
): { readonly name: string; readonly value: unknown } | null {
  for (const name of names) {
    const value = fields.get(name);
    const isEmpty =
      value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
    if (!isEmpty) return { name, value };
  }
  return null;
}

/** Numbers are texts too, and so is what stands alone in a list, as some sets have their answers. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) && value.length === 1 && !Array.isArray(value[0]) ? textOf(value[0]) : null;
}

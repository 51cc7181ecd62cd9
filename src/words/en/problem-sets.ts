import type { Family } from '#experiment/families.ts';
import type { HeldOutSet } from '#experiment/families/sheet.ts';
import type {
  BadLine,
  LineFault,
  NoText,
  ProblemSetFault,
  ProblemSetForm,
  ProblemSetNotes,
  RepeatedLine,
} from '#experiment/problem-set-faults.ts';
import { room } from '../language.ts';
import { bytes, list, number, plural } from './format.ts';
import { problems } from './problems.ts';
import { puzzleWords } from './puzzles.ts';

const counted = (count: number) => plural(count, { one: '# problem', other: '# problems' });

/** Problem sets: which a sweep runs on, how a file of one's own was read, and what is wrong with it. */
export const problemSets = room('problemSets', {
  from: 'Problems from',
  sources: { 'held-out': 'The page', own: 'A file of yours' },
  family: 'Kind of problem',
  set: 'Set',
  sets: {
    usual: 'As trained on',
    harder: 'Harder',
    bigger: 'Bigger numbers',
  } satisfies Record<HeldOutSet, string>,
  setHelp: {
    usual: 'Like the problems that the models learnt from, and none of those.',
    harder: 'Longer than any that the models learnt from, or of another kind.',
    bigger: 'With larger numbers than any that the models learnt from.',
  } satisfies Record<HeldOutSet, string>,
  count: 'How many',
  ofSet: (size: number) => `of ${number(size)}`,
  fetching: 'Fetching the problems.',

  drop: 'Drop a file here',
  choose: 'Choose a file',
  another: 'Another file',
  stays: (most: { readonly bytes: number; readonly problems: number }) =>
    `JSON Lines, JSON or CSV with questions and answers; up to ${bytes(most.bytes)} and ${number(most.problems)} problems. The file stays on your machine.`,
  paste: 'Or paste problems',
  pasted: 'Pasted problems',
  readPasted: 'Read them',
  forms: 'Forms that can be read',
  formHelp: {
    jsonl: 'JSON Lines, or a JSON array of such objects. The second line is GSM8K’s form, the third MATH’s.',
    csv: 'CSV with a header. Semicolons and tabs serve as well as commas.',
    typed: 'A problem a line, as you would type it.',
  },
  /** Files that can be read as they stand. */
  examples: {
    jsonl: String.raw`{"question": "How many pens are in 3 boxes of 12?", "answer": "36"}
{"question": "How many legs have 4 cats?", "answer": "4*4 = <<4*4=16>>16.\n#### 16"}
{"problem": "What is half of $\\frac{2}{3}$?", "solution": "$\\boxed{\\frac{1}{3}}$"}
{"family": "countdown", "numbers": [4, 9, 10, 13], "target": 24}`,
    csv: `question,answer
"How many pens are in 3 boxes, each with 12?",36
47*6+38*4,434`,
    typed: `47*6+38*4
24: 4 9 10 13
puzzle: v = 7. v?
question: How many? [12]`,
  },
  reading: (name: string) => `Reading ${name}.`,

  readAs: {
    jsonl: (count: number) => `${counted(count)}, read as JSON Lines.`,
    json: (count: number) => `${counted(count)}, read as a JSON array.`,
    csv: (count: number) => `${counted(count)}, read as CSV.`,
    typed: (count: number) => `${counted(count)}, as they are typed.`,
  } satisfies Record<ProblemSetForm, (count: number) => string>,
  counted,
  kinds: (families: ProblemSetNotes['families']) =>
    families.length === 1
      ? `All are ${list(families.map(({ family }) => problems.several[family]))}.`
      : `By kind: ${list(families.map(({ family, count }) => `${problems.several[family]} (${number(count)})`))}.`,
  hashes: (count: number) =>
    plural(count, {
      one: '# answer was taken from behind “####”.',
      other: '# answers were taken from behind “####”.',
    }),
  boxed: (count: number) =>
    plural(count, {
      one: '# answer was taken out of its box.',
      other: '# answers were taken out of their boxes.',
    }),
  withoutAnswer: (count: number) =>
    plural(count, {
      one: '# problem has no answer: nobody knows whether a model is right on it.',
      other: '# problems have no answer: nobody knows whether a model is right on them.',
    }),
  repeated: ({ count, lines }: { readonly count: number; readonly lines: readonly RepeatedLine[] }) =>
    `${plural(count, {
      one: '# problem is asked again, and is kept',
      other: '# problems are asked again, and are kept',
    })}: ${someLines(lines, count)}.`,
  differs: (lines: readonly RepeatedLine[]) =>
    `Asked again with another answer: ${someLines(lines, lines.length)}.`,
  leftOut: ({ count, lines }: { readonly count: number; readonly lines: readonly BadLine[] }) =>
    `${plural(count, { one: '# line was left out', other: '# lines were left out' })}: ${someLines(lines, count)}.`,
  needsReader:
    'Only models that read words can answer these; they run on your graphics processor, and none comes with the page.',

  preview: {
    heldOut: 'The first problems',
    own: 'The first problems, as they were read',
    problem: 'Problem',
    answer: 'Right answer',
  },
  noAnswer: 'not known',

  cannotUse: 'This file can’t be used: ',
  fault: (fault: Exclude<ProblemSetFault, { readonly kind: 'bad-lines' }>): string => faultText(fault),
  badLines: (count: number) =>
    plural(count, { one: '# line can’t be read.', other: '# lines can’t be read.' }),
  badLine: ({ line, fault }: BadLine): string => `Line ${number(line)}: ${lineFaultText(fault)}`,
  moreBad: (count: number) => plural(count, { one: 'And # more line.', other: 'And # more lines.' }),
  noneReadable: 'No problem is left without them.',
  leaveOut: ({ count, readable }: { readonly count: number; readonly readable: number }) =>
    `${plural(count, { one: 'Leave it out', other: 'Leave these # out' })}, go on with ${number(readable)}`,
});

/** `lines 3, 7 and 9`, `lines 1, 2 and 30 more`: where all are not known, how many are left. */
function someLines(lines: readonly { readonly line: number }[], count: number): string {
  const shown = lines.slice(0, 6).map(({ line }) => number(line));
  const more = count - shown.length;
  return `${plural(count, { one: 'line', other: 'lines' })} ${list(more > 0 ? [...shown, `${number(more)} more`] : shown)}`;
}

const quoted = (names: readonly string[]): string => list(names.map((name) => `“${name}”`));

function faultText(fault: Exclude<ProblemSetFault, { readonly kind: 'bad-lines' }>): string {
  switch (fault.kind) {
    case 'empty':
      return 'There is no problem in it.';
    case 'too-big':
      return `It is larger than ${bytes(fault.most)}. Cut it into smaller ones.`;
    case 'too-many':
      return `It has more than ${number(fault.most)} problems. Cut it into smaller ones.`;
    case 'not-text':
      return noTextText(fault.looksLike, fault.line);
    case 'one-object':
      return `It is one JSON object (${quoted(fault.fields)}). Save the list of problems in it alone, as an array or an object a line.`;
    case 'no-header':
      return 'It looks like CSV that begins with a problem. A header line is needed above it: “question,answer”.';
    case 'no-column':
      return fault.columns.length === 0
        ? 'It is neither JSON nor CSV with a header.'
        : `It is no JSON, and as CSV no column of its first line says what is asked: it must be called “question”, “problem”, “prompt” or “input”. There are ${quoted(fault.columns)}. Where the first line is a problem already, a header line is needed above it: “question,answer”.`;
  }
}

function noTextText(looksLike: NoText, line: number | null): string {
  switch (looksLike) {
    case 'utf-16':
      return 'It is text in UTF-16. Save it as UTF-8.';
    case 'other-encoding':
      return line === null
        ? 'It is not text in UTF-8. Save it as UTF-8.'
        : `Line ${number(line)} is not text in UTF-8. Save the file as UTF-8.`;
    case 'parquet':
      return 'It is a Parquet file. Save its rows as JSON Lines or CSV.';
    case 'zip':
      return 'It is a ZIP file or a spreadsheet. Unpack it, or save it as CSV.';
    case 'gzip':
      return 'It is compressed with gzip. Unpack it first.';
    case 'pdf':
      return 'It is a PDF. A problem set is a text: JSON Lines, JSON or CSV.';
    case 'binary':
      return 'It is no text. A problem set is JSON Lines, JSON or CSV.';
  }
}

function lineFaultText(fault: LineFault): string {
  switch (fault.kind) {
    case 'not-json':
      return 'this is not valid JSON, or it is cut off.';
    case 'not-an-object':
      return 'this is not an object with a question.';
    case 'columns':
      return `${plural(fault.found, { one: '# field', other: '# fields' })}, where the header has ${number(fault.wanted)}.`;
    case 'open-quote':
      return 'a quote is opened here and never closed.';
    case 'no-question':
      return fault.fields.length === 0
        ? 'there is no question.'
        : `there is no question, only ${quoted(fault.fields)}.`;
    case 'question-not-text':
      return 'the question is no text.';
    case 'answer-not-text':
      return 'the answer is neither a text nor a number.';
    case 'question-too-long':
      return `the question has ${number(fault.length)} characters; ${number(fault.most)} are the most.`;
    case 'answer-too-long':
      return `the answer has ${number(fault.length)} characters; ${number(fault.most)} are the most.`;
    case 'no-final-answer':
      return 'no answer can be told from its solution: it stands neither behind “####” nor in a box.';
    case 'unknown-family':
      return `“${fault.family}” is no kind of problem that is known here.`;
    case 'not-of-family':
      return fault.puzzle ? puzzleWords.fault(fault.puzzle) : familyFault(fault.family);
    case 'other-answer':
      return `the answer is ${fault.right}, not ${fault.given}.`;
    case 'not-typed':
      return `“${fault.text}” is not a problem that can be read.`;
  }
}

const familyFault = (family: Family): string =>
  `this can’t be asked as ${problems.several[family]}. ${problems.wanted[family]}`;

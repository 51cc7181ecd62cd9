import * as v from 'valibot';
import { cellNumber, shapeOf } from './cells.ts';
import { type Outcome, outcomeSchema } from './outcome.ts';
import { byteLines } from './byte-lines.ts';
import { type Cell, problemsAskedFor, type Sweep, sweepSchema } from './spec.ts';

/*
 * A sweep and what came of it as a file of JSON lines: first a header with the whole sweep, then a line a run, in the order in
 * which they ended. It is written line by line while the sweep runs, and is whole at every moment.
 */

export const resultsFormat = 'second-thought-sweep';
const version = 1;

/** Bytes of a line, and of a file as it is read, decompressed. */
export const resultsLimits = { line: 64_000_000, file: 2_000_000_000 } as const;

/** A run of a sweep and what came of it. */
export interface SweepResult {
  readonly cell: Cell;
  readonly outcome: Outcome;
}

/** Why a file of results cannot be read. Lines are counted from 1. */
export type ResultsFailure =
  | { readonly code: 'no-results-file' | 'results-too-big' | 'results-unreadable' }
  | { readonly code: 'results-newer'; readonly version: number }
  /** Of the header's sweep, or of a run. */
  | { readonly code: 'results-line'; readonly line: number; readonly why: ResultLineFault };

/** `no-json`: it cannot be parsed. `not-as-written`: it is not what stands in such a file. `no-such-run`: the sweep has none there. */
export type ResultLineFault = 'no-json' | 'not-as-written' | 'no-such-run';

export class ResultsError extends Error {
  readonly failure: ResultsFailure;
  constructor(failure: ResultsFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** The first line of a file, its end included. */
export const headerLine = (sweep: Sweep): string =>
  `${JSON.stringify({ format: resultsFormat, version, sweep })}\n`;

/** The line of a run, its end included. */
export const resultLine = ({ cell: { arm, problem, repeat }, outcome }: SweepResult): string =>
  `${JSON.stringify({ arm, problem, repeat, outcome })}\n`;

/** What is read of a file, one after the other: the sweep first. `end`: bytes up to where the line ends. */
export type ResultsPart =
  | { readonly kind: 'sweep'; readonly sweep: Sweep; readonly end: number }
  | { readonly kind: 'result'; readonly result: SweepResult; readonly end: number }
  /** A last line that was not written whole, as when the machine lost power. What stands before it is good. */
  | { readonly kind: 'cut'; readonly line: number };

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const lineSchema = v.strictObject({ arm: place, problem: place, repeat: place, outcome: outcomeSchema });
const anyHeaderSchema = v.object({ format: v.literal(resultsFormat), version: v.pipe(place, v.minValue(1)) });
const headerSchema = v.strictObject({
  format: v.literal(resultsFormat),
  version: v.literal(version),
  sweep: sweepSchema,
});

/**
 * Reads a file line by line, so that no more than a line of it is held. Throws ResultsError, whatever the bytes are; what was
 * yielded before is good. A run that stands there twice is yielded twice.
 */
export async function* resultsIn(
  bytes: ReadableStream<Uint8Array>,
  limits: { readonly line: number; readonly file: number } = resultsLimits,
): AsyncGenerator<ResultsPart, void> {
  let sweep: Sweep | null = null;
  for await (const line of byteLines(bytes, limits)) {
    if (line.kind === 'fault') throw new ResultsError({ code: line.why });
    const { text, number, whole, end } = line;
    const read = parsed(text);
    if (!sweep) {
      sweep = headerOf(read, number);
      yield { kind: 'sweep', sweep, end };
    } else if (read === undefined && !whole) yield { kind: 'cut', line: number };
    else if (read !== undefined || text.trim() !== '')
      yield { kind: 'result', result: resultOf(read, number, sweep), end };
  }
  if (!sweep) throw new ResultsError({ code: 'no-results-file' });
}

/** undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function headerOf(read: unknown, line: number): Sweep {
  const any = v.safeParse(anyHeaderSchema, read);
  if (!any.success) throw new ResultsError({ code: 'no-results-file' });
  if (any.output.version > version)
    throw new ResultsError({ code: 'results-newer', version: any.output.version });
  const header = v.safeParse(headerSchema, read);
  if (!header.success) throw new ResultsError({ code: 'results-line', line, why: 'not-as-written' });
  return header.output.sweep;
}

function resultOf(read: unknown, line: number, sweep: Sweep): SweepResult {
  const wrong = (why: ResultLineFault) => new ResultsError({ code: 'results-line', line, why });
  if (read === undefined) throw wrong('no-json');
  const written = v.safeParse(lineSchema, read);
  if (!written.success) throw wrong('not-as-written');
  const { outcome, ...cell } = written.output;
  if (cellNumber(shapeOf(sweep, problemsAskedFor(sweep.problems)), cell) === null) throw wrong('no-such-run');
  return { cell, outcome };
}

import { deflate } from '#experiment/bounded-deflate.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { Failure, LogEntry } from './events.ts';
import {
  type LeftOut,
  runFileFormat,
  type RunFileLimits,
  runFileLimits,
  runFileVersion,
} from './run-file.ts';
import { logLimits } from './log-limits.ts';
import type { LoggedToken } from './token.ts';

/** A run as a file that `openRun` reads. */
export type SavedRun =
  | {
      readonly ok: true;
      readonly content: Blob;
      readonly compressed: boolean;
      readonly leftOut: LeftOut | null;
    }
  | { readonly ok: false; readonly failure: Failure };

/**
 * A run as a file: JSON, compressed with gzip where it is long. Where it would be longer than any that is opened, the
 * tokens that were not taken are left out. Works for unfinished runs too.
 */
export async function saveRun(
  experiment: Experiment,
  entries: readonly LogEntry[],
  limits: RunFileLimits = runFileLimits,
): Promise<SavedRun> {
  if (entries.length > logLimits.entries) return { ok: false, failure: runTooBig };
  for (const leftOut of [null, 'alternatives'] as const) {
    const text = writeText(piecesOf(experiment, entries, leftOut), limits.most);
    if (!text) continue;
    const compressed = text.size > limits.plain;
    return {
      ok: true,
      content: compressed ? new Blob([await deflate(text, 'gzip')]) : text,
      compressed,
      leftOut,
    };
  }
  return { ok: false, failure: runTooBig };
}

/** A run as the text of a JSON file, however long. */
export function exportRun(experiment: Experiment, entries: readonly LogEntry[]): string {
  return [...piecesOf(experiment, entries, null)].join('');
}

const runTooBig: Failure = { code: 'run-too-big' };

/** The file's text, entry by entry: of a long run it is longer than one string may be. */
function* piecesOf(
  experiment: Experiment,
  entries: readonly LogEntry[],
  leftOut: LeftOut | null,
): Generator<string> {
  const head = JSON.stringify({
    format: runFileFormat,
    version: runFileVersion,
    experiment,
    ...(leftOut ? { leftOut } : {}),
  });
  yield `${head.slice(0, -1)},"entries":[`;
  for (const [place, entry] of entries.entries())
    yield `${place === 0 ? '' : ','}${JSON.stringify(leftOut ? withoutAlternatives(entry) : entry)}`;
  yield ']}\n';
}

/** Null where it is longer than this many bytes, which is found out before all of it is written. */
function writeText(pieces: Iterable<string>, most: number): Blob | null {
  const encoder = new TextEncoder();
  const parts: Blob[] = [];
  let [waiting, size] = ['', 0];
  const put = () => {
    const bytes = encoder.encode(waiting);
    size += bytes.byteLength;
    parts.push(new Blob([bytes]));
    waiting = '';
  };
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length > 1_000_000) put();
    if (size > most) return null;
  }
  put();
  return size > most ? null : new Blob(parts);
}

function withoutAlternatives({ at, event }: LogEntry): LogEntry {
  const bare = (token: LoggedToken): LoggedToken => ({ ...token, alternatives: [] });
  switch (event.type) {
    case 'token':
      return { at, event: { ...event, token: bare(event.token) } };
    case 'sequence-started':
      return { at, event: { ...event, prompt: event.prompt.map(bare) } };
    default:
      return { at, event };
  }
}

import * as v from 'valibot';
import { inflate } from '#experiment/bounded-deflate.ts';
import { TooBigError } from '#experiment/bounded-stream.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { logLimits } from './log-limits.ts';
import type { LogEntry } from './events.ts';
import type { Failure, FailureOf } from './failure.ts';
import {
  type LeftOut,
  runFileFormat,
  type RunFileLimits,
  runFileLimits,
  runFileVersion,
} from './run-file.ts';
import type { TreeTitle } from './foreign/foreign.ts';
import { parsePythonJson, readForeign } from './foreign/read-foreign.ts';
import { runFileSchema } from './run-file-schema.ts';
import { upgradedRun } from './upgrade/upgrade.ts';
import { validateLog } from './validate-log.ts';

export type ImportedRun =
  | {
      readonly ok: true;
      readonly experiment: Experiment;
      readonly entries: readonly LogEntry[];
      readonly leftOut?: LeftOut;
      /** Of a file of another program: all the trees in it, the opened one among them. */
      readonly trees?: readonly TreeTitle[];
    }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Opens a saved run, compressed or not. Its size is looked at before it is read, and a compressed one is read no further
 * than any file may be. Rejects only where the browser cannot read the file.
 *
 * @param tree which tree of another program's log, from 1.
 */
export async function openRun(
  file: Blob,
  tree = 1,
  { most }: Pick<RunFileLimits, 'most'> = runFileLimits,
): Promise<ImportedRun> {
  if (file.size > most) return refused(fileTooBig);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return importRun(new TextDecoder().decode(bytes), most, tree);
  try {
    return importRun(await inflate(bytes, most, 'gzip'), most, tree);
  } catch (error) {
    return refused(error instanceof TooBigError ? fileTooBig : damaged({ kind: 'compression' }));
  }
}

/**
 * Reads the text of a saved run, or of another program's log of search trees. Never throws: whatever it is given, the outcome
 * is a value, and a run that is let through folds without an error.
 *
 * @param tree which tree of another program's log, from 1.
 */
export function importRun(text: string, most: number = runFileLimits.most, tree = 1): ImportedRun {
  if (byteLength(text, most) > most) return refused(fileTooBig);
  const parsed = parse(text);
  if (parsed === null)
    return refused(text.trimStart().startsWith('{') ? damaged({ kind: 'incomplete' }) : notARun);
  const foreign = readForeign(parsed.content, tree);
  if (!foreign) return readRunFile(parsed.content);
  if (!foreign.ok) return refused(foreign.failure);
  const read = readRunFile(foreign.file);
  return read.ok ? { ...read, trees: foreign.titles } : read;
}

/** Null where it is no JSON, not even as Python writes it. */
function parse(text: string): { readonly content: unknown } | null {
  for (const read of [JSON.parse, parsePythonJson])
    try {
      const content: unknown = read(text);
      return { content };
    } catch {
      continue;
    }
  return null;
}

/** What has been parsed, as a run file. */
function readRunFile(content: unknown): ImportedRun {
  const header = v.safeParse(
    v.looseObject({
      format: v.literal(runFileFormat),
      version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
    content,
  );
  if (!header.success) return refused(notARun);
  if (header.output.version > runFileVersion) return refused({ code: 'file-newer' });
  if (Array.isArray(header.output.entries) && header.output.entries.length > logLimits.entries)
    return refused(fileTooBig);
  const file = v.safeParse(runFileSchema, upgradedRun(header.output, header.output.version), {
    abortEarly: true,
  });
  if (!file.success) return refused(damaged({ kind: 'invalid', at: v.getDotPath(file.issues[0]) }));
  const { experiment, entries } = file.output;
  const impossible = validateLog(entries);
  if (impossible) return refused(damaged({ kind: 'impossible', ...impossible }));
  const start = entries[0]?.event;
  // Both have been through the same schema, so that their fields are in the same order.
  if (start?.type !== 'run-started' || JSON.stringify(start.experiment) !== JSON.stringify(experiment)) {
    return refused(damaged({ kind: 'other-experiment' }));
  }
  return { ok: true, experiment, entries, ...(file.output.leftOut ? { leftOut: file.output.leftOut } : {}) };
}

/** Bytes of a text in UTF-8; counted only where it is close to a limit. */
function byteLength(text: string, most: number): number {
  return text.length > most || text.length * 3 <= most
    ? text.length
    : new TextEncoder().encode(text).byteLength;
}

const refused = (failure: Failure): ImportedRun => ({ ok: false, failure });

/** No run of this page has that many bytes or steps. */
const fileTooBig: Failure = { code: 'file-too-big' };
const notARun: Failure = { code: 'file-not-a-run' };

const damaged = (why: FailureOf<'file-damaged'>['why']): Failure => ({ code: 'file-damaged', why });

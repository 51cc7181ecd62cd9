import * as v from 'valibot';
import type { Experiment } from '../experiment/experiment.ts';
import { logLimits } from './schema-parts.ts';
import type { Failure, LogEntry } from './events.ts';
import { runFileBytes, runFileFormat, runFileSchema, runFileVersion } from './run-file.ts';
import { validateLog } from './validate-log.ts';

export type ImportedRun =
  | { readonly ok: true; readonly experiment: Experiment; readonly entries: readonly LogEntry[] }
  | { readonly ok: false; readonly failure: Failure };

/**
 * Reads the text of a saved run. Never throws: whatever it is given, the outcome is a value, and a run that is let
 * through folds without an error.
 *
 * Look at a file's size before reading it: `runFileBytes` is the most that is accepted here.
 */
export function importRun(text: string): ImportedRun {
  if (text.length > runFileBytes) return refused(fileTooBig);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refused(text.trimStart().startsWith('{') ? damaged('it is not complete') : notARun);
  }
  const header = v.safeParse(v.looseObject({ format: v.literal(runFileFormat), version: v.pipe(v.number(), v.integer(), v.minValue(1)) }), content);
  if (!header.success) return refused(notARun);
  if (header.output.version > runFileVersion) return refused(newer);
  if (Array.isArray(header.output.entries) && header.output.entries.length > logLimits.entries) return refused(fileTooBig);
  const file = v.safeParse(runFileSchema, content, { abortEarly: true });
  if (!file.success) return refused(damaged(`something is wrong at "${v.getDotPath(file.issues[0]) ?? 'the start'}"`));
  const { experiment, entries } = file.output;
  const failure = validateLog(entries);
  if (failure) return refused(damaged(failure.message));
  const start = entries[0]?.event;
  // Both have been through the same schema, so that their fields are in the same order.
  if (start?.type !== 'run-started' || JSON.stringify(start.experiment) !== JSON.stringify(experiment)) {
    return refused(damaged('its experiment is not the one that was run'));
  }
  return { ok: true, experiment, entries };
}

const refused = (failure: Failure): ImportedRun => ({ ok: false, failure });

/** A file of that many bytes or steps is no run of this page. */
export const fileTooBig: Failure = {
  code: 'file-too-big',
  message: `This file is too big: a run has at most ${runFileBytes / 1_000_000} MB and ${logLimits.entries.toLocaleString('en-US')} steps.`,
  advice: 'Run the experiment again with fewer samples or a lower token limit, and save that.',
};

const notARun: Failure = {
  code: 'file-not-a-run',
  message: 'This file is not a run saved by Second Thought.',
  advice: 'Choose a file that was saved with Export.',
};

const newer: Failure = {
  code: 'file-newer',
  message: 'This run was saved by a newer version of Second Thought.',
  advice: 'Reload the page to get the newest version, then open the file again.',
};

function damaged(what: string): Failure {
  return {
    code: 'file-damaged',
    message: `This file is damaged: ${what.replace(/\.$/, '')}.`,
    advice: 'Save the run again where it came from.',
  };
}

import type { Experiment } from '../../experiment/experiment.ts';
import { exportRun } from '../../run/export.ts';
import type { Failure, LogEntry } from '../../run/events.ts';

/** A file to be saved. */
export interface RunFile {
  readonly name: string;
  readonly text: string;
}

export type ReadRun =
  | { readonly ok: true; readonly experiment: Experiment; readonly entries: readonly LogEntry[] }
  | { readonly ok: false; readonly failure: Failure };

/** The run as a file, or null where there is none. Its name says what was asked. */
export function runFile(entries: readonly LogEntry[]): RunFile | null {
  const start = entries[0]?.event;
  if (start?.type !== 'run-started') return null;
  const { problem, strategy, seed } = start.experiment;
  const asked = problem.family === 'countdown' ? `${problem.target}-from-${problem.numbers.join('-')}` : problem.family;
  return { name: `second-thought-${asked}-${strategy.kind}-seed-${seed}.json`, text: exportRun(start.experiment, entries) };
}

/** Reads a saved run. What checks it is loaded when it is first needed. */
export async function readRunFile(file: Blob): Promise<ReadRun> {
  const [{ fileTooBig, importRun }, { runFileBytes }] = await Promise.all([import('../../run/import.ts'), import('../../run/run-file.ts')]);
  if (file.size > runFileBytes) return { ok: false, failure: fileTooBig };
  try {
    return importRun(await file.text());
  } catch {
    return {
      ok: false,
      failure: { code: 'file-unreadable', message: 'The browser could not read this file.', advice: 'Check that it still exists and may be opened, then try again.' },
    };
  }
}

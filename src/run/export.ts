import type { Experiment } from '../experiment/experiment.ts';
import type { LogEntry } from './events.ts';
import { runFileFormat, runFileVersion } from './run-file.ts';

/** A run as the text of a JSON file, which `importRun` reads back. Works for unfinished runs too. */
export function exportRun(experiment: Experiment, entries: readonly LogEntry[]): string {
  return `${JSON.stringify({ format: runFileFormat, version: runFileVersion, experiment, entries })}\n`;
}

import { runFileVersion } from '../run-file.ts';
import { fromVersion1 } from './from-version-1.ts';
import type { Raw } from './raw-file.ts';

/** How a file of a version becomes one of the next. What is not as that version had it stays, and is refused by the schema. */
const upgraders: Readonly<Record<number, (file: Raw) => Raw>> = {
  1: fromVersion1,
};

/** A run file of an older version as one of this version. */
export function upgradedRun(file: Raw, version: number): Raw {
  let now = file;
  for (let at = version; at < runFileVersion; at++) now = { ...upgraders[at]?.(now), version: at + 1 };
  return now;
}

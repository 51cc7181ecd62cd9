export const runFileFormat = 'second-thought-run';
/** 2: events carry facts where those of version 1 carried sentences. Older files are read by `upgrade/`. */
export const runFileVersion = 2;
/**
 * Bytes. `most`: of a file's text, as it is or decompressed; no more is written, and no more is read. `plain`: a longer text is
 * compressed when it is saved.
 */
export const runFileLimits = { most: 100_000_000, plain: 20_000_000 } as const;
export type RunFileLimits = { readonly [Limit in keyof typeof runFileLimits]: number };

/** What is left out of a run that would be too big with it: the tokens that were likely and not taken. */
export type LeftOut = 'alternatives';

/** What was asked for on the command line cannot be understood; its message says why, in plain words. */
export class UsageError extends Error {}

/** What a command ends with where it does not end well; `--help` says the same. */
export const exitCodes = {
  failed: 1,
  usage: 2,
  /** What a shell says of a process that Ctrl+C ended. */
  stopped: 130,
} as const;

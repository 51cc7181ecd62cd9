/** Bounds on what comes from a file, which is untrusted. None is below what a run can log. */
export const logLimits = {
  entries: 1_000_000,
  tokenText: 4_000,
  label: 200,
  text: 4_000,
  prompt: 200_000,
  alternatives: 50,
  tied: 4_096,
  sequences: 1_000_000,
  nodes: 200_000,
  siblings: 1_000,
  /** Of trees, and of paths through them. A search goes 40 steps down, by hand a person may add some more. */
  depth: 200,
  steps: 4_096,
  rounds: 64,
  evidence: 100,
} as const;

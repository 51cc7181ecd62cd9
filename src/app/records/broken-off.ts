import type { RunRecord } from './summary.ts';

/** Milliseconds within which a run that was written to is taken to go on, where the browser cannot say. */
const still = 15_000;

/** The latest run that broke off with something written and goes on in no tab. `live`: those that do; null where nobody can say. */
export function brokenOff(
  runs: readonly RunRecord[],
  { live, now }: { readonly live: ReadonlySet<string> | null; readonly now: number },
): RunRecord | null {
  const goesOn = ({ id, changed }: RunRecord) => (live ? live.has(id) : now - changed < still);
  return runs.find((run) => run.status === 'open' && run.tokens > 0 && !goesOn(run)) ?? null;
}

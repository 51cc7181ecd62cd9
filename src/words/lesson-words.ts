import { type FactName, readFacts, type RunFacts } from '#learn/facts.ts';
import type { GrpoSeen } from '#learn/grpo-targets.ts';
import type { RunState } from '#run/state.ts';

/** The words of a page of a lesson. About sixty words in all: it stands beside the run. */
export interface PageWords {
  readonly title: string;
  /** What this is about. */
  readonly text: string;
  /** What is asked before it is shown, with the options by their names. */
  readonly guess?: { readonly asks: string; readonly options: Readonly<Record<string, string>> };
  /** Names of the setups, where there are several to choose from: short, they stand on one line. */
  readonly setups?: Readonly<Record<string, string>>;
  /** What to do. */
  readonly task: string;
  /**
   * What is to be seen once it is done; said with the facts of the run that the page declares. Of what stands side by side, `of` has
   * those of each setup.
   */
  readonly after?: string | ((facts: RunFacts, of: (setup: string) => RunFacts) => string);
  /** What the letters of the formula mean. */
  readonly letters?: string;
  /** The name of the link to where one can read on. */
  readonly readOn?: string;
  /** What the GRPO lens shows there, as the link sets it. */
  readonly there?: string | ((sees: GrpoSeen) => string);
}

/** The words of a chapter. Its title and idea stand in `en/lessons.ts`, as the list of lessons needs them. */
export interface ChapterWords {
  readonly pages: Readonly<Record<string, PageWords>>;
}

/** What a page says once its task is done. @param runs by setup; null where one of them lacks a fact, or there is nothing to say. */
export function saidOf(
  { after }: PageWords,
  names: readonly FactName[],
  runs: Readonly<Record<string, RunState>>,
): string | null {
  if (typeof after !== 'function') return after ?? null;
  const all = new Map<string, RunFacts>();
  for (const [setup, state] of Object.entries(runs)) {
    const read = readFacts(names, state);
    if (!read) return null;
    all.set(setup, read);
  }
  const [first] = all.values();
  return first ? after(first, (setup) => all.get(setup) ?? first) : null;
}

import type { RunFacts } from '#learn/facts.ts';

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
  /** What is to be seen once it is done; said with the facts of the run that the page declares. */
  readonly after?: string | ((facts: RunFacts) => string);
  /** What the letters of the formula mean. */
  readonly letters?: string;
  /** The name of the link to where one can read on. */
  readonly readOn?: string;
}

/** The words of a chapter. Its title and idea stand in `en/lessons.ts`, as the list of lessons needs them. */
export interface ChapterWords {
  readonly pages: Readonly<Record<string, PageWords>>;
}

import type { Experiment } from '#experiment/experiment.ts';
import type { Source } from '#experiment/sources.ts';
import type { Claim } from './claims.ts';
import type { FactName } from './facts.ts';
import type { GrpoTargetId } from './grpo-targets.ts';
import type { Target } from './targets.ts';

/** The pictures of a run that a page may open. */
export type LessonPicture = 'tree' | 'thoughts' | 'votes' | 'scores' | 'budget';

/** What a page asks a person to do. It is done, and the page goes on to say what came of it, once the run on the stage shows so. */
export type Task =
  /** Runs one of the page's setups. Where the page has several, the choice among them is its one control. */
  | { readonly kind: 'run'; readonly setup: string }
  /** Runs all of the page's setups and shows them side by side. */
  | { readonly kind: 'beside' }
  /** Selects something in the run on the stage. */
  | { readonly kind: 'select'; readonly target: Target }
  /** Steps to something that happened in the run on the stage. */
  | { readonly kind: 'step'; readonly target: Target }
  /** Opens a picture of the run on the stage. */
  | { readonly kind: 'look'; readonly picture: LessonPicture }
  /** Works with a part of the page's own (`PageWidget`), or reads on. */
  | { readonly kind: 'read' };

/** Parts that a page may bring along, drawn by `app/panels/lesson/widgets.ts`. */
export type PageWidget = 'measured' | 'puct' | 'sweep' | 'curve' | 'decision';

/** Where else in the page one can read on: the rest of an address behind `#/lab/` or `#/learn/`. */
export interface ReadOn {
  readonly area: 'lab' | 'learn';
  readonly within: string;
  /** What the GRPO lens is set to there. Its words are said, and the link shown, once the page's task is done. */
  readonly grpo?: GrpoTargetId;
}

export interface ChapterPage {
  /** Names its words: `words/en/lessons/`. */
  readonly id: string;
  /**
   * What can be run here, by name. The first is set up when the page is opened. A page without setups goes on with the run of the page
   * before.
   */
  readonly setups?: Readonly<Record<string, Experiment>>;
  readonly task: Task;
  /** What a person may guess before it is shown: names of options, and the one that comes true. */
  readonly guess?: { readonly options: readonly string[]; readonly right: string };
  /** What the page's words say of the run once the task is done. They are not said of a run that lacks one. */
  readonly facts?: readonly FactName[];
  /** What must hold of the runs of its setups, by setup: what its words say. Of a page without setups, under the name `run`. */
  readonly claims?: Readonly<Record<string, readonly Claim[]>>;
  /** A file of `formulas/`. */
  readonly formula?: string;
  /** The source that can be read: a file below `src/strategies/`. */
  readonly code?: string;
  readonly widget?: PageWidget;
  /** What the widget is about: a claim of `lab/effects`, a sweep that the lab offers. */
  readonly about?: string;
  /** How that claim must have come out for the page's words to hold. */
  readonly verdict?: 'shown' | 'partly' | 'unclear' | 'opposite';
  readonly source?: Source;
  readonly readOn?: ReadOn;
}

export interface Chapter {
  readonly pages: readonly ChapterPage[];
}

/** What a page's tasks and words speak of: its own setups, or those of the last page before it that has some. */
export function setupsOf({ pages }: Chapter, page: number): Readonly<Record<string, Experiment>> {
  for (let at = page; at >= 0; at--) {
    const setups = pages[at]?.setups;
    if (setups) return setups;
  }
  return {};
}

/** The run that a page looks at: the setup that its task runs, else the one that was run last before it. */
export function runOfPage({ pages }: Chapter, page: number): Experiment | null {
  for (let at = page; at >= 0; at--) {
    const one = pages[at];
    if (one?.task.kind === 'run') return setupsOf({ pages }, at)[one.task.setup] ?? null;
    const [first] = Object.values(one?.setups ?? {});
    if (first) return first;
  }
  return null;
}

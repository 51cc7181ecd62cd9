import type { Experiment } from '#experiment/experiment.ts';
import type { Failure } from '#run/events.ts';
import type { StageTab } from '../stage-tabs.tsx';
import type { AppState, Branch, RunLog } from './app-state.ts';
import { comparedExperiments, mostCompared, type CompareRun, type CompareState } from './compare.ts';
import { experimentOf, mainTab } from './main-tab.ts';

/** One of the small stages that stand beside each other. */
export interface StageSide {
  /** The same as long as it is there: a place, or a branch. */
  readonly id: string;
  readonly experiment: Experiment;
  /** `ready`: it would run if the person said so. */
  readonly phase: CompareRun['phase'] | 'ready';
  readonly log: RunLog | null;
  /** Why it never began. */
  readonly failure: Failure | null;
  /** Set where it is the original run or a branch of it. */
  readonly branch?: Branch;
}

/** The picture that a small stage begins with: of a vote, the vote. */
export const firstPicture = ({ strategy: { kind } }: Experiment): StageTab =>
  kind === 'self-consistency' || kind === 'adaptive-consistency' ? 'votes' : mainTab(kind);

/** Whether there is an original run with a branch to be seen beside it. */
export const hasBranches = ({ branches }: Pick<AppState, 'branches'>): boolean => branches.length > 1;

/** What stands side by side now, as far as it has come. */
export function sidesOf(
  state: Pick<AppState, 'branches' | 'draft' | 'library' | 'log' | 'phase'>,
  compare: CompareState,
): readonly StageSide[] {
  if (compare.subject.kind === 'branches' && hasBranches(state)) return branchSides(state);
  if (compare.runs.length > 0) return compare.runs.map((run, place) => ({ ...run, id: `arm ${place}` }));
  return comparedExperiments(state.draft, compare, state.library).map((experiment, place) => ({
    id: `arm ${place}`,
    experiment,
    phase: 'ready',
    log: null,
    failure: null,
  }));
}

/** The original, and the latest of what was tried from it. */
function branchSides({
  branches,
  log,
  phase,
}: Pick<AppState, 'branches' | 'log' | 'phase'>): readonly StageSide[] {
  const [original, ...others] = branches;
  const shown = original ? [original, ...others.slice(1 - mostCompared)] : [];
  return shown.flatMap((branch) => {
    const experiment = experimentOf(branch.log);
    if (!experiment) return [];
    const runs = branch.log === log && phase !== 'idle' && phase !== 'opening';
    return [
      {
        id: branch.name,
        experiment,
        phase: runs ? 'running' : 'done',
        log: branch.log,
        failure: null,
        branch,
      } as const,
    ];
  });
}

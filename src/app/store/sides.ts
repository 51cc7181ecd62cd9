import { choosableTraces, type WayToChoose, waysToChoose } from '#answers/choose-again.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { keptByRun, sameRun } from '#run/by-run.ts';
import type { Failure } from '#run/events.ts';
import { stateAt } from '#run/timeline.ts';
import type { StageTab } from './stage-tab.ts';
import type { AppState, Branch, RunLog } from './app-state.ts';
import {
  comparedExperiments,
  mostCompared,
  type CompareRun,
  type CompareState,
  type Subject,
} from './compare.ts';
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
  /** Set where a lesson named it. */
  readonly name?: string | undefined;
  /** Set where it is the original run or a branch of it. */
  readonly branch?: Branch;
  /** Set where it is a way to choose among traces that all sides share. */
  readonly way?: WayToChoose;
}

/** The picture that a small stage begins with: of a vote, the vote. */
export function firstPicture({ experiment, way }: Pick<StageSide, 'experiment' | 'way'>): StageTab {
  const { kind } = experiment.strategy;
  if (way) return way === 'majority' ? 'votes' : 'scores';
  return kind === 'self-consistency' || kind === 'adaptive-consistency' ? 'votes' : mainTab(kind);
}

/** Whether there is an original run with a branch to be seen beside it. */
export const hasBranches = ({ branches }: Pick<AppState, 'branches'>): boolean => branches.length > 1;

/** What stands side by side now, as far as it has come. */
export function sidesOf(
  state: Pick<AppState, 'branches' | 'draft' | 'library' | 'log' | 'phase'>,
  compare: CompareState,
): readonly StageSide[] {
  if (compare.subject.kind === 'branches' && hasBranches(state)) return branchSides(state);
  if (compare.subject.kind === 'choices') return choiceSides(compare.subject, state);
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

/** The log that ways to choose are compared on: it may have grown since. */
export function logOfChoices(subject: Choices, { log }: Pick<AppState, 'log'>): RunLog {
  return log && sameRun(log.entries, subject.log.entries) && log.entries.length >= subject.log.entries.length
    ? log
    : subject.log;
}

type Choices = Extract<Subject, { readonly kind: 'choices' }>;

/** What there is to choose among at a log's end. */
interface Choosable {
  readonly traces: number;
  /** All ways that the log has the numbers for. */
  readonly ways: readonly WayToChoose[];
}

const lastRead = keptByRun((): { of: number; choosable: Choosable } => ({
  of: 0,
  choosable: { traces: 0, ways: [] },
}));

/** Read once for each length of a log: to look at its end takes the timeline away from where it is being played. */
export function choosableOf({ entries }: Pick<RunLog, 'entries'>): Choosable {
  const read = lastRead(entries);
  if (read.of !== entries.length) {
    const end = stateAt(entries, entries.length);
    read.of = entries.length;
    read.choosable = { traces: choosableTraces(end).length, ways: waysToChoose(end) };
  }
  return read.choosable;
}

export const waysOf = (log: Pick<RunLog, 'entries'>): readonly WayToChoose[] => choosableOf(log).ways;

/** The vote, and the run's own scores as weights and as a contest; then their weakest step, where they are of steps. */
export function usualWays(log: RunLog): readonly WayToChoose[] {
  const there = waysOf(log);
  const strategy = experimentOf(log)?.strategy;
  const own = strategy && 'aggregation' in strategy ? strategy.aggregation : 'last';
  const wished: readonly WayToChoose[] = [
    'majority',
    `weighted-${own}`,
    `best-${own}`,
    'best-min',
    'best-prod',
  ];
  return [...new Set([...wished.filter((way) => there.includes(way)), ...there])].slice(0, mostCompared);
}

function choiceSides(subject: Choices, state: Pick<AppState, 'log' | 'phase'>): readonly StageSide[] {
  const log = logOfChoices(subject, state);
  const experiment = experimentOf(log);
  if (!experiment) return [];
  const runs = log === state.log && state.phase !== 'idle' && state.phase !== 'opening';
  return (subject.ways ?? usualWays(log)).map((way) => ({
    id: way,
    experiment,
    phase: runs ? 'running' : 'done',
    log,
    failure: null,
    way,
  }));
}

import type { Experiment, Sampling, Strategy, StrategyKind } from '#experiment/experiment.ts';
import type { Moment } from '#experiment/moment.ts';
import type { Family, Problem } from '#experiment/problem.ts';
import type { BranchPlace } from '#run/branch.ts';
import type { LogEntry } from '#run/events.ts';
import type { NodeId } from '#run/search-events.ts';
import type { CameraMode } from '#views/search-tree/camera.ts';
import type { StageTab } from './stage-tab.ts';
import type { AppState, Branch, Editing, FieldFault, RunLog, TokenSelection, Speed } from './app-state.ts';
import type { Compare, Subject } from './compare.ts';
import type { ServersControl } from './servers-control.ts';
import type { LibraryControl } from './library-control.ts';
import type { TimeActions } from './time-actions.ts';

/** What the next run will be, and the link that holds it. */
export interface SetupActions {
  readonly setProblem: (problem: Problem) => void;
  readonly setFamily: (family: Family) => void;
  /** A problem the model was not trained on. The list is loaded when it is first asked for. */
  readonly surprise: () => Promise<void>;
  /** A whole setup, such as a preset. */
  readonly setExperiment: (experiment: Experiment) => void;
  /** A whole setup on an empty stage, ready to run; the address stays as it is. A lesson's. */
  readonly setUp: (experiment: Experiment) => void;
  /**
   * An experiment from another area of the page: Play shows it on an empty stage, ready to run. With a moment it is run, where
   * its model ships with the page, and brought to that step.
   */
  readonly open: (experiment: Experiment, moment?: Moment) => void;
  readonly setStrategyKind: (kind: StrategyKind) => void;
  readonly setStrategy: (strategy: Strategy) => void;
  readonly setSampling: (change: Partial<Sampling>) => void;
  readonly setModel: (model: string) => void;
  /** A model from the list of all, with a problem that it knows. */
  readonly takeModel: (model: string) => void;
  /** Tokens the run may draw; 0 is no limit. */
  readonly setBudget: (tokens: number) => void;
  readonly setSeed: (seed: number) => void;
  readonly freshSeed: () => void;
  /** Runs start at the problem again, not at an edited thought, and follow every step. */
  readonly dropStart: () => void;
  /** Marks a field whose text cannot be meant, with the reason in words; null takes the mark away. */
  readonly markField: (field: string, fault: FieldFault | null) => void;
  /** Why what is set up cannot be run, in words; null where it can. */
  readonly blocked: (state: Pick<AppState, 'draft' | 'invalid' | 'library'>) => string | null;
  /** The address of this experiment. */
  readonly link: () => string;
  readonly copyLink: () => Promise<void>;
  /** False where the browser refuses. */
  readonly copyText: (text: string) => Promise<boolean>;
}

/** Runs: started, ended, gone on from, branched, compared, saved and opened. */
export interface RunActions {
  readonly start: () => void;
  readonly cancel: () => void;
  /** Goes on from the run on the stage, which broke off, with its own model. Where that is not on this computer, it is asked for first. */
  readonly resume: () => void;
  /** Opens the thought up to a place of the run on the stage, for editing. */
  readonly editAt: (place: BranchPlace, way?: Editing['way']) => void;
  /** Opens a thought for editing; null closes it. */
  readonly editThought: (text: string | null, way?: Editing['way'], model?: string) => void;
  /** Runs on from an edited thought. The run on the stage stays at hand as the original. */
  readonly branch: (text: string, strategy: Strategy) => void;
  /** Runs again without ever following a node's step, as a branch. The run on the stage stays at hand. */
  readonly prune: (node: NodeId) => void;
  readonly showBranch: (branch: Branch) => void;
  readonly compare: Compare;
  /** Compares the strategies and models chosen, once all models are there. */
  readonly startCompare: () => void;
  /** A compared run takes the stage; the comparison stays as it is, to come back to. */
  readonly openCompared: (log: RunLog) => void;
  /** Strategies and models, or the run on the stage and its branches, side by side. */
  readonly showSideBySide: (subject: Subject) => void;
  /** The stage is kept free for a run that is on its way, or no longer. A first visit is set up as its recorded run from the start. */
  readonly awaitRun: (coming: boolean) => void;
  /** A recorded run for the first visit: played only while nothing else is on the stage. */
  readonly showRecorded: (entries: readonly LogEntry[]) => void;
  readonly exportRun: () => Promise<void>;
  /** Shows a saved run, or a tree of another program's log, counted from 1; what cannot be read leaves the page as it is. */
  readonly importRun: (file: Blob, tree?: number) => Promise<void>;
  /** A run that was kept on this computer takes the stage, and its experiment the setup; several stand side by side. */
  readonly openKept: (logs: readonly (readonly LogEntry[])[]) => void;
  /** Reloads the page without losing the run that is shown. */
  readonly reload: () => void;
  /** Shows the run that a reload kept. Resolves with whether there was one. */
  readonly restore: () => Promise<boolean>;
}

/** What is looked at: where in the run, which picture, which dialog. */
export interface ViewActions extends TimeActions {
  /** From another area of the page to what is set up. The areas themselves are reached by links. */
  readonly toPlay: () => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly showTab: (tab: StageTab) => void;
  readonly select: (selection: TokenSelection | null) => void;
  readonly toggleFold: (node: NodeId) => void;
  readonly unfold: (nodes: readonly NodeId[]) => void;
  readonly setTreeCamera: (mode: CameraMode) => void;
  /** One trace of many, opened large; null shows all again. */
  readonly enlarge: (sequence: number | null) => void;
  readonly showThinking: (shown: boolean) => void;
  /** The setup as a sheet, where there is no room for it beside the stage. */
  readonly openSetup: (open: boolean) => void;
  /** The teacher's column as a sheet, where there is no room for it beside the stage. */
  readonly openTeacher: (open: boolean) => void;
  /** Shows one picture in place of the page, or the page again. */
  readonly present: (on: boolean) => void;
  readonly openDialog: (dialog: AppState['dialog']) => void;
  /** Shows how a model was trained. */
  readonly openTraining: (model: string) => void;
  readonly dismissNotice: () => void;
  readonly dismissFailure: () => void;
  /** Puts away what the opened link said; the address is the experiment's own then. */
  readonly dismissShared: () => void;
}

/** Models that are downloaded: which there are, getting them, and asking first. */
export interface ModelActions extends Omit<LibraryControl, 'remember'> {
  /** Asks before anything is fetched: in the list of models where that is open, else on its own. */
  readonly askDownload: (model: string, thenRun?: boolean) => void;
  readonly declineDownload: () => void;
  /** Fetches the model that was asked about. Where Run had been pressed, it runs, unless the person went on to something else. */
  readonly fetchAsked: () => Promise<void>;
  readonly retryDownload: (model: string) => Promise<void>;
  /** Models on servers: fetched when they are first asked for. */
  readonly servers: () => Promise<ServersControl>;
}

import type { Experiment } from '#experiment/experiment.ts';
import type { Moment } from '#experiment/moment.ts';
import type { NumberFault } from '#experiment/typed-number.ts';
import type { Failure, LogEntry } from '#run/events.ts';
import type { TreeTitle } from '#run/foreign/foreign.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import type { CameraMode } from '#views/search-tree/camera.ts';
import type { ModelProgress } from '#worker/run-calls.ts';
import type { StageTab } from './stage-tab.ts';
import type { Area } from './areas.ts';
import type { LibraryState } from './library-state.ts';

/** What the inspector shows. Tokens are named by their position in the trace, so they outlive the cursor moving. */
export type TokenSelection =
  | { readonly kind: 'token'; readonly sequence: number; readonly index: number }
  | { readonly kind: 'trace'; readonly sequence: number }
  | { readonly kind: 'votes'; readonly key: string }
  | { readonly kind: 'node'; readonly node: NodeId }
  /** What the current step of the search did, whichever step that is. */
  | { readonly kind: 'step' };

/**
 * Steps a second; the whole run in about five seconds; or the run's own pace. A run of the small models is over in a
 * blink: at any pace but its own, a new run is played from its start while it goes on.
 */
export type Speed = 4 | 20 | 100 | 500 | 'in-five-seconds' | 'as-it-happened';
export const speeds: readonly Speed[] = [4, 20, 100, 500, 'in-five-seconds', 'as-it-happened'];

/** A message above the page, as facts: `noticeText` says it when it is drawn. It never takes away what is shown below it. */
export type Notice =
  | { readonly kind: 'problem'; readonly what: NoticeProblem }
  | { readonly kind: 'done'; readonly what: Done }
  /** Something that may be done, when it suits. */
  | { readonly kind: 'offer'; readonly what: { readonly kind: 'new-version' } };

export type NoticeProblem =
  | { readonly kind: 'failure'; readonly failure: Failure }
  /** Why it cannot be run follows from what was known of the models. */
  | { readonly kind: 'cannot-run'; readonly experiment: Experiment; readonly library: LibraryState }
  /** What is typed into a field cannot be meant. */
  | { readonly kind: 'invalid-field'; readonly fault: FieldFault }
  /** Of a part that came later, which brought its words along. */
  | { readonly kind: 'in-words'; readonly message: () => string }
  /** The run is too large to be kept over a reload. */
  | { readonly kind: 'too-large-to-keep' }
  | { readonly kind: 'not-restored' }
  /** A link's title, note or step cannot be read; its experiment can. */
  | { readonly kind: 'moment-unread' }
  /** The run has no such step as a link names. */
  | { readonly kind: 'moment-missing' };

/** Why what is typed into a field of the setup cannot be meant. `name`: what the field is called. */
export type FieldFault =
  | { readonly kind: 'number'; readonly name: string | null; readonly fault: NumberFault }
  | { readonly kind: 'blank'; readonly name: string }
  /** The form says what is wrong with it. */
  | { readonly kind: 'unread-puzzle' }
  | { readonly kind: 'empty-question' }
  /** By so many characters. */
  | { readonly kind: 'long-question'; readonly by: number };

export type Done =
  | {
      readonly kind:
        | 'link-copied'
        | 'comparison-link-copied'
        | 'setup-link-copied'
        | 'area-link-copied'
        | 'saved-in-part'
        | 'imported'
        | 'imported-in-part';
    }
  | { readonly kind: 'downloaded'; readonly model: string };

/** The log of the run that is on the page. */
export interface RunLog {
  /** While the run goes on, each frame brings a longer list in place of this one. */
  readonly entries: readonly LogEntry[];
  readonly origin: 'live' | 'imported' | 'recorded';
  /** Of another program's log: the file, and all the trees in it. */
  readonly trees?: { readonly file: Blob; readonly titles: readonly TreeTitle[] };
}

/** A thought that is being changed, or that gets a further step. */
export interface Editing {
  readonly text: string;
  readonly way: 'edit' | 'add-step';
  /** What goes on from it, where that is another model than the one that thought it. */
  readonly model?: string;
}

/** A run that came out of another by an edited thought or a pruned step, or that other one. */
export interface Branch {
  readonly name: string;
  /** The edited thought it started from; null where it started at the problem. */
  readonly start: string | null;
  /** The path it does not follow, where a step was pruned by hand. */
  readonly pruned?: string;
  readonly log: RunLog;
}

/** What the link that was opened says besides its experiment. */
export interface Shared {
  readonly experiment: Experiment;
  readonly moment: Moment;
  /** `run`: its run is to begin by itself, where it can. `go`: once it is on the stage, its step is shown. Null: all is done. */
  readonly next: 'run' | 'go' | null;
}

export interface AppState {
  /** Which area of the page is looked at. What is set up and what runs stands in Play, whichever that is. */
  readonly area: Area;
  /** What the next run will be. */
  readonly draft: Experiment;
  /** `history`: of a place that a person came back to, and whose run is no longer kept. */
  readonly draftFrom: 'default' | 'link' | 'person' | 'history';
  /** A run may be on its way to the stage of a page that nobody has set up yet: of before a reload, or the recorded one. */
  readonly awaited: boolean;
  /** How many whole setups have come in: with each, fields let go of what was typed into them (`loadSetup`). */
  readonly setups: number;
  /** What is typed into the setup and cannot be meant, by field. Nothing runs meanwhile. */
  readonly invalid: Readonly<Record<string, FieldFault>>;
  /** What the run worker is doing. `opening`: the model is being loaded, no event has come yet. */
  readonly phase: 'idle' | 'opening' | 'running' | 'stopping';
  readonly progress: ModelProgress | null;
  readonly log: RunLog | null;
  /** Entries folded into `view`: 0 is before the first, the log's length is after the last. */
  readonly cursor: number;
  /** The fold of the log up to the cursor: everything the page shows of the run. */
  readonly view: RunState;
  /** The cursor moves with the end as entries arrive. */
  readonly following: boolean;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly selection: TokenSelection | null;
  readonly tab: StageTab;
  /** One trace of many, opened large. */
  readonly enlarged: number | null;
  readonly showThinking: boolean;
  /** The setup as a sheet, where there is no room for it beside the stage. */
  readonly setupOpen: boolean;
  /** The teacher's column, or a lesson in it, as a sheet, where there is no room for it beside the stage. */
  readonly teacherOpen: boolean;
  /** One picture, large, for a room full of people, in place of the page. */
  readonly presenting: boolean;
  /** Nodes of the tree whose descendants are not shown. */
  readonly folded: ReadonlySet<NodeId>;
  readonly treeCamera: CameraMode;
  /** The original run and what was tried from it; [] where nothing was. */
  readonly branches: readonly Branch[];
  /** It stays while the setup is its experiment's: `sharedWith`. */
  readonly shared: Shared | null;
  /** A thought that is being edited. */
  readonly editing: Editing | null;
  /** `download`: whether a model may be fetched is asked, on its own; in `models` it is asked in the list. */
  readonly dialog:
    | 'none'
    | 'keys'
    | 'link'
    | 'edit'
    | 'models'
    | 'download'
    | 'training'
    | 'share'
    | 'history';
  /** The model whose training that dialog tells of; null before any was asked about. */
  readonly training: string | null;
  /** The WebLLM models, and how far their downloads are. */
  readonly library: LibraryState;
  readonly notice: Notice | null;
  /** A run that never got as far as a log. */
  readonly openingFailure: Failure | null;
}

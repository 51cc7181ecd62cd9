import type { App } from '../store/app.ts';
import type { AppState, StageTab } from '../store/app-state.ts';
import { tabsOf } from '../store/stage-tabs.ts';
import { interruptedOnStage } from '../store/interrupted.ts';
import { isLive } from '../store/transitions.ts';
import { pairOf } from '../training/trial.ts';

/** Something a person can do by key. One list feeds the shortcuts and the help, so that they cannot disagree. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: 'Time' | 'Run' | 'Page';
  readonly keys: readonly KeyStroke[];
  readonly enabled: (state: AppState) => boolean;
  readonly perform: (app: App) => void;
}

export interface KeyStroke {
  /** As in `KeyboardEvent.key`. */
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl?: boolean;
  /** Works while a field is being edited too. */
  readonly inFields?: boolean;
}

const hasLog = (state: AppState): boolean => state.log !== null;
const hasTraining = (state: AppState): boolean => pairOf(state.draft.model) !== null;
const always = (): boolean => true;
const has =
  (tab: StageTab) =>
  (state: AppState): boolean =>
    state.log !== null && tabsOf(state).includes(tab);

export const commands: readonly Command[] = [
  {
    id: 'play',
    label: 'Play or pause',
    group: 'Time',
    keys: [{ key: ' ' }],
    enabled: hasLog,
    perform: (app) => app.view.togglePlay(),
  },
  {
    id: 'step-back',
    label: 'One step back',
    group: 'Time',
    keys: [{ key: ',' }],
    enabled: hasLog,
    perform: (app) => app.view.step(-1),
  },
  {
    id: 'step-on',
    label: 'One step on',
    group: 'Time',
    keys: [{ key: '.' }],
    enabled: hasLog,
    perform: (app) => app.view.step(1),
  },
  {
    id: 'algorithm-back',
    label: 'One step of the algorithm back',
    group: 'Time',
    keys: [{ key: '[' }],
    enabled: hasLog,
    perform: (app) => app.view.stepAlgorithm(-1),
  },
  {
    id: 'algorithm-on',
    label: 'One step of the algorithm on: select, expand, score, back up …',
    group: 'Time',
    keys: [{ key: ']' }],
    enabled: hasLog,
    perform: (app) => app.view.stepAlgorithm(1),
  },
  {
    id: 'start',
    label: 'To the start',
    group: 'Time',
    keys: [{ key: 'Home' }],
    enabled: hasLog,
    perform: (app) => app.view.seek(0),
  },
  {
    id: 'end',
    label: 'To the end, and follow it',
    group: 'Time',
    keys: [{ key: 'End' }],
    enabled: hasLog,
    perform: (app) => app.view.toEnd(),
  },
  {
    id: 'run',
    label: 'Run',
    group: 'Run',
    keys: [{ key: 'Enter', ctrl: true, inFields: true }, { key: 'r' }],
    enabled: (state) => state.phase === 'idle',
    perform: (app) => app.runs.start(),
  },
  {
    id: 'resume',
    label: 'Run on from where the run broke off',
    group: 'Run',
    keys: [{ key: 'o' }],
    enabled: (state) => interruptedOnStage(state) !== null,
    perform: (app) => app.runs.resume(),
  },
  {
    id: 'stop',
    label: 'Stop the run',
    group: 'Run',
    keys: [{ key: 's' }],
    enabled: (state) => state.phase === 'opening' || isLive(state),
    perform: (app) => app.runs.cancel(),
  },
  {
    id: 'tree',
    label: 'Show the search tree',
    group: 'Page',
    keys: [{ key: 't' }],
    enabled: has('tree'),
    perform: (app) => app.view.showTab('tree'),
  },
  {
    id: 'tree-fit',
    label: 'Fit the tree into the picture',
    group: 'Page',
    keys: [{ key: 'f' }],
    enabled: has('tree'),
    perform: (app) => app.view.setTreeCamera('fit'),
  },
  {
    id: 'thoughts',
    label: 'Show thoughts',
    group: 'Page',
    keys: [{ key: '1' }],
    enabled: hasLog,
    perform: (app) => app.view.showTab('thoughts'),
  },
  {
    id: 'votes',
    label: 'Show votes',
    group: 'Page',
    keys: [{ key: '2' }],
    enabled: hasLog,
    perform: (app) => app.view.showTab('votes'),
  },
  {
    id: 'scores',
    label: 'Show scores',
    group: 'Page',
    keys: [{ key: '3' }],
    enabled: has('scores'),
    perform: (app) => app.view.showTab('scores'),
  },
  {
    id: 'budget',
    label: 'Show the thinking budget',
    group: 'Page',
    keys: [{ key: '4' }],
    enabled: has('budget'),
    perform: (app) => app.view.showTab('budget'),
  },
  {
    id: 'compare',
    label: 'Compare strategies',
    group: 'Page',
    keys: [{ key: '5' }],
    enabled: always,
    perform: (app) => app.view.showTab('compare'),
  },
  {
    id: 'models',
    label: 'Choose a model',
    group: 'Page',
    keys: [{ key: 'm' }],
    enabled: always,
    perform: (app) => app.view.openDialog('models'),
  },
  {
    id: 'training',
    label: 'Show how the model learnt from its own traces',
    group: 'Page',
    keys: [{ key: 'h' }],
    enabled: hasTraining,
    perform: (app) => app.view.openTraining(app.store.getState().draft.model),
  },
  {
    id: 'copy-link',
    label: 'Copy the link to this experiment',
    group: 'Page',
    keys: [{ key: 'l' }],
    enabled: always,
    perform: (app) => void app.setup.copyLink(),
  },
  {
    id: 'keys',
    label: 'Show the keys',
    group: 'Page',
    keys: [{ key: '?' }],
    enabled: always,
    perform: (app) => app.view.openDialog('keys'),
  },
];

/** What a key stroke is called on the page. */
export function keyName({ key, ctrl }: KeyStroke): string {
  const name = { ' ': 'Space', Enter: 'Enter', Home: 'Home', End: 'End' }[key] ?? key.toUpperCase();
  return ctrl ? `Ctrl ${name}` : name;
}

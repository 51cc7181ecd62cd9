import type { keys } from '#words/en/keys.ts';
import type { App } from '../store/app.ts';
import type { AppState } from '../store/app-state.ts';
import { tabsOf } from '../stage-tabs.tsx';
import { comparesArms } from '../store/compare.ts';
import type { StageTab } from '../store/stage-tab.ts';
import { interruptedOnStage } from '../store/interrupted.ts';
import { isLive } from '../store/transitions.ts';
import { pairOf } from '../training/trial.ts';
import type { KeyStroke } from './key-name.ts';

/** Something a person can do by key. One list feeds the shortcuts and the help, so that they cannot disagree. */
export interface Command {
  /** Its words are in `words/en/keys.ts`. */
  readonly id: keyof typeof keys.does;
  readonly group: keyof typeof keys.groups;
  readonly keys: readonly KeyStroke[];
  readonly enabled: (state: AppState) => boolean;
  readonly perform: (app: App) => void;
  /** In Lab and Learn too: most keys work what Play shows. */
  readonly everywhere?: true;
}

const hasLog = (state: AppState): boolean => state.log !== null;
/** There is a timeline: of the run on the stage, or of those that stand side by side. */
const hasTime = (state: AppState): boolean => hasLog(state) || state.tab === 'compare';
const hasTraining = (state: AppState): boolean => pairOf(state.draft.model) !== null;
const always = (): boolean => true;
const has =
  (tab: StageTab) =>
  (state: AppState): boolean =>
    state.log !== null && tabsOf(state).includes(tab);

export const commands: readonly Command[] = [
  {
    id: 'play',
    group: 'time',
    keys: [{ key: ' ' }],
    enabled: hasTime,
    perform: (app) => app.view.togglePlay(),
  },
  {
    id: 'step-back',
    group: 'time',
    keys: [{ key: ',' }],
    enabled: hasTime,
    perform: (app) => app.view.step(-1),
  },
  {
    id: 'step-on',
    group: 'time',
    keys: [{ key: '.' }],
    enabled: hasTime,
    perform: (app) => app.view.step(1),
  },
  {
    id: 'algorithm-back',
    group: 'time',
    keys: [{ key: '[' }],
    enabled: hasTime,
    perform: (app) => app.view.stepAlgorithm(-1),
  },
  {
    id: 'algorithm-on',
    group: 'time',
    keys: [{ key: ']' }],
    enabled: hasTime,
    perform: (app) => app.view.stepAlgorithm(1),
  },
  {
    id: 'start',
    group: 'time',
    keys: [{ key: 'Home' }],
    enabled: hasTime,
    perform: (app) => app.view.seek(0),
  },
  {
    id: 'end',
    group: 'time',
    keys: [{ key: 'End' }],
    enabled: hasTime,
    perform: (app) => app.view.toEnd(),
  },
  {
    id: 'run',
    group: 'run',
    keys: [{ key: 'Enter', ctrl: true, inFields: true }, { key: 'r' }],
    enabled: (state) => state.phase === 'idle',
    perform(app) {
      const compared = app.runs.compare.store.getState();
      if (!comparesArms(app.store.getState(), compared)) app.runs.start();
      else if (!compared.busy) app.runs.startCompare();
    },
  },
  {
    id: 'resume',
    group: 'run',
    keys: [{ key: 'o' }],
    enabled: (state) => interruptedOnStage(state) !== null,
    perform: (app) => app.runs.resume(),
  },
  {
    id: 'stop',
    group: 'run',
    keys: [{ key: 's' }],
    enabled: (state) => state.phase === 'opening' || isLive(state),
    perform: (app) => app.runs.cancel(),
  },
  {
    id: 'tree',
    group: 'page',
    keys: [{ key: 't' }],
    enabled: has('tree'),
    perform: (app) => app.view.showTab('tree'),
  },
  {
    id: 'tree-fit',
    group: 'page',
    keys: [{ key: 'f' }],
    enabled: has('tree'),
    perform: (app) => app.view.setTreeCamera('fit'),
  },
  {
    id: 'thoughts',
    group: 'page',
    keys: [{ key: '1' }],
    enabled: hasLog,
    perform: (app) => app.view.showTab('thoughts'),
  },
  {
    id: 'votes',
    group: 'page',
    keys: [{ key: '2' }],
    enabled: hasLog,
    perform: (app) => app.view.showTab('votes'),
  },
  {
    id: 'scores',
    group: 'page',
    keys: [{ key: '3' }],
    enabled: has('scores'),
    perform: (app) => app.view.showTab('scores'),
  },
  {
    id: 'budget',
    group: 'page',
    keys: [{ key: '4' }],
    enabled: has('budget'),
    perform: (app) => app.view.showTab('budget'),
  },
  {
    id: 'compare',
    group: 'page',
    keys: [{ key: '5' }],
    enabled: always,
    perform: (app) => app.view.showTab('compare'),
  },
  {
    id: 'models',
    group: 'page',
    keys: [{ key: 'm' }],
    enabled: always,
    perform: (app) => app.view.openDialog('models'),
  },
  {
    id: 'history',
    group: 'page',
    keys: [{ key: 'y' }],
    enabled: always,
    perform: (app) => app.view.openDialog('history'),
  },
  {
    id: 'training',
    group: 'page',
    keys: [{ key: 'h' }],
    enabled: hasTraining,
    perform: (app) => app.view.openTraining(app.store.getState().draft.model),
  },
  {
    id: 'copy-link',
    group: 'page',
    everywhere: true,
    keys: [{ key: 'l' }],
    enabled: always,
    perform: (app) => void app.setup.copyLink(),
  },
  {
    id: 'present',
    group: 'page',
    keys: [{ key: 'p' }],
    enabled: hasLog,
    perform: (app) => app.view.present(true),
  },
  {
    id: 'share',
    group: 'page',
    keys: [{ key: 'x' }],
    enabled: always,
    perform: (app) => app.view.openDialog('share'),
  },
  {
    id: 'keys',
    group: 'page',
    everywhere: true,
    keys: [{ key: '?' }],
    enabled: always,
    perform: (app) => app.view.openDialog('keys'),
  },
];

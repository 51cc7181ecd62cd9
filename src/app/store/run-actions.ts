import type { StoreApi } from 'zustand/vanilla';
import { samplingFor } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { firstVisit } from '#experiment/presets.ts';
import { thoughtAt } from '#run/branch.ts';
import { prunedAt } from '#run/prune.ts';
import type { ModelActions, RunActions } from './actions.ts';
import type { Address } from './address.ts';
import type { AppState, NoticeProblem, RunLog } from './app-state.ts';
import { comparedExperiments, type Compare } from './compare.ts';
import { withModel } from './draft.ts';
import { readRunFile, type RunFile, unwritable, writeRunFile } from './files.ts';
import { interruptedOnStage } from './interrupted.ts';
import type { LibraryControl } from './library-control.ts';
import { abilitiesOf, isHere } from './library-state.ts';
import type { Reload } from './reload.ts';
import type { RunControl } from './run-control.ts';
import { sameExperiment } from './same-experiment.ts';
import { loadSetup } from './setup.ts';
import { obstacle } from './setup-actions.ts';
import { experimentOf, mainTab } from './main-tab.ts';
import { isHeld, problemNotice, withLog } from './transitions.ts';

export interface RunNeeds extends Reload {
  readonly control: RunControl;
  readonly compare: Compare;
  readonly address: Pick<Address, 'ran'>;
  readonly library: Pick<LibraryControl, 'remember'>;
  readonly askDownload: ModelActions['askDownload'];
  readonly save: (file: RunFile) => void;
}

export function createRunActions(
  store: StoreApi<AppState>,
  { control, compare, address, library, askDownload, save, reload, restore }: RunNeeds,
): RunActions {
  const set = store.setState;
  const get = store.getState;

  /** A log takes the stage, and its experiment the setup. */
  function show(log: RunLog, change: Partial<AppState> = {}): void {
    const experiment = experimentOf(log);
    if (!experiment) return;
    set((state) => ({
      ...loadSetup(state, experiment, 'person'),
      ...withLog(log, log.entries.length),
      tab: mainTab(experiment.strategy.kind),
      ...change,
    }));
  }

  const complain = (what: NoticeProblem) => set({ notice: { kind: 'problem', what } });

  /** Whether what is set up can be run now. Where it cannot, the person is told why, or asked to fetch the model first. */
  function mayStart(): boolean {
    const { draft, library: known } = get();
    const why = obstacle(get(), [draft]);
    if (why) complain(why);
    else if (!isHere(known, draft.model)) askDownload(draft.model, true);
    else return true;
    return false;
  }

  /** Runs an experiment as a branch of the run on the stage. */
  function startBranch(
    experiment: Experiment,
    difference: { readonly start: string | null; readonly pruned?: string },
  ): void {
    const { branches } = get();
    set((state) => ({ ...loadSetup(state, experiment, 'person'), editing: null, dialog: 'none' }));
    address.ran();
    control.start(get().draft, { name: `Branch ${Math.max(1, branches.length)}`, ...difference });
  }

  return {
    start() {
      if (!mayStart()) return;
      address.ran();
      // Ways to choose among the traces of a run belong to that run.
      if (compare.store.getState().subject.kind === 'choices') compare.setSubject({ kind: 'arms' });
      set({ setupOpen: false });
      library.remember(get().draft.model);
      control.start(get().draft);
    },
    cancel: control.cancel,
    resume() {
      const experiment = interruptedOnStage(get());
      if (!experiment) return;
      const { library: known } = get();
      const why = obstacle({ invalid: {}, library: known }, [experiment]);
      if (why) complain(why);
      else if (!isHere(known, experiment.model)) askDownload(experiment.model);
      else control.resume();
    },
    editAt(place, way = 'edit') {
      set(({ view }) => ({ editing: { text: thoughtAt(view, place), way }, dialog: 'edit' }));
    },
    editThought(text, way = 'edit', model) {
      if (text === null) set({ editing: null, dialog: 'none' });
      else set({ editing: { text, way, ...(model === undefined ? {} : { model }) }, dialog: 'edit' });
    },
    branch(text, strategy) {
      const { view, editing, library: known } = get();
      const origin = view.experiment;
      if (!origin) return;
      const model = editing?.model ?? origin.model;
      const moved = withModel({ ...origin, strategy }, model, known);
      const temperature =
        strategy.kind === origin.strategy.kind
          ? moved.sampling.temperature
          : samplingFor(abilitiesOf(model, known), strategy.kind).temperature;
      startBranch(
        { ...moved, sampling: { ...moved.sampling, temperature }, start: { text } },
        { start: text },
      );
    },
    prune(node) {
      const { view, phase } = get();
      const experiment = prunedAt(view, node);
      if (!experiment || phase !== 'idle' || !view.experiment || sameExperiment(experiment, view.experiment))
        return;
      startBranch(experiment, { start: null, pruned: experiment.pruned?.at(-1) ?? '' });
    },
    showBranch: (branch) => show(branch.log),

    compare,
    startCompare() {
      const { draft, invalid, library: known } = get();
      const experiments = comparedExperiments(draft, compare.store.getState(), known);
      const why = obstacle({ invalid, library: known }, experiments);
      const away = experiments.find(({ model }) => !isHere(known, model));
      if (why) complain(why);
      else if (away) askDownload(away.model);
      else void compare.start(experiments);
    },
    openCompared(log) {
      const { phase, draft, branches } = get();
      if (phase !== 'idle') return;
      compare.open({ log, draft });
      show(log, branches.some((branch) => branch.log === log) ? {} : { branches: [] });
    },
    showSideBySide(subject) {
      compare.setSubject(subject);
      compare.open(null);
      set({ tab: 'compare' });
    },
    awaitRun(awaited) {
      set((state) => ({
        ...(awaited && isHeld({ ...state, awaited }) && loadSetup(state, firstVisit, 'default')),
        awaited,
      }));
    },
    showRecorded(entries) {
      const { log: shown, phase, draftFrom } = get();
      const log: RunLog = { entries: [...entries], origin: 'recorded' };
      const experiment = experimentOf(log);
      if (shown || phase !== 'idle' || draftFrom !== 'default' || !experiment) return;
      // The setup shows what was recorded, so that running it on this machine runs the same.
      set((state) => ({
        ...loadSetup(state, experiment, 'default'),
        ...withLog(log, 0),
        following: false,
        playing: true,
      }));
    },

    async exportRun() {
      const { log } = get();
      const written = log && (await writeRunFile([...log.entries]).catch(unwritable));
      if (!written) return;
      if (!written.ok) return set({ notice: problemNotice(written.failure) });
      save(written.file);
      if (written.inPart) set({ notice: { kind: 'done', what: { kind: 'saved-in-part' } } });
    },
    async importRun(file, tree) {
      const result = await readRunFile(file, tree);
      if (!result.ok) return set({ notice: problemNotice(result.failure) });
      control.drop();
      const { entries, trees, leftOut } = result;
      const kind = leftOut === undefined ? 'imported' : 'imported-in-part';
      // Of a tree of another program the teacher says what it is.
      const notice = trees ? null : ({ kind: 'done', what: { kind } } as const);
      show(
        { entries: [...entries], origin: 'imported', ...(trees && { trees: { file, titles: trees } }) },
        { branches: [], notice },
      );
    },
    openKept(logs) {
      const [log, ...others] = logs.map((entries): RunLog => ({ entries, origin: 'live' }));
      if (!log) return;
      control.leave();
      show(log, { branches: [], dialog: 'none' });
      if (others.length === 0) return;
      compare.show([log, ...others]);
      set({ tab: 'compare' });
    },
    reload,
    restore,
  };
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import { defaultExperiment, defaultProblem, samplingFor } from '#experiment/defaults.ts';
import type { Experiment, Sampling, Strategy, StrategyKind } from '#experiment/experiment.ts';
import type { Family, Problem } from '#experiment/problem.ts';
import { surpriseProblem } from '#experiment/surprise.ts';
import { type BranchPlace, thoughtAt } from '#run/branch.ts';
import type { LogEntry } from '#run/events.ts';
import type { NodeId } from '#run/search-events.ts';
import { prunedAt } from '#run/prune.ts';
import type { CameraMode } from '#views/search-tree/camera.ts';
import type { Lab } from '#worker/lab-client.ts';
import { toFailure } from '#worker/failures.ts';
import type { Library } from '#worker/library.ts';
import { explainMissing } from '#worker/new-version.ts';
import { fetchPart } from '../fetch-part.ts';
import type { Keeper } from '../models/custom-models.ts';
import { type AddressBar, startAddress } from './address.ts';
import type { AppState, Branch, Editing, RunLog, Selection, Speed, StageTab } from './app-state.ts';
import { comparedExperiments, createCompare } from './compare.ts';
import { createDownloadFlow } from './download-flow.ts';
import { anew, withListedModel, withModel, withProblem, withStrategyKind } from './draft.ts';
import { openedNote, readRunFile, type RunFile, unwritable, writeRunFile } from './files.ts';
import { type Frames, startPlayer } from './player.ts';
import { createLibraryControl } from './library-control.ts';
import { abilitiesOf, emptyLibrary, isHere } from './library-state.ts';
import { interruptedOnStage } from './interrupted.ts';
import { createReload, type Kept } from './reload.ts';
import { createRunControl } from './run-control.ts';
import { sameExperiment } from './same-experiment.ts';
import { loadSetup } from './setup.ts';
import { experimentOf, mainTab } from './stage-tabs.ts';
import { whyNot } from './why-not.ts';
import {
  emptyStage,
  foldToggled,
  problemNotice,
  moved,
  selected,
  stepped,
  steppedAlgorithm,
  toggledPlay,
  withLog,
} from './transitions.ts';

/** What the app needs of the browser, handed in so that tests can stand in for it. */
export interface Surroundings {
  readonly lab: Lab;
  readonly library: Library;
  readonly keeper: Keeper;
  readonly frames: Frames;
  readonly address: AddressBar;
  /** Rejects where the browser refuses. */
  readonly copy: (text: string) => Promise<void>;
  readonly save: (file: RunFile) => void;
  readonly kept: Kept;
  readonly reload: () => void;
  /** A fresh seed or an index of a random problem: 32 bits. */
  readonly random: () => number;
  /** The person asked for less motion. */
  readonly calm: boolean;
}

export type App = ReturnType<typeof createApp>;

const initial: AppState = {
  draft: defaultExperiment('countdown'),
  draftFrom: 'default',
  setups: 0,
  invalid: {},
  phase: 'idle',
  progress: null,
  ...emptyStage,
  speed: 'as-it-happened',
  selection: null,
  tab: 'thoughts',
  enlarged: null,
  showThinking: true,
  setupOpen: false,
  treeCamera: 'follow',
  branches: [],
  editing: null,
  dialog: 'none',
  training: null,
  notice: null,
  openingFailure: null,
  library: emptyLibrary,
};

/** The app without its face: the state and everything a person can do to it. */
export function createApp(around: Surroundings) {
  const store: StoreApi<AppState> = createStore(() => ({
    ...initial,
    speed: around.calm ? 'as-it-happened' : 'in-five-seconds',
  }));
  const set = store.setState;
  const get = store.getState;
  const runs = createRunControl(store, around.lab, around.frames);
  const library = createLibraryControl(store, around.library, around.keeper);
  const downloads = createDownloadFlow(store, library, run);
  const stopPlayer = startPlayer(store, around.frames);
  const compare = createCompare(around.lab);
  const address = startAddress(store, compare, {
    bar: around.address,
    visit: String(around.random()),
    leave: runs.leave,
  });

  const put = (draft: Experiment) => set({ draft, draftFrom: 'person' });
  const load = (experiment: Experiment) => set((state) => loadSetup(state, experiment, 'person'));
  const edit = (change: Partial<Experiment>) => put({ ...get().draft, ...change });
  const setProblem = (problem: Problem) => put(withProblem(get().draft, problem, get().library));

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

  /** Why what is set up cannot be run, in words; null where it can. */
  function blocked({
    draft,
    invalid,
    library: known,
  }: Pick<AppState, 'draft' | 'invalid' | 'library'>): string | null {
    const [typo] = Object.values(invalid);
    if (typo !== undefined) return typo;
    return whyNot(draft, known);
  }

  /** Whether what is set up can be run now. Where it cannot, the person is told why, or asked to fetch the model first. */
  function mayStart(): boolean {
    const { draft, library: known } = get();
    const why = blocked(get());
    if (why !== null) set({ notice: { kind: 'problem', message: why } });
    else if (!isHere(known, draft.model)) downloads.askDownload(draft.model, true);
    else return true;
    return false;
  }

  function run(): void {
    if (!mayStart()) return;
    address.ran();
    set({ setupOpen: false });
    library.remember(get().draft.model);
    runs.start(get().draft);
  }

  return {
    store,
    /** Settles once the address has been read: what to draw first is then known. */
    opened: address.opened,
    blocked,
    markField(field: string, message: string | null) {
      const { [field]: _, ...others } = get().invalid;
      set({ invalid: message === null ? others : { ...others, [field]: message } });
    },

    run,
    cancel: runs.cancel,

    setProblem,
    setFamily(family: Family) {
      if (get().draft.problem.family === family) return;
      setProblem(defaultProblem(family));
      void downloads.suitMachine();
    },
    /** A problem the model was not trained on. The list is loaded when it is first asked for. */
    async surprise() {
      const { problem } = get().draft;
      const surprise = await surpriseProblem(problem, around.random(), fetchPart).catch(
        async (error: unknown) => void set({ notice: problemNotice(await explainMissing(toFailure(error))) }),
      );
      if (!surprise) return;
      // Who turned to another kind of problem meanwhile keeps it.
      const { draft, library: known } = get();
      if (draft.problem.family === problem.family) load(withProblem(draft, surprise, known));
    },
    setExperiment(experiment: Experiment) {
      load(experiment);
      void downloads.suitMachine();
    },
    /** Runs start at the problem again, not at an edited thought, and follow every step. */
    dropStart: () => put(anew(get().draft)),
    setStrategyKind: (kind: StrategyKind) => put(withStrategyKind(get().draft, kind, get().library)),
    setStrategy: (strategy: Strategy) => edit({ strategy }),
    setSampling: (change: Partial<Sampling>) => edit({ sampling: { ...get().draft.sampling, ...change } }),
    setModel: (model: string) => put(withModel(get().draft, model, get().library)),
    /** A model from the list of all, with a problem that it knows. */
    takeModel: (model: string) => load(withListedModel(get().draft, model, get().library)),
    library,
    ...downloads,
    setBudget: (tokens: number) => edit({ budget: { tokens } }),
    setSeed: (seed: number) => edit({ seed }),
    freshSeed: () => edit({ seed: around.random() % 10000 }),

    seek: (cursor: number) => set((state) => ({ ...moved(state, cursor), playing: false })),
    step: (by: number) => set((state) => stepped(state, by)),
    stepAlgorithm: (way: 1 | -1) => set((state) => steppedAlgorithm(state, way)),
    toEnd: () => set((state) => ({ ...moved(state, state.length), playing: false })),
    togglePlay: () => set(toggledPlay),
    setSpeed: (speed: Speed) => set({ speed }),

    showTab: (tab: StageTab) => set({ tab }),
    select(selection: Selection | null) {
      set(selected(selection));
    },
    toggleFold: (node: NodeId) => set((state) => foldToggled(state, node)),
    unfold(nodes: readonly NodeId[]) {
      if (nodes.length > 0)
        set(({ folded }) => ({ folded: new Set([...folded].filter((node) => !nodes.includes(node))) }));
    },
    setTreeCamera: (treeCamera: CameraMode) => set({ treeCamera }),

    /** Goes on from the run on the stage, which broke off, with its own model. Where that is not on this computer, it is asked for first. */
    resumeRun() {
      const experiment = interruptedOnStage(get());
      if (!experiment) return;
      const { library: known } = get();
      const why = blocked({ draft: experiment, invalid: {}, library: known });
      if (why !== null) set({ notice: { kind: 'problem', message: why } });
      else if (!isHere(known, experiment.model)) downloads.askDownload(experiment.model);
      else runs.resume();
    },
    /** Opens the thought up to a place of the run on the stage, for editing. */
    editAt(place: BranchPlace, way: Editing['way'] = 'edit') {
      set(({ view }) => ({ editing: { text: thoughtAt(view, place), way }, dialog: 'edit' }));
    },
    /** Opens a thought for editing; null closes it. */
    editThought(text: string | null, way: Editing['way'] = 'edit', model?: string) {
      set(
        text === null
          ? { editing: null, dialog: 'none' }
          : { editing: { text, way, ...(model === undefined ? {} : { model }) }, dialog: 'edit' },
      );
    },
    /** Runs on from an edited thought. The run on the stage stays at hand as the original. */
    branch(text: string, strategy: Strategy) {
      const { view, branches, editing } = get();
      const origin = view.experiment;
      if (!origin) return;
      const model = editing?.model ?? origin.model;
      const moved = withModel({ ...origin, strategy }, model, get().library);
      const temperature =
        strategy.kind === origin.strategy.kind
          ? moved.sampling.temperature
          : samplingFor(abilitiesOf(model, get().library), strategy.kind).temperature;
      const experiment: Experiment = {
        ...moved,
        sampling: { ...moved.sampling, temperature },
        start: { text },
      };
      set((state) => ({ ...loadSetup(state, experiment, 'person'), editing: null, dialog: 'none' }));
      address.ran();
      runs.start(get().draft, { name: `Branch ${Math.max(1, branches.length)}`, start: text });
    },
    /** Runs again without ever following a node's step, as a branch. The run on the stage stays at hand. */
    prune(node: NodeId) {
      const { view, branches, phase } = get();
      const experiment = prunedAt(view, node);
      if (!experiment || phase !== 'idle' || sameExperiment(experiment, view.experiment!)) return;
      load(experiment);
      address.ran();
      runs.start(get().draft, {
        name: `Branch ${Math.max(1, branches.length)}`,
        start: null,
        pruned: experiment.pruned?.at(-1) ?? '',
      });
    },
    showBranch: (branch: Branch) => show(branch.log),

    ...createReload(store, around.kept, around.reload),

    compare,
    /** Compares the strategies and models chosen, once all models are there. */
    startCompare() {
      const { draft, invalid, library: known } = get();
      const experiments = comparedExperiments(draft, compare.store.getState(), known);
      const why =
        Object.values(invalid)[0] ??
        experiments.map((one) => whyNot(one, known)).find((reason) => reason !== null);
      const away = experiments.find(({ model }) => !isHere(known, model));
      if (why !== undefined) set({ notice: { kind: 'problem', message: why } });
      else if (away) downloads.askDownload(away.model);
      else void compare.start(experiments);
    },
    /** A compared run takes the stage. */
    showEntries(entries: readonly LogEntry[]) {
      if (get().phase !== 'idle') return;
      const own = [...entries];
      // The setup goes over to the run's model; what was compared on the setup's own stays on that one.
      const [start] = own;
      if (start?.event.type === 'run-started' && start.event.experiment.model !== get().draft.model)
        compare.keepModel(get().draft.model);
      show({ entries: own, origin: 'live' }, { branches: [] });
    },

    enlarge: (enlarged: number | null) => set({ enlarged }),
    showThinking: (showThinking: boolean) => set({ showThinking }),
    openSetup: (setupOpen: boolean) => set({ setupOpen }),
    openDialog(dialog: AppState['dialog']) {
      if (get().library.question) library.ask(null);
      set({ dialog });
    },
    /** Shows how a model was trained. */
    openTraining(training: string) {
      if (get().library.question) library.ask(null);
      set({ dialog: 'training', training });
    },
    dismissNotice: () => set({ notice: null }),
    dismissFailure: () => set({ openingFailure: null }),

    /** The address of this experiment. */
    link: () => address.link(),
    async copyLink() {
      try {
        await around.copy(address.link());
        set({
          notice: {
            kind: 'done',
            message: 'Link copied. It holds the whole experiment: problem, strategy, model and seed.',
          },
        });
      } catch {
        // The browser refused the clipboard: show the link, selected, to be copied by hand.
        set({ dialog: 'link' });
      }
    },

    async exportRun() {
      const { log } = get();
      const written = log && (await writeRunFile([...log.entries]).catch(unwritable));
      if (!written) return;
      if (!written.ok)
        return set({
          notice: { kind: 'problem', message: written.failure.message, advice: written.failure.advice },
        });
      around.save(written.file);
      if (written.note !== null) set({ notice: { kind: 'done', message: written.note } });
    },
    /** Shows a saved run; what cannot be read leaves the page as it is. */
    async importRun(file: Blob) {
      const result = await readRunFile(file);
      if (!result.ok) return set({ notice: problemNotice(result.failure) });
      runs.drop();
      const notice = {
        kind: 'done',
        message: `Run imported. Step through it below, or run it again on your machine.${openedNote(result.leftOut)}`,
      } as const;
      show({ entries: [...result.entries], origin: 'imported' }, { branches: [], notice });
    },
    /** A recorded run for the first visit: played only while nothing else is on the stage. */
    showRecorded(entries: readonly LogEntry[]) {
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

    close() {
      stopPlayer();
      address.close();
      around.lab.close();
    },
  };
}

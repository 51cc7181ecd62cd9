import type { StoreApi } from 'zustand/vanilla';
import { defaultProblem } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { surpriseProblem } from '#experiment/surprise.ts';
import { toFailure } from '#policy/policy-error.ts';
import { explainMissing } from '#worker/new-version.ts';
import { fetchPart } from '../fetch-part.ts';
import type { SetupActions } from './actions.ts';
import type { Address } from './address.ts';
import type { AppState, Done, NoticeProblem } from './app-state.ts';
import { type Compare, comparesArms, type CompareState } from './compare.ts';
import { anew, withListedModel, withModel, withProblem, withStrategyKind } from './draft.ts';
import { mainTab } from './main-tab.ts';
import { sameExperiment } from './same-experiment.ts';
import { fieldFaultText } from './field-fault-text.ts';
import { loadSetup } from './setup.ts';
import { clearedStage, problemNotice } from './transitions.ts';
import { whyNot } from './why-not.ts';

export interface SetupNeeds {
  readonly address: Pick<Address, 'link' | 'toPlay'>;
  readonly compare: Pick<Compare, 'store'>;
  /** Rejects where the browser refuses. */
  readonly copy: (text: string) => Promise<void>;
  /** A fresh seed or an index of a random problem: 32 bits. */
  readonly random: () => number;
  /** Takes the variant of a model that suits this machine. */
  readonly suitMachine: () => Promise<void>;
}

export function createSetupActions(
  store: StoreApi<AppState>,
  { address, compare, copy, random, suitMachine }: SetupNeeds,
): SetupActions {
  const set = store.setState;
  const get = store.getState;
  const put = (draft: Experiment) => set({ draft, draftFrom: 'person' });
  const load = (experiment: Experiment) => set((state) => loadSetup(state, experiment, 'person'));
  const edit = (change: Partial<Experiment>) => put({ ...get().draft, ...change });
  const setProblem = (problem: Problem) => put(withProblem(get().draft, problem, get().library));
  function setUp(experiment: Experiment): void {
    // A run that goes on stays on the stage, as it does when a preset is chosen.
    const stage = get().phase === 'idle' && { ...clearedStage, tab: mainTab(experiment.strategy.kind) };
    set((state) => ({ ...loadSetup(state, experiment, 'person'), ...stage, setupOpen: false }));
    void suitMachine();
  }

  return {
    setProblem,
    setFamily(family) {
      if (get().draft.problem.family === family) return;
      setProblem(defaultProblem(family));
      void suitMachine();
    },
    async surprise() {
      const { problem } = get().draft;
      const surprise = await surpriseProblem(problem, random(), fetchPart).catch(async (error: unknown) => {
        set({ notice: problemNotice(await explainMissing(toFailure(error))) });
        return null;
      });
      if (!surprise) return;
      // Who turned to another kind of problem meanwhile keeps it.
      const { draft, library } = get();
      if (draft.problem.family === problem.family) load(withProblem(draft, surprise, library));
    },
    setExperiment(experiment) {
      load(experiment);
      void suitMachine();
    },
    setUp,
    open(experiment, moment) {
      const { draft, draftFrom } = get();
      if (moment || draftFrom === 'default' || !sameExperiment(draft, experiment)) setUp(experiment);
      if (moment) set({ shared: { experiment: get().draft, moment, next: 'run' } });
      address.toPlay();
    },
    dropStart: () => put(anew(get().draft)),
    setStrategyKind: (kind) => put(withStrategyKind(get().draft, kind, get().library)),
    setStrategy: (strategy) => edit({ strategy }),
    setSampling: (change) => edit({ sampling: { ...get().draft.sampling, ...change } }),
    setModel: (model) => put(withModel(get().draft, model, get().library)),
    takeModel: (model) => load(withListedModel(get().draft, model, get().library)),
    setBudget: (tokens) => edit({ budget: { tokens } }),
    setSeed: (seed) => edit({ seed }),
    freshSeed: () => edit({ seed: random() % 10000 }),
    markField(field, fault) {
      const { [field]: _, ...others } = get().invalid;
      set({ invalid: fault === null ? others : { ...others, [field]: fault } });
    },
    blocked,
    link: () => address.link(),
    copyText: (text) =>
      copy(text).then(
        () => true,
        () => false,
      ),
    async copyLink() {
      try {
        await copy(address.link());
        set({
          notice: {
            kind: 'done',
            what: { kind: linkHolds(get(), compare.store.getState()) },
          },
        });
      } catch {
        // The browser refused the clipboard: show the link, selected, to be copied by hand.
        set({ dialog: 'link' });
      }
    },
  };
}

/** What a copied link holds: of what stands side by side, strategies and models that were chosen; neither branches, nor kept runs, nor a lesson's. */
function linkHolds(
  state: AppState,
  compared: CompareState,
): Exclude<Done, { readonly model: string }>['kind'] {
  if (state.area.kind !== 'play') return 'area-link-copied';
  if (state.tab !== 'compare') return 'link-copied';
  const own = !compared.kept && compared.runs.every(({ name }) => name === undefined);
  return own && comparesArms(state, compared) ? 'comparison-link-copied' : 'setup-link-copied';
}

/** Why what is set up cannot be run, in words; null where it can. */
export function blocked({
  draft,
  invalid,
  library,
}: Pick<AppState, 'draft' | 'invalid' | 'library'>): string | null {
  const [typo] = Object.values(invalid);
  return typo ? fieldFaultText(typo) : whyNot(draft, library);
}

/** Why nothing runs, as a fact, for a message that outlives a change of the language: a field, or the first that cannot be run. */
export function obstacle(
  { invalid, library }: Pick<AppState, 'invalid' | 'library'>,
  experiments: readonly Experiment[],
): NoticeProblem | null {
  const [typo] = Object.values(invalid);
  if (typo) return { kind: 'invalid-field', fault: typo };
  const experiment = experiments.find((one) => whyNot(one, library) !== null);
  return experiment ? { kind: 'cannot-run', experiment, library } : null;
}

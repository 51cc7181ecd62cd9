import { createStore, type StoreApi } from 'zustand/vanilla';
import { heldOutProblems } from '#experiment/held-out.ts';
import type { Problem } from '#experiment/problem.ts';
import {
  groupExperiment,
  groupOf,
  loggedLogs,
  type Policy,
  rewardsOf,
  samePolicy,
  type TraceGroup,
} from '#lab/grpo/group.ts';
import { groupKind } from '#lab/grpo/signal.ts';
import type { GrpoTarget } from '#learn/grpo-targets.ts';
import { embeddedModel } from '#policy/models.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { RunState } from '#run/state.ts';
import type { LabWorkers } from '#worker/lab-client.ts';
import { drawGroup, eachInLanes, logsUnder } from './group-work.ts';
import type { LensRule } from './lens-rule.ts';
import {
  type Busy,
  type EvenKind,
  firstPlace,
  isWhole,
  type LensState,
  policiesFor,
  policiesOf,
  policyKey,
  type PolicyRole,
  policyRoles,
  problemOf,
  startState,
} from './lens-state.ts';
import { firstClipped } from './measured-group.ts';

export type GrpoControl = ReturnType<typeof createGrpoControl>;

/** Problems that are tried for a group without a difference, and that the survey asks. */
const mostSought = 60;
export const surveyed = 40;

/** The lens without its face: its state, and what can be done to it. */
export function createGrpoControl(workers: LabWorkers, random: () => number) {
  const store: StoreApi<LensState> = createStore(() => startState);
  const { getState: get, setState: set } = store;
  let current = new AbortController();

  function cancel(): void {
    current.abort();
    set({ busy: null });
  }

  /** One job at a time: another one ends the last. */
  async function job(busy: Busy, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    current.abort();
    const mine = (current = new AbortController());
    set({ busy, failure: null, notFound: null });
    try {
      await work(mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) set({ failure: toFailure(error) });
    } finally {
      if (!mine.signal.aborted) set({ busy: null });
    }
  }

  async function fetchProblems(): Promise<void> {
    const { family } = get();
    if (get().problems.length > 0) return;
    try {
      const problems = await heldOutProblems(family);
      if (get().family === family) set({ problems });
    } catch (error) {
      set({ failure: toFailure(error) });
    }
  }

  const wishFor = (problem: Problem, seed = get().seed) => {
    const { policies, effort, size } = get();
    return groupExperiment({ problem, policy: policies.old, effort, size, seed });
  };

  function show(group: TraceGroup | null): void {
    const logged = group && isWhole(group) ? loggedLogs(group) : null;
    set({ group, logs: group && logged ? { [policyKey(group.policy)]: logged } : {} });
  }

  /** Has each policy read the traces that it has not read. */
  async function score(signal: AbortSignal): Promise<void> {
    const { group } = get();
    if (!isWhole(group)) return;
    set({ busy: { kind: 'scoring' } });
    for (const role of policyRoles) {
      const policy = role === 'old' ? group.policy : get().policies[role];
      if (get().logs[policyKey(policy)]) continue;
      const logs = await logsUnder(workers, policy, group, signal);
      signal.throwIfAborted();
      set({ logs: { ...get().logs, [policyKey(policy)]: logs } });
    }
    const { trace, token } = get().selected;
    // What is clipped is where the new policy parts from the old one, and worth the first look.
    if (trace === 0 && token === 0) set({ selected: firstClipped(get()) ?? get().selected });
  }

  const choose = (change: Partial<LensState>) => {
    current.abort();
    set({ busy: null, notFound: null, ...change });
  };

  function sample(problem: Problem, seed: number): void {
    show(null);
    set({ seed, selected: { trace: 0, token: 0 } });
    void job({ kind: 'sampling' }, async (signal) => {
      const live = (group: TraceGroup) => signal.aborted || set({ group });
      show(await drawGroup(workers, wishFor(problem, seed), signal, live));
      await score(signal);
    });
  }

  return {
    store,
    cancel,
    fetchProblems,
    setRule: (change: Partial<LensRule>) => set({ rule: { ...get().rule, ...change } }),
    look: (trace: number, token: number) => set({ selected: { trace, token } }),
    choose,
    setFamily(family: LensState['family']) {
      choose({
        family,
        problems: [],
        place: firstPlace(family),
        own: null,
        policies: policiesFor(family),
        ...emptyGroup,
      });
      void fetchProblems();
    },
    /** The old policy writes other traces; the new one and the reference read those that there are. */
    setPolicy(role: PolicyRole, policy: Policy) {
      const { policies, group } = get();
      if (role === 'old') {
        const other = policy.model !== policies.old.model;
        choose({
          policies: other ? policiesOf(policy.model, policy.temperature) : { ...policies, old: policy },
        });
      } else choose({ policies: { ...policies, [role]: policy } });
      if (isWhole(group)) void job({ kind: 'scoring' }, score);
    },
    sample() {
      const problem = problemOf(get());
      if (!problem) return;
      sample(problem, get().group ? random() : get().seed);
    },
    /** Sets everything that a target names, and samples its group: the same traces each time. */
    aim({ group: { problem, model, sampling, strategy, seed }, rule, now }: GrpoTarget) {
      const { family } = problem;
      choose({
        ...(family === get().family ? {} : { family, problems: [], place: firstPlace(family) }),
        own: problem,
        fromLesson: true,
        policies: { ...policiesOf(model, sampling.temperature), now },
        rule,
        ...('samples' in strategy && { size: strategy.samples }),
        ...('effort' in strategy && { effort: strategy.effort }),
        survey: null,
        failure: null,
      });
      void fetchProblems();
      sample(problem, seed);
    },
    /** The run in Play: its traces where they are a group, else its problem and model. */
    takeRun(run: RunState) {
      const { experiment } = run;
      const model = experiment && embeddedModel(experiment.model);
      if (!model || model.verifier) return;
      const [family = get().family] = model.families;
      const found = groupOf(run);
      const group = isWhole(found) && run.status === 'finished' ? found : null;
      choose({
        ...(family === get().family ? {} : { family, problems: [], place: firstPlace(family) }),
        own: experiment.problem,
        fromLesson: false,
        policies: policiesOf(model.id, group?.policy.temperature),
        ...(group && { size: group.traces.length, effort: group.effort }),
        selected: { trace: 0, token: 0 },
        failure: null,
      });
      show(group);
      void fetchProblems();
      if (group) void job({ kind: 'scoring' }, score);
    },
    /** Looks for a held-out problem all of whose traces come out the same, from the next one on. */
    seek(wanted: EvenKind) {
      const { problems, place } = get();
      const places = problems.map((_, at) => (place + 1 + at) % problems.length).slice(0, mostSought);
      const of = places.length;
      void job({ kind: 'seeking', wanted, tried: 0, of }, async (signal) => {
        let tried = 0;
        let found: { readonly at: number; readonly group: TraceGroup } | null = null;
        const seek = async (at: number, order: number) => {
          const problem = problems[at];
          if (!problem) return;
          const group = await drawGroup(workers, wishFor(problem), signal);
          tried += 1;
          set({ busy: { kind: 'seeking', wanted, tried, of } });
          const kind = groupKind(rewardsOf(group, get().rule.formatReward).map(({ right }) => right));
          if (kind === wanted && (found === null || order < places.indexOf(found.at))) found = { at, group };
        };
        const isFound = () => found !== null;
        await eachInLanes(workers.cores, places, seek, isFound);
        signal.throwIfAborted();
        const { at, group } = found ?? { at: null, group: null };
        if (at === null) return set({ notFound: { wanted, tried } });
        set({ own: null, place: at, selected: { trace: 0, token: 0 } });
        show(group);
        await score(signal);
      });
    },
    /** A group on each of many problems, spread over the held-out set. */
    survey() {
      const { problems, policies, size, seed } = get();
      const of = Math.min(surveyed, problems.length);
      const chosen = Array.from({ length: of }, (_, at) => problems[Math.floor((at * problems.length) / of)]);
      set({ survey: { policy: policies.old, size, of, groups: [] } });
      void job({ kind: 'surveying', done: 0, of }, (signal) =>
        eachInLanes(workers.cores, chosen, async (problem, at) => {
          if (!problem) return;
          const rewards = rewardsOf(
            await drawGroup(workers, wishFor(problem, (seed + at) % 2 ** 32), signal),
            get().rule.formatReward,
          );
          const { survey } = get();
          if (signal.aborted || !survey) return;
          const one = {
            right: rewards.filter(({ right }) => right).length,
            even: rewards.every(({ reward }) => reward === rewards[0]?.reward),
          };
          const groups = [...survey.groups, one];
          set({ survey: { ...survey, groups }, busy: { kind: 'surveying', done: groups.length, of } });
        }),
      );
    },
    /** The traces on the screen are not those that the setup would draw now. */
    isStale: ({ group, policies, effort, ...state }: LensState) =>
      group !== null &&
      (!samePolicy(group.policy, policies.old) ||
        group.effort !== effort ||
        JSON.stringify(group.problem) !== JSON.stringify(problemOf({ group, policies, effort, ...state }))),
  };
}

const emptyGroup = { group: null, logs: {}, survey: null, failure: null } as const;

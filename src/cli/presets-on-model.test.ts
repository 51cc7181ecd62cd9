import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { heldOutCountdown } from '#experiment/held-out/countdown.ts';
import { presets } from '#experiment/presets.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import { traceText } from '#run/trace-text.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { openForCli, surroundings } from './open.ts';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const embedded = presets.filter(({ experiment }) => experiment.problem.family !== 'question');
const models = new Map<string, Promise<LanguageModel>>();
const around = surroundings(new AbortController().signal);

async function log(experiment: Experiment): Promise<readonly LogEntry[]> {
  const model = models.get(experiment.model) ?? openForCli(experiment.model);
  models.set(experiment.model, model);
  const entries: LogEntry[] = [];
  for await (const entry of runExperiment(experiment, await model, around)) entries.push(entry);
  return entries;
}

const run = async (experiment: Experiment): Promise<RunState> => fold(emptyRun, await log(experiment));

async function onEverySeed(experiment: Experiment): Promise<readonly RunState[]> {
  const states: RunState[] = [];
  for (const seed of seeds) states.push(await run({ ...experiment, seed }));
  return states;
}

const isRight = (state: RunState): boolean => state.grade?.outcome === 'right';
const rightOnes = (states: readonly RunState[]): number => states.filter(isRight).length;
const wrongTraces = (state: RunState): number =>
  state.sequences.filter(({ grade }) => grade !== null && grade.outcome !== 'right').length;
const greedyChain = ({ problem, model }: Experiment): Promise<RunState> =>
  run({ ...defaultExperiment(problem.family), problem, model });

/** What its sentence says of the answers along one trace: wrong at first, right at the end. */
function mendsItself(state: RunState): void {
  const [trace] = state.sequences;
  expect(trace!.forcedWaits).toBeGreaterThan(0);
  const answers = trace!.rounds.map(({ answer }) => answer?.key);
  expect(answers[0]).not.toBe(answers.at(-1));
  expect(isRight(state)).toBe(true);
}

/** By preset: that its runs show what its sentence says. */
const claims: Readonly<Record<string, (experiment: Experiment) => Promise<void>>> = {
  'game-of-24': async (experiment) => {
    const state = await run(experiment);
    expect(isRight(state)).toBe(true);
    expect(state.sequences[0]!.thoughtTokens).toBeGreaterThan(0);
  },
  'game-of-24-direct': async (experiment) => {
    const state = await run(experiment);
    expect(state.sequences[0]!.thoughtTokens).toBe(0);
    expect(isRight(state)).toBe(false);
  },
  'vote-of-8': async (experiment) => {
    expect(isRight(await greedyChain(experiment))).toBe(false);
    const state = await run(experiment);
    expect(isRight(state)).toBe(true);
    expect(state.sequences[0]!.grade?.outcome).toBe('wrong');
    expect(rightOnes(await onEverySeed(experiment))).toBeGreaterThanOrEqual(6);
  },
  'vote-of-32': async (experiment) => {
    expect(isRight(await greedyChain(experiment))).toBe(false);
    const states = await onEverySeed(experiment);
    expect(rightOnes(states)).toBe(seeds.length);
    // A lead, not a tie that the first trace decides.
    for (const { votes } of states) expect(votes[0]!.votes).toBeGreaterThan(votes[1]!.votes);
  },
  wait: async (experiment) => {
    const state = await run(experiment);
    expect(state.sequences[0]!.waits).toBeGreaterThan(0);
    expect(state.sequences[0]!.forcedWaits).toBe(0);
    expect(isRight(state)).toBe(true);
  },
  'hard-game': async (experiment) => expect(isRight(await run(experiment))).toBe(false),
  'beam-search': async (experiment) => {
    expect(isRight(await greedyChain(experiment))).toBe(false);
    expect(rightOnes(await onEverySeed(experiment))).toBe(seeds.length);
  },
  'diverse-search': async (experiment) => {
    if (experiment.strategy.kind !== 'beam-search') throw new Error('another strategy');
    expect(rightOnes(await onEverySeed(experiment))).toBe(seeds.length);
    expect(
      rightOnes(await onEverySeed({ ...experiment, strategy: { ...experiment.strategy, variant: 'beam' } })),
    ).toBeLessThanOrEqual(5);
  },
  'vote-after-search': async (experiment) => {
    if (experiment.strategy.kind !== 'beam-search') throw new Error('another strategy');
    const best = { ...experiment, strategy: { ...experiment.strategy, choose: 'best' as const } };
    expect(rightOnes(await onEverySeed(experiment))).toBe(seeds.length);
    expect(rightOnes(await onEverySeed(best))).toBeLessThanOrEqual(4);
    expect(isRight(await run(best))).toBe(false);
  },
  'tree-of-thoughts': async (experiment) => {
    const asked = JSON.stringify(experiment.problem);
    expect(heldOutCountdown().find(({ problem }) => JSON.stringify(problem) === asked)?.source).toBe(
      'tree-of-thoughts',
    );
    const kept = (await log(experiment)).flatMap(({ event }) =>
      event.type === 'nodes-kept' ? [event.kept.length] : [],
    );
    expect(kept[0]).toBe(5);
    expect(rightOnes(await onEverySeed(experiment))).toBe(seeds.length);
  },
  'tree-search': async (experiment) => {
    const selections = (await log(experiment)).flatMap(({ event }) =>
      event.type === 'path-selected' ? event.selections : [],
    );
    expect(selections.some(({ rows }) => rows.length > 1)).toBe(true);
    expect(rightOnes(await onEverySeed(experiment))).toBe(seeds.length);
  },
  'best-of-16': async (experiment) => {
    const states = await onEverySeed(experiment);
    expect(rightOnes(states)).toBe(seeds.length);
    for (const state of states) expect(wrongTraces(state)).toBeGreaterThan(8);
  },
  'four-waits': async (experiment) => {
    const state = await run(experiment);
    mendsItself(state);
    expect(state.sequences[0]!.forcedWaits).toBe(4);
    const answers = state.sequences[0]!.rounds.map(({ answer }) => answer?.key);
    expect(new Set(answers.slice(1))).toEqual(new Set([answers.at(-1)]));
  },
  'compute-optimal': async (experiment) => {
    const states = await onEverySeed(experiment);
    expect(rightOnes(states)).toBeGreaterThanOrEqual(6);
    expect(new Set(states.map(({ tree }) => tree.length > 0))).toEqual(new Set([true, false]));
  },
  'word-problem': async (experiment) => {
    const states = await onEverySeed(experiment);
    expect(rightOnes(states)).toBe(seeds.length);
    expect(wrongTraces(states[0]!)).toBeGreaterThan(0);
  },
  'equation-chain': async (experiment) => {
    const state = await run(experiment);
    mendsItself(state);
    expect(traceText(state.sequences[0]!.tokens)).toContain(' fix');
  },
  'knights-and-knaves': async (experiment) => {
    const state = await run(experiment);
    expect(traceText(state.sequences[0]!.tokens)).toMatch(/^suppose .*clash.*suppose .*fits/s);
    expect(isRight(state)).toBe(true);
  },
};

describe('a preset shows what it says', () => {
  test('there is a check for each whose model comes with the page', () => {
    expect(Object.keys(claims).toSorted()).toEqual(embedded.map(({ id }) => id).toSorted());
  });

  test.each(embedded)('$id', async ({ id, experiment }) => {
    // What runs when a person presses Run is among the seeds.
    expect(seeds).toContain(experiment.seed);
    await claims[id]!(experiment);
  });
});

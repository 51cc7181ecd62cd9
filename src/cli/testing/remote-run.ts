import { samplingFor, strategyFor } from '#experiment/defaults.ts';
import type { Experiment, Strategy, StrategyKind } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { type ServerPatience, usualPatience } from '#policy/remote/server-connection.ts';
import type { ServerAccess, ServerAbilities } from '#policy/remote/server.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { serversInNode } from '../servers.ts';

/** So that faults are over soon. */
export const shortPatience: ServerPatience = {
  ...usualPatience,
  first: 1500,
  between: 1000,
  tries: 4,
  wait: 1,
  longestWait: 10,
};

export const accessTo = (address: string, key: string | null = null): ServerAccess => ({
  address,
  key,
  concurrency: 4,
});

/** A model of a server, looked at first. */
export async function lookAt(
  access: ServerAccess,
  name: string,
): Promise<{ readonly found: ServerAbilities; readonly open: () => LanguageModel }> {
  const servers = serversInNode(shortPatience);
  const found = await servers.probe(access, name, new AbortController().signal);
  return { found, open: () => servers.openRemote(access, { address: access.address, name }, found) };
}

interface Asked {
  readonly problem: Problem;
  readonly sampling?: Partial<Experiment['sampling']>;
  readonly tokens?: number;
  readonly signal?: AbortSignal;
}

/** The strategy as the page sets it for a model, and what is set otherwise. */
export const strategyOf = (model: LanguageModel, kind: StrategyKind, changes: object = {}): Strategy => ({
  ...strategyFor(model.info, kind),
  ...changes,
});

export function experimentOn(
  { info }: LanguageModel,
  strategy: Strategy,
  { problem, sampling, tokens = 800 }: Asked,
): Experiment {
  return {
    problem,
    model: info.id,
    strategy,
    sampling: { ...samplingFor(info, strategy.kind), maxTokens: 120, ...sampling },
    seed: 1,
    budget: { tokens },
  };
}

/** Runs it to its end. Times are left out of the log, as they differ. */
export async function remoteRun(
  model: LanguageModel,
  strategy: Strategy,
  asked: Asked,
  resume?: readonly LogEntry[],
) {
  const log: LogEntry[] = [];
  const { signal = new AbortController().signal } = asked;
  const experiment = experimentOn(model, strategy, asked);
  for await (const entry of runExperiment(experiment, model, { now: () => 0, signal }, resume))
    log.push(
      entry.event.type === 'usage'
        ? { ...entry, event: { ...entry.event, usage: { ...entry.event.usage, modelSeconds: 0 } } }
        : entry,
    );
  return { log, experiment, state: fold(emptyRun, log) };
}

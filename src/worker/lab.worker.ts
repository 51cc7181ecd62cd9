/// <reference lib="webworker" />
import { outcomeOf } from '#lab/sweeps/outcome.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { scoringOf, valuesOf } from '#policy/model-parts.ts';
import { translation } from '#policy/translation.ts';
import { setOwnModels } from '#policy/own-models.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { LogEntry } from '#run/events.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { whilePartComes } from './arrival.ts';
import { breathe } from './breathe.ts';
import type { Request } from './calls/protocol.ts';
import { type Call, serveCalls } from './calls/server.ts';
import type { LabCalls } from './lab-calls.ts';
import { laterLibrary } from './later-library.ts';
import { OpenModels } from './open-models.ts';
import { RemoteHost } from './remote-models.ts';
import { trustOwnAddresses } from './trusted-addresses.ts';
import type { ModelProgress } from './run-calls.ts';

/** One core of the lab: copies of models of its own, and one experiment at a time, so that what a run spends is counted exactly. */

declare const self: DedicatedWorkerGlobalScope;

trustOwnAddresses();

/** Models that stay open, one copy of each: cells of a sweep go from one to the next. */
const kept = 4;
const library = laterLibrary();
const remote = new RemoteHost();
let models = new OpenModels(self.location.href, 1, kept, library.find, remote, false);
const now = () => performance.now();

type Progress = Pick<Call<ModelProgress>, 'emitNow' | 'signal'>;

const open = (id: string, { emitNow, signal }: Progress): Promise<LanguageModel> =>
  models.open(id, emitNow, signal);
/** A model that only judges is not opened as one that thinks. */
const openAny = (id: string, call: Progress): Promise<LanguageModel> =>
  models.openVerifier(id, call.emitNow, call.signal);

async function* logOf(experiment: Experiment, call: Progress): AsyncGenerator<LogEntry, void> {
  const { signal } = call;
  try {
    const model = await open(experiment.model, call);
    const openVerifier = (id: string) => openAny(id, call);
    yield* runExperiment(experiment, model, { now, signal, openVerifier, unlessStalled: whilePartComes });
  } catch (error) {
    signal.throwIfAborted();
    yield { at: 0, event: { type: 'run-failed', failure: toFailure(error) } };
  }
}

const { receive } = serveCalls<LabCalls, null>({
  send: (message) => self.postMessage(message),
  now,
  flushEvery: 33,
  note: () => null,
  handlers: {
    agree: remote.handlers.agree,
    own: async (own) => setOwnModels(own),
    start: async ({ models: folder }) => {
      models = new OpenModels(folder, 1, kept, library.find, remote, false);
    },
    async measure({ experiment }, call) {
      const entries: LogEntry[] = [];
      for await (const entry of logOf(experiment, call)) entries.push(entry);
      call.signal.throwIfAborted();
      await breathe();
      return outcomeOf(entries);
    },
    async run({ experiment }, call) {
      for await (const entry of logOf(experiment, call)) if (call.emit(entry)) await breathe();
      call.signal.throwIfAborted();
    },
    async score({ model: id, texts, temperature }, call) {
      const scoring = scoringOf(await openAny(id, call));
      return Promise.all(
        texts.map(({ prefix, continuation }) =>
          scoring.score(prefix, continuation, call.signal, temperature),
        ),
      );
    },
    async values({ model: id, prefixes, writtenBy = id }, call) {
      const model = await openAny(id, call);
      const idOf = translation((await openAny(writtenBy, call)).info, model.info);
      return valuesOf(model).evaluate(
        prefixes.map((prefix) => prefix.map(idOf)),
        call.signal,
      );
    },
  },
});
self.onmessage = ({ data }: MessageEvent<Request<LabCalls>>) => receive(data);

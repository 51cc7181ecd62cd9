import { explainAll } from '#words/explain.ts';
import type { Family } from '#experiment/problem.ts';
import type { Failure } from '#run/events.ts';
import type {
  CustomModel,
  DownloadProgress,
  DownloadSize,
  Gpu,
  LibraryModel,
  LibraryReport,
} from '#worker/library.ts';
import { hostOf, serverModelOf } from '#policy/remote/server-model.ts';
import { remoteModel } from '#policy/remote/remote-model.ts';
import type { KnownServer, ServerAbilities } from '#worker/servers.ts';
import { type Engine, engines, type ModelFacts } from '#policy/model-handle.ts';
import { embeddedModel, modelFacts, modelsFor } from '#policy/models.ts';
import { models } from '#words/en/models.ts';
import { fitWords } from '../models/fit-words.ts';

/** A download under way, or one that failed. */
export interface Download {
  readonly progress: DownloadProgress | null;
  readonly stopping: boolean;
  /** Why it stopped by itself. What was fetched is kept. */
  readonly failure: Failure | null;
}

/** What a person is asked before anything is fetched. */
export interface PendingDownload {
  readonly model: string;
  /** Null until it is known exactly. */
  readonly size: DownloadSize | null;
  readonly failure: Failure | null;
  /** The person pressed Run: it runs once the model is there. */
  readonly thenRun: boolean;
}

export interface LibraryState {
  /** Null until it was first asked for. */
  readonly report: LibraryReport | null;
  readonly looking: boolean;
  /** Why there is no report. */
  readonly failure: Failure | null;
  /** By model. */
  readonly downloads: ReadonlyMap<string, Download>;
  readonly question: PendingDownload | null;
  /** The models a person added. */
  readonly custom: readonly CustomModel[];
  /** The servers that a person agreed to have asked. */
  readonly servers: readonly KnownServer[];
  /** The models of a person's own that are at hand; null until the page has looked. */
  readonly own: readonly string[] | null;
  /** The WebLLM model used last, here or on an earlier visit. */
  readonly lastUsed: string | null;
}

export const emptyLibrary: LibraryState = {
  report: null,
  looking: false,
  failure: null,
  downloads: new Map(),
  question: null,
  custom: [],
  servers: [],
  own: null,
  lastUsed: null,
};

export function libraryModel({ report }: LibraryState, id: string): LibraryModel | undefined {
  return report?.models.find(({ model }) => model.id === id);
}

/** What is known of a model before anything of it is loaded, its abilities too. */
export function abilitiesOf(
  id: string,
  { report, servers }: Pick<LibraryState, 'report' | 'servers'>,
): ModelFacts {
  const named = serverOf(id, servers);
  const found = named?.server.abilities[named.name];
  return (
    (found && probedModel(id, found)) ??
    modelFacts(
      id,
      report?.models.map(({ model }) => model),
    )
  );
}

/** The same value each time, for those who compare it. */
function probedModel(id: string, found: ServerAbilities): ModelFacts | undefined {
  const known = probed.get(found) ?? remoteModel(id, found);
  if (known) probed.set(found, known);
  return known;
}
const probed = new WeakMap<ServerAbilities, ModelFacts>();

/** The server that a model's id names, where it was agreed to, and what the model is called there. */
function serverOf(id: string, servers: readonly KnownServer[]) {
  const named = serverModelOf(id);
  const server = named && servers.find(({ address }) => address === named.address);
  return named && server ? { server, name: named.name } : null;
}

/** What is true of all models that run where this one does. */
export function engineOf(id: string, library: Pick<LibraryState, 'report' | 'servers'>): Engine {
  return engines[abilitiesOf(id, library).engine];
}

/** Whether a model is on this computer. Those that ship with the page count as such; one of a person's own may be in another browser. */
export function isHere(library: LibraryState, id: string): boolean {
  const { ships, elsewhere } = engineOf(id, library);
  if (elsewhere) return serverOf(id, library.servers) !== null;
  return ships ? embeddedModel(id) !== undefined : libraryModel(library, id)?.stored.kind === 'all';
}

/** The WebLLM models to offer in a few words: the one in use, the one used last, and those that are here. */
export function gpuChoices(library: LibraryState, inUse: string): readonly string[] {
  const { report, lastUsed } = library;
  const here =
    report?.models.filter(({ stored }) => stored.kind === 'all').map(({ model }) => model.id) ?? [];
  return [
    ...new Set([
      ...(engineOf(inUse, library).ships ? [] : [inUse]),
      ...(lastUsed === null ? [] : [lastUsed]),
      ...here,
    ]),
  ];
}

/** What can be chosen for problems of a family: models that ship and know it, the one in use, fit or not, and those of others at hand. */
export function modelChoices(library: LibraryState, family: Family, inUse: string): readonly string[] {
  const embedded = modelsFor(family).map(({ id }) => id);
  const { ships } = engineOf(inUse, library);
  return [...new Set([...embedded, ...(ships ? [inUse] : []), ...gpuChoices(library, inUse)])];
}

/** Of the variants of a model the one for this machine; the model itself where that is not known, or is here already. */
export function suitedVariant(library: LibraryState, id: string): string {
  const own = libraryModel(library, id);
  if (!own || own.stored.kind !== 'none') return id;
  const here = library.report?.models.find(
    ({ model, stored }) => model.name === own.model.name && stored.kind === 'all',
  );
  return (
    here ??
    library.report?.models.find(({ model, recommended }) => recommended && model.name === own.model.name) ??
    own
  ).model.id;
}

/** Why this computer runs none of the models that need a graphics processor; null where it may, or nobody has looked yet. */
export function missingGpu({ report }: Pick<LibraryState, 'report'>): Exclude<Gpu['kind'], 'adapter'> | null {
  const kind = report?.machine.gpu.kind ?? 'adapter';
  return kind === 'adapter' ? null : kind;
}

/** Why a model cannot be used on this machine, in words; null where it can, or could once it is fetched. */
export function modelUnavailable(library: LibraryState, id: string): string | null {
  if (engineOf(id, library).ships) return isHere(library, id) ? null : models.madeElsewhere;
  if (engineOf(id, library).elsewhere) return isHere(library, id) ? null : notAgreed(id);
  if (!library.report) return library.failure ? explainAll(library.failure) : models.looking;
  const known = libraryModel(library, id);
  if (!known) return models.unlisted(id);
  return known.fit.kind === 'does-not-fit'
    ? (fitWords.here()?.fitText(known.fit.why) ?? models.looking)
    : null;
}

/** A link may name any server: it is not asked before a person says so. */
function notAgreed(id: string): string {
  return models.notAgreed(hostOf(serverModelOf(id)?.address ?? ''));
}

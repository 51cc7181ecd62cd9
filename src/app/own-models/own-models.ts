import { createStore } from 'zustand/vanilla';
import { ownModelId } from '#experiment/model-id.ts';
import { folderFiles, ownHandle, renamedManifest } from '#policy/model-files/model-folder.ts';
import { ModelFileError, type ModelFileFault } from '#policy/model-files/model-file-error.ts';
import { checkFolder, type ModelFolder } from '#policy/model-files/read-folder.ts';
import { type OwnModel, setOwnModels } from '#policy/own-models.ts';
import { recordsChanged } from '../records/changes.ts';
import { limitsWithin, type RecordLimits, toLetGo } from '../records/room.ts';
import { estimated } from '../records/run-records.ts';
import { parseCurve } from '../training/curve-file.ts';
import { listOwn, putOwn, removeOwn } from './database.ts';
import { aboutOwn, nameOfOwn } from './own-name.ts';
import { bytesOfOwn, type OwnOrigin, type OwnRecord } from './own-record.ts';

/** What is said about the last thing that was done. */
export type OwnSaid =
  | { readonly kind: 'reading' }
  | ({ readonly kind: 'kept' } & KeptModel)
  | { readonly kind: 'removed'; readonly record: OwnRecord }
  | { readonly kind: 'fault'; readonly fault: ModelFileFault };

export interface KeptModel {
  readonly id: string;
  /** It outlives the tab. */
  readonly stays: boolean;
  /** The names of those that had to go for it, the oldest first. */
  readonly letGo: readonly string[];
}

export interface OwnState {
  /** The newest first. */
  readonly records: readonly OwnRecord[];
  /** Those that end with this tab, as the browser keeps nothing, or has no room. */
  readonly passing: ReadonlySet<string>;
  readonly said: OwnSaid | null;
}

/** Beyond these the oldest go. What a browser lets a site store is mostly more; what is less makes this less. */
export const ownLimits: RecordLimits = { bytes: 300_000_000, count: 100 };

/** The models of a person's own, as this tab knows them. */
export const ownState = createStore<OwnState>(() => ({ records: [], passing: new Set(), said: null }));

export const sayOfOwn = (said: OwnSaid | null): void => ownState.setState({ said });

/** Those that are not kept, by id. */
let passing: ReadonlyMap<string, OwnRecord> = new Map();

/** Reads what is kept, and makes it known to this page and its workers. */
export async function lookAtOwn(): Promise<void> {
  const kept = await listOwn().catch(() => []);
  const others = [...passing.values()].filter(({ id }) => kept.every((one) => one.id !== id));
  ownState.setState({
    records: [...others, ...kept].sort((a, b) => b.made - a.made),
    passing: new Set(others.map(({ id }) => id)),
  });
  publishOwn();
}

/** The same again, as in another language. */
export function publishOwn(): void {
  setOwnModels(ownState.getState().records.flatMap((record) => atHand(record) ?? []));
}

/** Null for one that is none, whatever wrote it. */
function atHand(record: OwnRecord): OwnModel | null {
  const { id, weights, curve } = record;
  try {
    const name = nameOfOwn(record);
    const manifest = renamedManifest(manifestOf(record), { id, name });
    return {
      model: ownHandle(manifest, { bytes: bytesOfOwn(record), curve: curve !== undefined }),
      about: aboutOwn(record),
      files: {
        [folderFiles.manifest]: new Blob([manifest]),
        [folderFiles.weights]: weights,
        ...(curve === undefined ? {} : { [folderFiles.curve]: new Blob([curve]) }),
      },
    };
  } catch {
    return null;
  }
}

const manifestOf = ({ manifest }: Pick<OwnRecord, 'manifest'>): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(manifest);

/**
 * Keeps a model in this browser, and has it at hand: it is listed, opens in every worker, and is named by its id in links. Where the browser
 * keeps nothing, it lives until the tab closes. One that is there already keeps its name. Rejects with ModelFileError where the files are
 * no model.
 *
 * @param inUse a model that is not let go for it.
 */
export async function keepOwnModel(
  folder: ModelFolder,
  origin: OwnOrigin,
  inUse: string | null = null,
): Promise<KeptModel> {
  if (folder.curve !== undefined && !parseCurve(folder.curve)) throw new ModelFileError({ kind: 'curve' });
  const { manifest } = await checkFolder(folder);
  const id = ownModelId(manifest.files.weights.sha256);
  const before = ownState.getState().records.find((record) => record.id === id);
  const { weights, manifest: text, ...texts } = folder;
  const record: OwnRecord = {
    ...texts,
    id,
    made: Date.now(),
    given: before?.given ?? null,
    origin,
    manifest: new TextDecoder().decode(text),
    weights: new Blob([weights]),
  };
  const stays = await stored(record);
  const letGo = stays ? await makeRoom(new Set([id, inUse ?? id])) : [];
  await lookAtOwn();
  return { id, stays, letGo: letGo.map(nameOfOwn) };
}

/** Whether it is kept. */
async function stored(record: OwnRecord): Promise<boolean> {
  try {
    await putOwn(record);
    passing = new Map([...passing].filter(([id]) => id !== record.id));
    askToKeep();
    recordsChanged('models');
    return true;
  } catch {
    passing = new Map([...passing, [record.id, record]]);
    return false;
  }
}

/** A browser that runs out of room takes first what nobody asked it to keep. */
function askToKeep(): void {
  if ('navigator' in globalThis) navigator.storage?.persist?.().catch(() => undefined);
}

async function makeRoom(untouched: ReadonlySet<string>): Promise<readonly OwnRecord[]> {
  const kept = await listOwn();
  const taken = kept.map((one) => ({
    id: one.id,
    bytes: bytesOfOwn(one),
    changed: one.made,
    pinned: false,
  }));
  const ours = taken.reduce((sum, { bytes }) => sum + bytes, 0);
  const gone = toLetGo(taken, limitsWithin(await estimated(), ours, ownLimits), untouched);
  if (gone.length > 0) await removeOwn(gone);
  return gone.flatMap((id) => kept.find((one) => one.id === id) ?? []);
}

/** Calls a model otherwise. */
export async function renameOwn(id: string, given: string): Promise<void> {
  const record = ownState.getState().records.find((one) => one.id === id);
  if (!record) return;
  await stored({ ...record, given });
  await lookAtOwn();
}

/** Removes a model. What is said then brings it back. */
export async function removeOwnModel(id: string): Promise<void> {
  const found = ownState.getState().records.find((one) => one.id === id);
  if (!found) return;
  // The bytes themselves: what a browser hands out of a database may end with what is kept there.
  const record = { ...found, weights: new Blob([await found.weights.arrayBuffer()]) };
  passing = new Map([...passing].filter(([other]) => other !== id));
  await removeOwn([id]).catch(() => undefined);
  recordsChanged('models');
  sayOfOwn({ kind: 'removed', record });
  await lookAtOwn();
}

export async function bringBackOwn(record: OwnRecord): Promise<void> {
  await stored(record);
  sayOfOwn(null);
  await lookAtOwn();
}

/** A model's folder as it came, under the name that it has here. */
export async function folderOfOwn(record: OwnRecord): Promise<ModelFolder> {
  const manifest = manifestOf(record);
  const name = nameOfOwn(record);
  const { curve, card } = record;
  return {
    manifest: renamedManifest(manifest, { name }),
    weights: new Uint8Array(await record.weights.arrayBuffer()),
    ...(curve === undefined ? {} : { curve }),
    ...(card === undefined ? {} : { card }),
  };
}

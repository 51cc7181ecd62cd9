import type { LanguageModel } from '#policy/language-model.ts';
import type { EmbeddedModel, RemoteModel } from '#policy/model-handle.ts';
import { embeddedModel, embeddedModels } from '#policy/models.ts';
import { remoteModel } from '#policy/remote/remote-model.ts';
import {
  hostOf,
  keyTravelsOpenly,
  readAddress,
  serverModelId,
  serverModelOf,
} from '#policy/remote/server-model.ts';
import { mostConcurrency, usualConcurrency } from '#policy/remote/server.ts';
import type { ListedModel, ServerAbilities, ServerAccess } from '#policy/remote/server.ts';
import { cli } from '#words/en/cli.ts';
import { serverCommandWords } from '#words/en/server-commands.ts';
import { type Flags, numberFlag } from './flags.ts';
import { openForCli } from './open.ts';
import { serversInNode } from './servers.ts';
import { UsageError } from './usage-error.ts';

/** The models that a command can open: those that ship, and those of the one server that it was told of. */
export interface ModelsAtHand {
  /** Runs at once on the server; null where none was named. */
  readonly concurrency: number | null;
  /** The id of what `--model` says. Rejects with UsageError. */
  readonly idOf: (model: string | undefined) => Promise<string | undefined>;
  /** Looks at the models of the server among these. Rejects with UsageError, or as servers do. */
  readonly look: (ids: readonly string[]) => Promise<void>;
  /** What is known of it; null where it cannot be opened here. */
  readonly find: (id: string) => EmbeddedModel | RemoteModel | null;
  /** Another copy: what it spends is counted by itself. */
  readonly open: (id: string) => Promise<LanguageModel>;
}

/** @param signal Ctrl+C. Throws UsageError. */
export function modelsAtHand(flags: Flags, signal: AbortSignal): ModelsAtHand {
  const access = accessOf(flags);
  const servers = serversInNode();
  const found = new Map<string, ServerAbilities>();
  let list: Promise<readonly ListedModel[]> | null = null;

  const find = (id: string) => {
    const abilities = found.get(id);
    return embeddedModel(id) ?? (abilities ? remoteModel(id, abilities) : undefined) ?? null;
  };

  return {
    concurrency: access?.concurrency ?? null,
    async idOf(model) {
      if (!access) return model;
      list ??= servers.listModels(access, signal);
      const names = (await list).map(({ name }) => name);
      const [only, ...others] = names;
      const name = model ?? (others.length === 0 ? only : undefined);
      if (name === undefined)
        throw new UsageError(
          serverCommandWords.whichModel({ host: hostOf(access.address), models: names.join(', ') }),
        );
      const id = serverModelId({ address: access.address, name });
      if (id === null) throw new UsageError(cli.models.none({ model: name, models: names.join(', ') }));
      return id;
    },
    async look(ids) {
      for (const id of new Set(ids)) {
        const named = serverModelOf(id);
        if (!named || found.has(id)) continue;
        // A link or a file may name any server: it is asked only where the person names it too.
        if (named.address !== access?.address)
          throw new UsageError(serverCommandWords.notAgreed(named.address));
        found.set(id, await servers.probe(access, named.name, signal));
      }
    },
    find,
    async open(id) {
      const handle = find(id);
      if (!handle)
        throw new UsageError(
          cli.models.none({ model: id, models: embeddedModels.map((one) => one.id).join(', ') }),
        );
      return handle.engine === 'embedded' || !access || !handle.found
        ? openForCli(id)
        : servers.openRemote(access, handle.server, handle.found);
    },
  };
}

/** The server that flags name; null where they name none. The key comes from the environment, as others see what was typed. */
function accessOf(flags: Flags): ServerAccess | null {
  const { server, 'key-env': keyName, 'server-concurrency': concurrency } = flags;
  const beside = keyName !== undefined ? 'key-env' : 'server-concurrency';
  if (server === undefined) {
    if (keyName !== undefined || concurrency !== undefined)
      throw new UsageError(serverCommandWords.needsServer(beside));
    return null;
  }
  const address = readAddress(server);
  if (address === null) throw new UsageError(serverCommandWords.noAddress(server));
  const open = keyTravelsOpenly(address);
  // One that nobody named is not sent where others can read it on the way.
  const name = keyName ?? (open ? undefined : 'OPENAI_API_KEY');
  const key = name === undefined ? undefined : process.env[name];
  if (keyName !== undefined && key === undefined) throw new UsageError(serverCommandWords.noKey(keyName));
  if (open && key !== undefined) console.error(serverCommandWords.openKey(hostOf(address)));
  return {
    address,
    key: key ?? null,
    concurrency:
      numberFlag('--server-concurrency', concurrency, { min: 1, max: mostConcurrency, whole: true }) ??
      usualConcurrency,
  };
}

/** The models that ship, and no others. */
export const shippedAtHand = (): ModelsAtHand => modelsAtHand({}, new AbortController().signal);

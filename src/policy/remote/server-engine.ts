import type { LanguageModel } from '../language-model.ts';
import { listOf } from './list-models.ts';
import { probeModel } from './probe.ts';
import { RemoteLanguageModel } from './remote-language-model.ts';
import { type RemoteModel, remoteModel } from './remote-model.ts';
import {
  type NetworkAround,
  ServerConnection,
  type ServerPatience,
  usualPatience,
} from './server-connection.ts';
import type { ListedModel, ServerAbilities, ServerAccess } from './server.ts';
import type { ServerModel } from './server-model.ts';
import { ServerTemplate } from './template.ts';

/** What can be done with servers. All of it rejects with PolicyError `server-failed`, or with AbortError. */
export interface ServerEngine {
  /** The model of a server that an id names; undefined for any other id. */
  modelOf(id: string): RemoteModel | undefined;
  /** The models that a server lists. */
  listModels(access: ServerAccess, signal: AbortSignal): Promise<readonly ListedModel[]>;
  /** What a model on it can do. */
  probe(access: ServerAccess, model: string, signal: AbortSignal): Promise<ServerAbilities>;
  /** A model of it; one for each run that is to count what it spends alone. Nothing is sent before it is used. */
  openRemote(access: ServerAccess, model: ServerModel, found: ServerAbilities): LanguageModel;
}

/** Whoever looks at a server waits for it to say so. */
const impatient = { first: 60_000, tries: 2 } as const;

/** @param patience of runs. */
export function serverEngine(
  around: NetworkAround,
  now: () => number,
  patience: ServerPatience = usualPatience,
): ServerEngine {
  /** All models of a server share its limit of requests, and what is known of its templates. */
  let connections: readonly ServerConnection[] = [];
  const templates = new WeakMap<ServerConnection, Map<string, ServerTemplate>>();

  function connectionTo(access: ServerAccess): ServerConnection {
    const known = connections.find(({ access: one }) => sameAccess(one, access));
    if (known) return known;
    const connection = new ServerConnection(access, around, patience);
    connections = [...connections.filter(({ access: one }) => one.address !== access.address), connection];
    return connection;
  }

  function templateOf(
    server: ServerConnection,
    model: string,
    way: NonNullable<ServerAbilities['template']>,
  ): ServerTemplate {
    const known = templates.get(server) ?? new Map<string, ServerTemplate>();
    templates.set(server, known);
    const template = known.get(model) ?? new ServerTemplate(server, model, way);
    known.set(model, template);
    return template;
  }

  const looking = (access: ServerAccess) =>
    new ServerConnection(access, around, {
      ...patience,
      first: Math.min(patience.first, impatient.first),
      tries: impatient.tries,
    });

  return {
    modelOf: remoteModel,
    listModels: (access, signal) => listOf(looking(access), signal),
    probe: (access, model, signal) => probeModel(looking(access), model, signal),
    openRemote(access, model, found) {
      const server = connectionTo(access);
      const template = found.template && templateOf(server, model.name, found.template);
      return new RemoteLanguageModel({ server, model, found, template, now });
    },
  };
}

const sameAccess = (a: ServerAccess, b: ServerAccess): boolean =>
  a.address === b.address && a.key === b.key && a.concurrency === b.concurrency;

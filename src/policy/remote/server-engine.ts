import type { LanguageModel } from '../language-model.ts';
import { PolicyError } from '../policy-error.ts';
import { listOf } from './list-models.ts';
import {
  type NetworkAround,
  ServerConnection,
  type ServerPatience,
  usualPatience,
} from './server-connection.ts';
import type { ListedModel, ServerAbilities, ServerAccess } from './server.ts';
import { type ServerModel, serverModelId } from './server-model.ts';

/** What can be done with servers. All of it rejects with PolicyError `server-failed`, or with AbortError. */
export interface ServerEngine {
  /** The models that a server lists. */
  listModels(access: ServerAccess, signal: AbortSignal): Promise<readonly ListedModel[]>;
  /** What a model on it can do. */
  probe(access: ServerAccess, model: string, signal: AbortSignal): Promise<ServerAbilities>;
  /** A model of it; one for each run that is to count what it spends alone. Nothing is sent before it is used. */
  openRemote(access: ServerAccess, model: ServerModel, found: ServerAbilities): LanguageModel;
}

/** Whoever looks at a server waits for it to say so. */
const impatient: ServerPatience = { ...usualPatience, first: 30_000, tries: 2 };

/** @param patience of runs. */
export function serverEngine(around: NetworkAround, patience: ServerPatience = usualPatience): ServerEngine {
  return {
    listModels: (access, signal) => listOf(new ServerConnection(access, around, impatient), signal),
    probe: (access, model) => Promise.reject(notYet(access, model)),
    openRemote(access, { name }) {
      throw notYet(new ServerConnection(access, around, patience).access, name);
    },
  };
}

function notYet({ address }: ServerAccess, name: string): PolicyError {
  const id = serverModelId({ address, name }) ?? name;
  return new PolicyError({ code: 'model-not-found', why: { kind: 'unlisted', model: id.slice(0, 200) } });
}

import type { ModelAbilities } from '#experiment/abilities.ts';
import { families } from '#experiment/families.ts';
import type { EngineModel } from '#policy/engine-model.ts';
import { hostOf, type ServerModel, serverModelOf } from './server-model.ts';
import { goesOnFrom, type ServerAbilities } from './server.ts';

/** A model on a server. Its id names both; `found` is null until it was looked at. */
export interface RemoteModel extends EngineModel<'remote'> {
  readonly server: ServerModel;
  readonly found: ServerAbilities | null;
}

/** What is known of a server's model from its id and from what was found; undefined for any other id. */
export function remoteModel(id: string, found: ServerAbilities | null = null): RemoteModel | undefined {
  const server = serverModelOf(id);
  return (
    (server && {
      ...remoteAbilities(found),
      engine: 'remote',
      id,
      name: nameOf(server),
      parameters: null,
      downloadBytes: null,
      server,
      found,
    }) ??
    undefined
  );
}

/** What can be asked of it. Before it was looked at, all that words can ask. */
export function remoteAbilities(found: ServerAbilities | null): ModelAbilities {
  return {
    families: found?.trained?.families ?? families,
    capabilities: {
      valueHead: false,
      fewShot: !found?.trained,
      instructions: !found?.trained,
      ...found?.trained?.capabilities,
      ...(found && !goesOnFrom(found) ? { goesOn: false } : {}),
      ...(found && !found.scores ? { scores: false } : {}),
    },
    ...(found && found.thinking === null ? { thinks: false } : {}),
  };
}

/** As a person reads it: the last part of its name, and where it runs. */
const nameOf = ({ address, name }: ServerModel): string =>
  `${name.split('/').at(-1) ?? name} (${hostOf(address)})`;

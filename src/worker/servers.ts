import type { AgreedServer, ListedModel, ServerAbilities, ServerAccess } from '#policy/remote/server.ts';

// The page reaches servers through the worker: their types too.
export type {
  AgreedServer,
  KnownServer,
  ListedModel,
  ServerAbilities,
  ServerAccess,
} from '#policy/remote/server.ts';

/**
 * Servers of models, from the page. Nothing is sent but to the address that a call names, and by runs to servers that were agreed
 * to. All methods reject with PolicyError `server-failed`, or with AbortError once their signal is aborted.
 */
export interface Servers {
  /** The servers that may be asked, all of them, with their keys; a model of any other is not opened. */
  agree(servers: readonly AgreedServer[]): void;
  /** The models that a server lists. */
  list(access: ServerAccess, signal: AbortSignal): Promise<readonly ListedModel[]>;
  /** What a model on it can do: about ten small requests. */
  probe(access: ServerAccess, model: string, signal: AbortSignal): Promise<ServerAbilities>;
}

/** What a worker is called for about servers. */
export type ServerCalls = {
  readonly agree: {
    readonly args: { readonly servers: readonly AgreedServer[] };
    readonly item: never;
    readonly result: void;
  };
  readonly listServer: {
    readonly args: { readonly access: ServerAccess };
    readonly item: never;
    readonly result: readonly ListedModel[];
  };
  readonly probeServer: {
    readonly args: { readonly access: ServerAccess; readonly model: string };
    readonly item: never;
    readonly result: ServerAbilities;
  };
};

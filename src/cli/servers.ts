import { setTimeout as timer } from 'node:timers/promises';
import { serverEngine, type ServerEngine } from '#policy/remote/server-engine.ts';
import { type ServerPatience, usualPatience } from '#policy/remote/server-connection.ts';

/** Servers of models as the command line asks them. */
export function serversInNode(patience: ServerPatience = usualPatience): ServerEngine {
  return serverEngine(
    {
      fetch: (...ask) => fetch(...ask),
      sleep: async (milliseconds, signal) => {
        await timer(milliseconds, undefined, { signal });
      },
      secure: false,
    },
    () => performance.now() / 1000,
    patience,
  );
}

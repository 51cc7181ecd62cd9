import { once } from 'node:events';
import { setTimeout as timer } from 'node:timers/promises';
import { embeddedModels } from '#policy/models.ts';
import { cli } from '#words/en/cli.ts';
import { serve } from '#words/en/serve.ts';
import { type Flags, numberFlag } from './flags.ts';
import { interrupted } from './open.ts';
import { choosingFaults } from './serve/fault-choice.ts';
import { faultKinds, readFault, type ServerFault } from './serve/faults.ts';
import { createRoutes } from './serve/routes.ts';
import { embeddedToServe } from './serve/served-models.ts';
import { createApiServer } from './serve/server.ts';
import { UsageError } from './usage-error.ts';

/** Serves the embedded models on this machine alone until it is interrupted. Throws UsageError. */
export async function serveCommand(flags: Flags): Promise<void> {
  const port = numberFlag('--port', flags.port, { min: 0, max: 65535, whole: true }) ?? 8331;
  const routes = createRoutes(embeddedToServe(modelsToServe(flags.model)), Math.floor(Date.now() / 1000));
  const handler = choosingFaults(routes, faultsOf(flags.faults), async (seconds, signal) => {
    await timer(seconds * 1000, undefined, { signal });
  });
  const server = createApiServer(handler, flags['allow-origin'] ?? '*');
  const stop = interrupted();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new UsageError(serve.portTaken({ port, why: cause.message }));
  }
  const address = server.address();
  if (typeof address === 'object' && address !== null)
    console.log(serve.listening(`http://127.0.0.1:${address.port}/v1`));
  if (!stop.aborted) await once(stop, 'abort');
  server.close();
  server.closeAllConnections();
}

/** Those named, separated by commas; else all that answer. Throws UsageError. */
function modelsToServe(named: string | undefined): readonly string[] {
  const ids = embeddedModels.filter(({ verifier }) => !verifier).map(({ id }) => id);
  if (named === undefined) return ids;
  const wanted = named.split(',').map((id) => id.trim());
  const unknown = wanted.find((id) => !ids.includes(id));
  if (unknown !== undefined)
    throw new UsageError(cli.models.none({ model: unknown, models: ids.join(', ') }));
  return wanted;
}

function faultsOf(named = ''): readonly ServerFault[] {
  return named
    .split(',')
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const fault = readFault(text);
      if (!fault) throw new UsageError(serve.noFault({ fault: text.trim(), faults: faultKinds.join(', ') }));
      return fault;
    });
}

import { once } from 'node:events';
import { type Telling, tellingModel } from '#policy/webllm/testing/telling-model.ts';
import type { ApiHandler } from '../api.ts';
import { jsonReply } from '../api.ts';
import { createRoutes } from '../routes.ts';
import { createApiServer } from '../server.ts';

/** A server of one model that follows instructions, and says what it is told to. */
export interface TellingServer {
  /** Of the interface. */
  readonly address: string;
  close(): void;
}

/** @param without paths that are not there: `/v1/completions`, say. */
export async function startTellingServer(
  telling: Telling,
  without: readonly string[] = [],
): Promise<TellingServer> {
  const model = tellingModel(telling);
  const routes = createRoutes(
    { ids: ['telling'], factsOf: async () => ({ max_model_len: 4096 }), open: async () => model },
    0,
  );
  return startHandler(async (request) =>
    without.includes(request.path) ? jsonReply({ error: { message: 'no such path' } }, 404) : routes(request),
  );
}

/** Any handler behind HTTP, on a free port of this machine. */
export async function startHandler(handler: ApiHandler): Promise<TellingServer> {
  const server = createApiServer(handler, '*');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}/v1`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

import { once } from 'node:events';
import { setTimeout as timer } from 'node:timers/promises';
import type { LanguageModel } from '#policy/language-model.ts';
import { openForCli } from '../../open.ts';
import { choosingFaults } from '../fault-choice.ts';
import type { ServerFault, Wait } from '../faults.ts';
import { createRoutes } from '../routes.ts';
import { embeddedToServe } from '../served-models.ts';
import { createApiServer } from '../server.ts';

/** A server in this process, on a free port, and the models that it answers with. */
export interface TestServer {
  readonly url: string;
  readonly models: ReadonlyMap<string, LanguageModel>;
  post(path: string, body: unknown, init?: RequestInit): Promise<Response>;
  /** The next so many requests wait for each other before they are answered. */
  together(requests: number): void;
  close(): void;
}

export async function startTestServer(
  ids: readonly string[],
  faults: readonly ServerFault[] = [],
  wait: Wait = async (seconds, signal) => {
    await timer(seconds * 1000, undefined, { signal });
  },
  allowOrigin = '*',
): Promise<TestServer> {
  const models = new Map(await Promise.all(ids.map(async (id) => [id, await openForCli(id)] as const)));
  let missing = 0;
  const waiting: (() => void)[] = [];
  const open = async (id: string) => {
    if (missing > 0) {
      missing -= 1;
      if (missing > 0) await new Promise<void>((resolve) => waiting.push(resolve));
      else for (const goOn of waiting.splice(0)) goOn();
    }
    return models.get(id)!;
  };
  const routes = createRoutes({ ...embeddedToServe(ids), open }, 0);
  const server = createApiServer(choosingFaults(routes, faults, wait), allowOrigin);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    models,
    post: (path, body, init) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...init,
        headers: { 'content-type': 'application/json', ...init?.headers },
      }),
    together: (requests) => {
      missing = requests;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The JSON of each event of a stream, which has to end as streams do. */
export function streamEvents(text: string): readonly unknown[] {
  const events = text.split('\n\n');
  if (events.pop() !== '' || events.pop() !== 'data: [DONE]') throw new Error(`no end: ${text.slice(-200)}`);
  return events.map((event): unknown => JSON.parse(event.replace(/^data: /, '')));
}

import { createReadStream, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export interface FolderServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** Holds back files of these names until the returned function is called. */
  hold(names: RegExp): () => void;
  close(): Promise<void>;
}

/**
 * Serves the files of a model folder to a page of any origin, as a public model host does: by Hugging Face's addresses
 * (`resolve/main/FILE`) as well as by their names.
 */
export async function serveFolder(folder: string): Promise<FolderServer> {
  let held: { readonly names: RegExp; readonly released: Promise<void> } | null = null;
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const wait = held?.names.test(url) ? held.released : Promise.resolve();
    void wait.then(() => answer(request.method === 'HEAD', url, response));
  });

  function answer(headOnly: boolean, url: string, response: ServerResponse): void {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname).replace('/resolve/main/', '/');
    const file = path.join(folder, path.normalize(name));
    const stats = statSync(file, { throwIfNoEntry: false });
    const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
    if (!stats?.isFile()) return void response.writeHead(404, headers).end();
    response.writeHead(200, {
      ...headers,
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'content-length': stats.size,
    });
    if (headOnly) response.end();
    else createReadStream(file).pipe(response);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    hold(names) {
      let release = (): void => {};
      held = { names, released: new Promise((resolve) => (release = resolve)) };
      return () => {
        held = null;
        release();
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const types: Readonly<Record<string, string>> = { '.json': 'application/json', '.wasm': 'application/wasm' };

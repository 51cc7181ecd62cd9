import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server may do instead of answering well. */
export type Mischief =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The connection breaks after so many bytes. */
  | { readonly kind: 'break'; readonly after: number }
  /** The body ends well after so many bytes, and nothing says that it should not. */
  | { readonly kind: 'cut'; readonly after: number }
  /** So many bytes, then nothing until `release` resolves. */
  | { readonly kind: 'hold'; readonly after: number; readonly release: Promise<void> }
  /** The page of an application where there is no file. */
  | { readonly kind: 'page' };

export interface ModelHost {
  /** Address of its root, with a slash at the end. */
  readonly address: string;
  /** `GET /tensor-cache.json`, in order. */
  readonly requests: string[];
  readonly files: Map<string, Uint8Array>;
  /** The next requests for a file get these, one each; then it is served well. HEAD requests are always served well. */
  misbehave(path: string, ...mischief: readonly Mischief[]): void;
  close(): Promise<void>;
}

/** A real HTTP server with the files of a model, any page may read them. */
export async function startModelHost(content: ReadonlyMap<string, Uint8Array>): Promise<ModelHost> {
  const files = new Map(content);
  const requests: string[] = [];
  const planned = new Map<string, Mischief[]>();
  const server = createServer(({ method, url }, response) => {
    const path = new URL(url ?? '/', 'http://host').pathname;
    requests.push(`${method} ${path}`);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'no-store');
    const file = files.get(path);
    const mischief = method === 'HEAD' ? undefined : planned.get(path)?.shift();
    if (mischief) return misbehave(response, mischief, file ?? new Uint8Array());
    if (!file) return void response.writeHead(404).end();
    response
      .writeHead(200, { 'content-length': file.byteLength, 'content-type': 'application/octet-stream' })
      .end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    files,
    misbehave: (path, ...mischief) => void planned.set(path, [...mischief]),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function misbehave(response: ServerResponse, mischief: Mischief, file: Uint8Array): void {
  switch (mischief.kind) {
    case 'status':
      return void response.writeHead(mischief.status, mischief.headers).end();
    case 'break':
      response.writeHead(200, { 'content-length': file.byteLength });
      return void response.write(file.subarray(0, mischief.after), () => response.destroy());
    case 'cut':
      return void response.writeHead(200).end(file.subarray(0, mischief.after));
    case 'hold':
      response.writeHead(200, { 'content-length': file.byteLength });
      response.write(file.subarray(0, mischief.after));
      return void mischief.release.then(() => response.end(file.subarray(mischief.after)));
    case 'page':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
  }
}

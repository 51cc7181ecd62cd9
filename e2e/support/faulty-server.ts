import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { lookEvery } from '#worker/watch.ts';

/** `page`: the page itself instead of the file, as servers of single-page applications do. `never`: no answer. `cut`: the connection breaks. */
export type Fault = 'missing' | 'page' | 'never' | 'cut';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const texts = ['.html', '.js', '.css'];
/** For the page and its workers: what is to come in a second comes sooner, and nothing else does. */
const sooner = `{ const later = globalThis.setTimeout; globalThis.setTimeout = (call, wait, ...rest) => later(call, wait === ${lookEvery} ? ${lookEvery * 0.3} : wait, ...rest); }`;

/** Serves the built page, and fails as it is told: requests of workers in workers too, which a page's routes do not see. */
export class FaultyServer {
  private readonly faults = new Map<RegExp, Fault>();
  private server: Server | null = null;
  private port = 0;
  private readonly awaited: { readonly pattern: RegExp; readonly resolve: () => void }[] = [];
  private hurried = false;
  private redeployed: { readonly missing: 'missing' | 'page' } | null = null;
  /** Files whose names change with what is in them; other languages stand in a folder, which keeps its name. */
  private readonly hashed = readdirSync('dist/assets', { withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.endsWith('.map'))
    .map(({ name }) => name);

  get address(): string {
    return `http://localhost:${this.port}/`;
  }

  async up(): Promise<void> {
    const server = createServer(({ url }, response) =>
      this.answer(new URL(url ?? '/', this.address).pathname, response),
    );
    await new Promise<void>((resolve) => void server.listen(this.port, resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = null;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => void (server ? server.close(() => resolve()) : resolve()));
  }

  fail(path: RegExp, fault: Fault): void {
    this.faults.set(path, fault);
  }

  mend(): void {
    this.faults.clear();
  }

  /** Another version of the page: its hashed files have other names, and those of before are gone. */
  redeploy(missing: 'missing' | 'page'): void {
    this.redeployed = { missing };
  }

  /** Pages from now on look three times as often whether something comes, so that silence is noticed three times as soon. */
  hurry(): void {
    this.hurried = true;
  }

  /** Resolves with the next request for such a file. */
  asked(pattern: RegExp): Promise<void> {
    return new Promise((resolve) => void this.awaited.push({ pattern, resolve }));
  }

  private answer(path: string, response: ServerResponse): void {
    for (const { pattern, resolve } of this.awaited) if (pattern.test(path)) resolve();
    const fault = [...this.faults].find(([pattern]) => pattern.test(path))?.[1] ?? this.gone(path);
    switch (fault) {
      case 'missing':
        return void response.writeHead(404).end();
      case 'page':
        return this.send('/index.html', response);
      case 'never':
        return;
      case 'cut':
        return void response.destroy();
      case undefined:
        return this.send(path === '/' ? '/index.html' : path.replace('/assets/next-', '/assets/'), response);
    }
  }

  private gone(path: string): Fault | undefined {
    return this.redeployed && path.startsWith('/assets/') && !path.startsWith('/assets/next-')
      ? this.redeployed.missing
      : undefined;
  }

  private send(path: string, response: ServerResponse): void {
    const type = extname(path);
    let body: Buffer | string;
    try {
      body = readFileSync(`dist${path}`);
    } catch {
      return void response.writeHead(404).end();
    }
    if (this.redeployed && texts.includes(type))
      body = this.hashed.reduce((text, name) => text.replaceAll(name, `next-${name}`), body.toString());
    if (this.redeployed && path === '/service-worker.js')
      body = body.toString().replace(/(index\.html`,revision:`)/, '$1next-');
    if (this.hurried && /worker/.test(path) && type === '.js') body = `${sooner}${body.toString()}`;
    if (this.hurried && type === '.html')
      body = body.toString().replace('<head>', `<head><script>${sooner}</script>`);
    response
      .writeHead(200, {
        'content-type': types[type] ?? 'application/octet-stream',
        'cache-control': 'no-store',
      })
      .end(body);
  }
}

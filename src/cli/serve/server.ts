import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { serve } from '#words/en/serve.ts';
import { type ApiHandler, ConnectionCut } from './api.ts';
import { ApiError, errorReply } from './errors.ts';

/** Bytes that a request may have. */
const longestBody = 4 * 1024 * 1024;

/** A page on another site can make its own name point here; no such name is answered to. */
const ownHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** HTTP around a handler. It listens nowhere yet. `allowOrigin`: the pages that may call it, `*` for all. */
export function createApiServer(handler: ApiHandler, allowOrigin: string): Server {
  return createServer((request, response) => {
    const abort = new AbortController();
    response.on('close', () => abort.abort());
    for (const [name, value] of corsHeaders(request, allowOrigin)) response.setHeader(name, value);
    answer(handler, allowOrigin, request, response, abort.signal).catch((error: unknown) => {
      if (!(error instanceof ConnectionCut) && !abort.signal.aborted) console.error(error);
      response.destroy();
    });
  });
}

async function answer(
  handler: ApiHandler,
  allowOrigin: string,
  request: IncomingMessage,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const { method = 'GET', headers } = request;
  if (method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  const fault = headers['x-fault'];
  const body = await readText(request);
  const refusal =
    refusalOf(headers, allowOrigin) ?? (body === null ? new ApiError(serve.tooLong, { status: 413 }) : null);
  const reply = refusal
    ? errorReply(refusal)
    : await handler({
        method,
        path: (request.url ?? '/').replace(/\?.*$/, ''),
        body: body ?? '',
        ...(typeof fault === 'string' ? { fault } : {}),
        signal,
      });
  response.writeHead(reply.status, {
    'content-type': reply.streams ? 'text/event-stream' : 'application/json',
    ...reply.headers,
  });
  for await (const chunk of reply.chunks) {
    if (signal.aborted) return;
    await written(response, chunk);
  }
  response.end();
}

/** Why whoever asks is not answered at all; null where they are. Programs other than browsers send no origin. */
function refusalOf({ host = '', origin }: IncomingMessage['headers'], allowOrigin: string): ApiError | null {
  const name = host.replace(/:\d+$/, '');
  if (!ownHosts.has(name)) return new ApiError(serve.otherHost(name), { status: 403, code: 'forbidden' });
  const allowed = origin === undefined || allowOrigin === '*' || origin === allowOrigin;
  return allowed ? null : new ApiError(serve.otherOrigin(origin), { status: 403, code: 'forbidden' });
}

/** Resolves when the chunk has left, so that no more is made than is read. Rejects with ConnectionCut where nobody reads any more. */
function written(response: ServerResponse, chunk: string): Promise<void> {
  return new Promise((resolve, reject) => {
    response.write(chunk, (cause) => (cause ? reject(new ConnectionCut('', { cause })) : resolve()));
  });
}

/** The body of a request; null where it is too long, the rest unread. */
async function readText(request: IncomingMessage): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request) {
    if (!(part instanceof Uint8Array)) continue;
    length += part.length;
    if (length <= longestBody) parts.push(part);
  }
  return length > longestBody ? null : Buffer.concat(parts).toString('utf8');
}

function corsHeaders(
  { headers }: IncomingMessage,
  allowOrigin: string,
): readonly (readonly [string, string])[] {
  const asked = headers['access-control-request-headers'];
  return [
    ['access-control-allow-origin', allowOrigin],
    ['access-control-allow-methods', listed('GET', 'POST', 'OPTIONS')],
    // A star would not stand for Authorization.
    ['access-control-allow-headers', asked ?? listed('authorization', 'content-type', 'x-fault')],
    ['access-control-expose-headers', 'retry-after'],
    ['access-control-max-age', '600'],
    // Chrome asks before a public page may call this machine.
    ['access-control-allow-private-network', 'true'],
    ['vary', 'access-control-request-headers'],
  ];
}

const listed = (...names: readonly string[]): string => names.join(', ');

/** A request as the routes see it: what has come over HTTP, without HTTP. */
export interface ApiRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly body: string;
  /** The header `x-fault`: what is to go wrong with this one. */
  readonly fault?: string;
  /** Aborted when whoever asked hangs up. */
  readonly signal: AbortSignal;
}

export interface ApiReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Server-sent events, one a chunk; else JSON. */
  readonly streams: boolean;
  /** Written as they come. One that throws `ConnectionCut` breaks the connection. */
  readonly chunks: Iterable<string> | AsyncIterable<string>;
}

export type ApiHandler = (request: ApiRequest) => Promise<ApiReply>;

/** The connection is to break here, in the middle of a reply. */
export class ConnectionCut extends Error {
  override readonly name = 'ConnectionCut';
}

export function jsonReply(value: unknown, status = 200, headers: ApiReply['headers'] = {}): ApiReply {
  return { status, headers, streams: false, chunks: [JSON.stringify(value)] };
}

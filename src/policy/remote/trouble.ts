import * as v from 'valibot';
import type { FailureOf } from '#run/failure.ts';
import { PolicyError } from '../policy-error.ts';
import { hostOf, isThisMachine } from './server-model.ts';
import type { ServerAccess } from './server.ts';

export type ServerTrouble = FailureOf<'server-failed'>['why'];

/** A failure of a server as a person meets it. */
export function serverFailed(address: string, why: ServerTrouble, cause?: unknown): PolicyError {
  return new PolicyError({ code: 'server-failed', host: hostOf(address), why }, { cause });
}

export const unreachable = (address: string): ServerTrouble => ({
  kind: 'unreachable',
  local: isThisMachine(address),
});

/** Worth another try. `after`: milliseconds that the server asked to wait. */
export class PassingTrouble extends Error {
  constructor(
    readonly why: (tries: number) => ServerTrouble,
    readonly after = 0,
    options?: ErrorOptions,
  ) {
    super('passing', options);
  }
}

/** What a reply that is no success says. */
export interface ErrorReply {
  readonly status: number;
  readonly body: string;
  /** Milliseconds. */
  readonly retryAfter: number;
}

/** An error reply as something to throw. */
export function troubleOf(
  access: ServerAccess,
  model: string | null,
  { status, body, retryAfter }: ErrorReply,
): Error {
  const said = withoutKey(messageIn(body), access.key);
  if (status === 429 || status === 503)
    return new PassingTrouble((tries) => ({ kind: 'busy', status, tries }), retryAfter);
  if (status === 408 || status === 425 || status >= 500)
    return new PassingTrouble((tries) => ({ kind: 'broken', status, detail: said, tries }), retryAfter);
  return serverFailed(access.address, troubleOfStatus(status, said, access, model));
}

function troubleOfStatus(
  status: number,
  detail: string,
  { key }: ServerAccess,
  model: string | null,
): ServerTrouble {
  if (status === 401) return { kind: 'no-key', sent: key !== null };
  if (status === 403) return { kind: 'forbidden', detail };
  if (status === 404 && model !== null && /model/i.test(detail)) return { kind: 'no-model', model };
  if (status === 404 || status === 405 || status < 400) return { kind: 'no-interface' };
  return { kind: 'refused', status, detail };
}

/** An error that a server sends in the middle of a stream; null where an event is none. */
export function errorEvent(event: unknown, { key }: ServerAccess): Error | null {
  const read = v.safeParse(errorSchema, event);
  if (!read.success) return null;
  const { error } = read.output;
  const code = typeof error === 'object' ? Number(error.code ?? error.status) : Number.NaN;
  const status = Number.isInteger(code) && code >= 400 && code < 600 ? code : 500;
  const detail = withoutKey(messageIn(JSON.stringify(event)), key);
  return new PassingTrouble((tries) => ({ kind: 'broken', status, detail, tries }));
}

const code = v.nullish(v.union([v.string(), v.number()]));
const errorSchema = v.object({ error: v.union([v.string(), v.object({ code, status: code })]) });

/** Characters of a server's own words that are shown. */
const mostSaid = 300;

const text = v.string();
const messageSchema = v.union([
  v.pipe(
    v.object({ error: v.object({ message: text }) }),
    v.transform(({ error }) => error.message),
  ),
  v.pipe(
    v.object({ error: text }),
    v.transform(({ error }) => error),
  ),
  v.pipe(
    v.object({ message: text }),
    v.transform(({ message }) => message),
  ),
  v.pipe(
    v.object({ detail: text }),
    v.transform(({ detail }) => detail),
  ),
]);

function messageIn(body: string): string {
  let found = body;
  try {
    const read = v.safeParse(messageSchema, JSON.parse(body));
    if (read.success) found = read.output;
  } catch {
    // no JSON: as it is
  }
  const line = found.replace(/\s+/g, ' ').trim();
  return line.length > mostSaid ? `${line.slice(0, mostSaid)}…` : line;
}

/** Some servers quote the key that they were sent. */
export function withoutKey(said: string, key: string | null): string {
  return key === null || key === '' ? said : said.replaceAll(key, '***');
}

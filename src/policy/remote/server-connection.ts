import { boundedText, chunksOf, TooBigError } from '#experiment/bounded-stream.ts';
import { abortError, whenAborted } from '../runtime/abort.ts';
import { randomStream } from '../runtime/random.ts';
import { PolicyError } from '../policy-error.ts';
import { eventData, StreamCut, StreamTooLong } from './event-stream.ts';
import { RequestPlaces } from './request-places.ts';
import {
  errorEvent,
  PassingTrouble,
  serverFailed,
  troubleOf,
  unreachable,
  type ServerTrouble,
} from './trouble.ts';
import type { ServerAccess } from './server.ts';
import { isThisMachine } from './server-model.ts';

/** What asking a server needs from around it. */
export interface NetworkAround {
  readonly fetch: typeof fetch;
  /** Resolves after so many milliseconds; rejects when aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Whether anything answers there at all, read or not: then it is the browser that keeps the answer back. Only a page can tell. */
  readonly answers?: (address: string) => Promise<boolean>;
  /** The page came over https, from which browsers ask no other machine over http. */
  readonly secure: boolean;
}

/** How long is waited, in milliseconds, and how often is tried. */
export interface ServerPatience {
  /** For the first sign of an answer: a server may have to load the model, or many requests before this one. */
  readonly first: number;
  /** For the next piece of it. */
  readonly between: number;
  readonly tries: number;
  /** Before the second try; doubled before each further one, with up to as much again by chance, so that many do not come back at once. */
  readonly wait: number;
  readonly longestWait: number;
}

export const usualPatience: ServerPatience = {
  first: 180_000,
  between: 60_000,
  tries: 6,
  wait: 500,
  longestWait: 60_000,
};

/** What was sent, counted for one model. */
export interface Sent {
  requests: number;
  /** Of these, the ones that repeated another. */
  retries: number;
}

export interface ServerRequest {
  /** Behind the address: `/completions`. One that begins with `!` stands beside the interface, at the server's root. */
  readonly path: string;
  /** Absent: a GET. */
  readonly body?: object;
  readonly model?: string;
}

/** Bytes of a reply that is no stream, and of an error. */
const mostReply = 8_000_000;
const mostError = 64_000;

/**
 * Asks one server: keeps to the limit of requests in flight, tries again what may pass, waits no longer than patience lasts. All
 * rejects with PolicyError `server-failed`, or with AbortError. What a server sends is bounded and parsed as JSON, and no more.
 */
export class ServerConnection {
  private readonly places: RequestPlaces;

  constructor(
    readonly access: ServerAccess,
    private readonly around: NetworkAround,
    private readonly patience: ServerPatience = usualPatience,
  ) {
    this.places = new RequestPlaces(access.concurrency);
  }

  /** One JSON value. */
  async json(request: ServerRequest, sent: Sent, signal: AbortSignal): Promise<unknown> {
    return this.trying(request, sent, signal, async (reply) => {
      const text = await reply.text(mostReply);
      return this.parsed(text);
    });
  }

  /**
   * The events of a stream. What breaks before the first is tried again; what breaks later throws `PassingTrouble`, as whoever asked
   * knows best how to go on.
   *
   * @param mostBytes of the whole stream: one that sends more has no end.
   */
  async *events(
    request: ServerRequest,
    sent: Sent,
    mostBytes: number,
    signal: AbortSignal,
  ): AsyncGenerator<unknown, void, undefined> {
    const own = new AbortController();
    const stopListening = whenAborted(signal, () => own.abort(abortError(signal)));
    const release = await this.places.take(signal);
    try {
      const { events, first } = await this.tried(request, sent, own.signal, async (reply) => {
        const stream = reply.isStream ? this.stream(reply, mostBytes) : this.single(reply);
        return { events: stream, first: await stream.next() };
      });
      for (let event = first; !event.done; event = await events.next()) yield event.value;
    } catch (error) {
      throw this.mapped(error, signal);
    } finally {
      stopListening();
      own.abort();
      release();
    }
  }

  private async *stream(reply: OpenReply, mostBytes: number): AsyncGenerator<unknown, void, undefined> {
    for await (const data of eventData(reply.chunks(), mostBytes)) {
      const event = this.parsed(data);
      const error = errorEvent(event, this.access);
      if (error) throw error;
      yield event;
    }
  }

  /** A server that does not stream sends all at once. */
  private async *single(reply: OpenReply): AsyncGenerator<unknown, void, undefined> {
    yield this.parsed(await reply.text(mostReply));
  }

  private async trying<T>(
    request: ServerRequest,
    sent: Sent,
    signal: AbortSignal,
    use: (reply: OpenReply) => Promise<T>,
  ): Promise<T> {
    const own = new AbortController();
    const stopListening = whenAborted(signal, () => own.abort(abortError(signal)));
    const release = await this.places.take(signal);
    try {
      return await this.tried(request, sent, own.signal, use);
    } catch (error) {
      throw this.mapped(error, signal);
    } finally {
      stopListening();
      own.abort();
      release();
    }
  }

  /** Tries until it goes well, or patience is over. */
  private async tried<T>(
    request: ServerRequest,
    sent: Sent,
    signal: AbortSignal,
    use: (reply: OpenReply) => Promise<T>,
  ): Promise<T> {
    const { tries, wait, longestWait } = this.patience;
    const chance = randomStream(sent.requests, tries);
    for (let attempt = 1; ; attempt++) {
      try {
        sent.requests += 1;
        if (attempt > 1) sent.retries += 1;
        return await use(await this.open(request, signal));
      } catch (error) {
        signal.throwIfAborted();
        const passing = asPassing(error);
        if (!passing) throw error;
        if (attempt >= tries) throw serverFailed(this.access.address, passing.why(attempt), error);
        const backOff = wait * 2 ** (attempt - 1) * (1 + chance.next());
        await this.around.sleep(Math.min(longestWait, Math.max(backOff, passing.after)), signal);
      }
    }
  }

  private async open({ path, body, model }: ServerRequest, signal: AbortSignal): Promise<OpenReply> {
    const { address, key } = this.access;
    if (this.around.secure && address.startsWith('http:') && !isThisMachine(address))
      throw serverFailed(address, { kind: 'insecure' });
    const url = path.startsWith('!') ? address.replace(/\/v1$/, '') + path.slice(1) : address + path;
    const asked = this.around.fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === null || key === '' ? {} : { authorization: `Bearer ${key}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A key and a prompt go to the address that was agreed to, and nowhere else.
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    });
    const response = await this.inTime(asked, this.patience.first).catch(async (error: unknown) => {
      if (signal.aborted || error instanceof PassingTrouble) throw error;
      if (await this.around.answers?.(`${address}/models`)) throw this.failed({ kind: 'not-allowed' }, error);
      throw new PassingTrouble(() => unreachable(address), 0, { cause: error });
    });
    const reply = new OpenReply(response, (work) => this.inTime(work, this.patience.between));
    if (response.ok) return reply;
    const said = await reply.text(mostError).catch(() => '');
    throw troubleOf(this.access, model ?? null, {
      status: response.status,
      body: said,
      retryAfter: milliseconds(response.headers.get('retry-after')),
    });
  }

  private async inTime<T>(work: Promise<T>, patience: number): Promise<T> {
    const done = new AbortController();
    const silence = this.around.sleep(patience, done.signal).then(
      () => {
        throw new PassingTrouble(() => ({ kind: 'silent', seconds: Math.round(patience / 1000) }));
      },
      () => new Promise<never>(() => undefined),
    );
    try {
      return await Promise.race([work, silence]);
    } finally {
      done.abort();
    }
  }

  private parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw this.malformed(text.slice(0, 80), cause);
    }
  }

  /** What came is not of the interface. */
  malformed(detail: string, cause?: unknown): PolicyError {
    return serverFailed(this.access.address, { kind: 'malformed', detail }, cause);
  }

  failed(why: ServerTrouble, cause?: unknown): PolicyError {
    return serverFailed(this.access.address, why, cause);
  }

  private mapped(error: unknown, signal: AbortSignal): unknown {
    if (signal.aborted) return abortError(signal);
    if (error instanceof StreamTooLong || error instanceof TooBigError)
      return this.failed({ kind: 'too-long' }, error);
    return asPassing(error) ?? error;
  }
}

/** What breaks on the way may pass; what was understood does not. */
function asPassing(error: unknown): PassingTrouble | null {
  if (error instanceof PassingTrouble) return error;
  if (error instanceof PolicyError || error instanceof StreamTooLong || error instanceof TooBigError)
    return null;
  // Broken connections are TypeErrors of fetch, or errors of the platform's own.
  return error instanceof StreamCut || error instanceof Error
    ? new PassingTrouble((tries) => ({ kind: 'broke-off', tries }), 0, { cause: error })
    : null;
}

/** A reply whose body has not been read. */
class OpenReply {
  readonly isStream: boolean;

  constructor(
    private readonly response: Response,
    private readonly inTime: <T>(work: Promise<T>) => Promise<T>,
  ) {
    this.isStream = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
  }

  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    if (!this.response.body) return;
    const chunks = chunksOf(this.response.body);
    try {
      for (let next = await this.inTime(chunks.next()); !next.done; next = await this.inTime(chunks.next()))
        yield next.value;
    } finally {
      // Not waited for: after a silence the server may never say more.
      void chunks.return().catch(() => undefined);
    }
  }

  text(mostBytes: number): Promise<string> {
    return boundedText(this.chunks(), mostBytes);
  }
}

/** `Retry-After`, in seconds or as a date. */
function milliseconds(header: string | null): number {
  if (header === null) return 0;
  const seconds = Number(header);
  return Math.max(0, Number.isFinite(seconds) ? seconds * 1000 : 0);
}

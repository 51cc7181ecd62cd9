import { fromFailure } from '#policy/policy-error.ts';
import { whenAborted } from '#policy/runtime/abort.ts';
import { AsyncQueue } from '#policy/runtime/async-queue.ts';
import type { Failure } from '#run/failure.ts';
import { type Later, Watch } from '../watch.ts';
import type { Calls, Reply, Request } from './protocol.ts';

/** The part of Worker and MessagePort that is used. */
export interface Port<Note = null> {
  postMessage(message: Request<Calls>): void;
  onmessage: ((event: MessageEvent<Reply<Note>>) => void) | null;
  onerror?: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** How a worker came to its end. `not-fetched`: its script did not come. `detail`: the browser's words, where there are any. */
export type Death =
  | { readonly kind: 'not-fetched' }
  | { readonly kind: 'crashed'; readonly detail: string | null }
  | { readonly kind: 'silent' }
  | { readonly kind: 'broken'; readonly failure: Failure };

export interface ConnectionParts<Note> {
  readonly port: Port<Note>;
  /** Looks at the worker without a word from it, after which it counts as silent: see watch.ts. */
  readonly patience: number;
  /** As long as nothing at all has come from it. As `patience` unless given. */
  readonly patienceAtFirst?: number;
  readonly later: Later;
  /** Called once, when the worker has been ended. Gives the error that all its calls end with. */
  readonly onDeath: (death: Death) => unknown;
  /** What the worker says with every answer. */
  readonly onNote?: (note: Note) => void;
}

export interface CallOptions<Item> {
  readonly signal?: AbortSignal;
  readonly onItems?: (items: readonly Item[]) => void;
}

interface Pending {
  readonly onItems: (items: readonly unknown[]) => void;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Calls into one worker. While something is called, the worker is asked for signs of life; one that dies or says nothing is
 * ended, and with it all its calls.
 */
export class Connection<C extends Calls, Note = null> {
  /** Whether anything has come from the worker. */
  heard = false;
  private readonly pending = new Map<number, Pending>();
  private readonly watch: Watch;
  private calls = 0;
  private ended: { readonly error: unknown } | null = null;

  constructor(private readonly parts: ConnectionParts<Note>) {
    const { port, patience, patienceAtFirst = patience, later } = parts;
    this.watch = new Watch({
      patience,
      patienceAtFirst,
      ask: () => port.postMessage({ type: 'ping' }),
      onSilence: () => this.die({ kind: 'silent' }),
      later,
    });
    port.onmessage = ({ data }) => this.receive(data);
    port.onerror = (event) => {
      event.preventDefault();
      // A script that could not be fetched ends in an event without a message, before anything was heard.
      const fetched = this.heard || Boolean(event.message);
      this.die(fetched ? { kind: 'crashed', detail: event.message || null } : { kind: 'not-fetched' });
    };
  }

  /**
   * Aborting asks the worker to stop; the call ends when it says that it has, so that whoever waits for a stuck worker knows.
   * Rejects with the signal's reason then, with the worker's error, or with the one that the connection ended with.
   */
  async call<Name extends keyof C & string>(
    name: Name,
    args: C[Name]['args'],
    { signal, onItems = () => undefined }: CallOptions<C[Name]['item']> = {},
  ): Promise<C[Name]['result']> {
    signal?.throwIfAborted();
    if (this.ended) throw await this.ended.error;
    const call = ++this.calls;
    const { port } = this.parts;
    let stopListening = (): void => {};
    try {
      return await new Promise<unknown>((resolve, reject) => {
        this.pending.set(call, { resolve, reject, signal, onItems });
        this.watch.start();
        port.postMessage({ type: 'call', call, name, args });
        if (signal)
          stopListening = whenAborted(signal, () => this.ended ?? port.postMessage({ type: 'cancel', call }));
      });
    } finally {
      stopListening();
    }
  }

  /** What is to be known before the next call; nothing comes back. */
  tell<Name extends keyof C & string>(name: Name, args: C[Name]['args']): void {
    if (!this.ended) this.parts.port.postMessage({ type: 'tell', call: 0, name, args });
  }

  /** The items of a call as they come, then its result. Who leaves early cancels it. */
  async *stream<Name extends keyof C & string>(
    name: Name,
    args: C[Name]['args'],
    signal: AbortSignal,
  ): AsyncGenerator<C[Name]['item'], C[Name]['result']> {
    signal.throwIfAborted();
    const queue = new AsyncQueue<C[Name]['item']>();
    const stop = new AbortController();
    const stopListening = whenAborted(signal, () => stop.abort(signal.reason));
    const result = this.call(name, args, {
      signal: stop.signal,
      onItems: (items) => {
        if (!signal.aborted) for (const item of items) queue.push(item);
      },
    });
    result.then(
      () => queue.end(),
      (error: unknown) => queue.fail(error),
    );
    try {
      yield* queue;
      signal.throwIfAborted();
      return await result;
    } finally {
      stopListening();
      stop.abort();
    }
  }

  /** Ends the worker; calls under way, and later ones, reject with this error. */
  close(error: unknown): void {
    if (this.ended) return;
    this.ended = { error };
    this.watch.stop();
    this.parts.port.terminate();
    const pending = [...this.pending.values()];
    this.pending.clear();
    void Promise.resolve(error).then((known) => pending.forEach(({ reject }) => reject(known)));
  }

  private die(death: Death): void {
    if (this.ended) return;
    let settle: (error: unknown) => void = () => undefined;
    this.close(new Promise((resolve) => (settle = resolve)));
    settle(this.parts.onDeath(death));
  }

  private receive(message: Reply<Note>): void {
    if (this.ended) return;
    this.heard = true;
    this.watch.heard();
    if (message.type === 'pong') return;
    if (message.type === 'broken') return this.die({ kind: 'broken', failure: message.failure });
    this.parts.onNote?.(message.note);
    const pending = this.pending.get(message.call);
    if (!pending) return;
    if (message.type === 'items') return pending.onItems(message.items);
    this.pending.delete(message.call);
    if (this.pending.size === 0) this.watch.stop();
    switch (message.type) {
      case 'done':
        return pending.resolve(message.result);
      case 'cancelled':
        return pending.reject(pending.signal?.reason);
      case 'failed':
        return pending.reject(fromFailure(message.failure));
    }
  }
}

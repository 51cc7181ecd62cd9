import { toFailure } from '#policy/policy-error.ts';
import { isAbort } from '../failures.ts';
import { Batcher } from './batcher.ts';
import type { Calls, Reply, Request } from './protocol.ts';

/** A call from the worker's side. */
export interface Call<Item> {
  /** Aborted once the caller does not want it any more. */
  readonly signal: AbortSignal;
  /** Sends an item, soon and with others. True where it was sent just now. */
  readonly emit: (item: Item) => boolean;
  /** Sends an item at once, with those before it. */
  readonly emitNow: (item: Item) => void;
}

export type Handlers<C extends Calls> = {
  readonly [Name in keyof C]: (
    args: C[Name]['args'],
    call: Call<C[Name]['item']>,
  ) => Promise<C[Name]['result']>;
};

export interface ServerParts<C extends Calls, Note> {
  readonly handlers: Handlers<C>;
  readonly send: (message: Reply<Note>) => void;
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** Milliseconds between messages of items of one call. */
  readonly flushEvery: number;
  /** Said with every answer, as it is then. */
  readonly note: () => Note;
}

export interface Server<C extends Calls> {
  readonly receive: (message: Request<C>) => void;
  /** Says that nothing will be answered any more. */
  readonly breakDown: (error: unknown) => void;
}

/** Answers calls in a worker. Errors cross as facts (`PolicyError`), bugs too; a call that was cancelled ends as such. */
export function serveCalls<C extends Calls, Note>({
  handlers,
  send,
  now,
  flushEvery,
  note,
}: ServerParts<C, Note>): Server<C> {
  const underWay = new Map<number, AbortController>();

  async function answer({
    call,
    name,
    args,
  }: Extract<Request<C>, { readonly name: string }>): Promise<Reply<Note>> {
    const abort = new AbortController();
    underWay.set(call, abort);
    const batch = new Batcher<unknown>(now, flushEvery, (items) =>
      send({ type: 'items', call, items, note: note() }),
    );
    try {
      const result = await handlers[name](args, {
        signal: abort.signal,
        emit: (item) => batch.add(item),
        emitNow: (item) => {
          if (!batch.add(item)) batch.flush();
        },
      });
      batch.flush();
      return { type: 'done', call, result, note: note() };
    } catch (error) {
      batch.flush();
      return isAbort(error) && abort.signal.aborted
        ? { type: 'cancelled', call, note: note() }
        : { type: 'failed', call, failure: toFailure(error), note: note() };
    } finally {
      underWay.delete(call);
    }
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'ping':
          return send({ type: 'pong' });
        case 'cancel':
          return underWay.get(message.call)?.abort();
        case 'tell':
          return void answer(message);
        case 'call':
          return void answer(message).then(send);
      }
    },
    breakDown(error) {
      send({ type: 'broken', failure: toFailure(error) });
    },
  };
}

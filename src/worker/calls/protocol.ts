import type { Failure } from '#run/failure.ts';

/**
 * What a worker can be called for, by name. `item`: what comes before the result, any number of times: progress, entries of
 * a log, tokens; `never` where nothing does. All of it crosses as structured clones.
 */
export type Calls<Names extends string = string> = Readonly<
  Record<Names, { readonly args: unknown; readonly item: unknown; readonly result: unknown }>
>;

/** To a worker. A call has a number; its answers carry the same. */
export type Request<C extends Calls> =
  | {
      readonly [Name in keyof C & string]: {
        /** `tell` is never answered. */
        readonly type: 'call' | 'tell';
        readonly call: number;
        readonly name: Name;
        readonly args: C[Name]['args'];
      };
    }[keyof C & string]
  /** The call is not wanted any more. Its answer still comes. */
  | { readonly type: 'cancel'; readonly call: number }
  /** Asks for a sign of life. */
  | { readonly type: 'ping' };

/** From a worker: any number of `items`, then one of `done`, `cancelled` and `failed`. `note` is what it says with every answer. */
export type Reply<Note = null> =
  | { readonly type: 'pong' }
  | { readonly type: 'items'; readonly call: number; readonly items: readonly unknown[]; readonly note: Note }
  | { readonly type: 'done'; readonly call: number; readonly result: unknown; readonly note: Note }
  | { readonly type: 'cancelled'; readonly call: number; readonly note: Note }
  | { readonly type: 'failed'; readonly call: number; readonly failure: Failure; readonly note: Note }
  /** It cannot go on: no call will be answered any more. */
  | { readonly type: 'broken'; readonly failure: Failure };

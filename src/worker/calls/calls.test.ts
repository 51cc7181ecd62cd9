import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { PolicyError } from '#policy/policy-error.ts';
import { later } from '../watch.ts';
import { Connection, type Port } from './client.ts';
import type { Reply, Request } from './protocol.ts';
import { serveCalls } from './server.ts';

type Counting = {
  readonly count: { readonly args: { readonly to: number }; readonly item: number; readonly result: string };
  readonly fail: { readonly args: null; readonly item: never; readonly result: void };
};

let close = () => {};
afterEach(() => close());

/** A real message channel between the two sides: what crosses it is cloned as between workers. */
function connect() {
  const { port1, port2 } = new MessageChannel();
  const stopped: number[] = [];
  const { receive } = serveCalls<Counting, number>({
    send: (message) => port2.postMessage(message),
    now: () => performance.now(),
    flushEvery: 5,
    note: () => stopped.length,
    handlers: {
      async count({ to }, { signal, emit }) {
        for (let number = 1; number <= to; number++) {
          if (signal.aborted) stopped.push(number);
          signal.throwIfAborted();
          emit(number);
          if (number % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        return `${to}`;
      },
      fail: () => Promise.reject(new PolicyError({ code: 'out-of-slots', slots: 4 })),
    },
  });
  port2.on('message', (message: Request<Counting>) => receive(message));
  const port: Port<number> = {
    postMessage: (message) => port1.postMessage(message),
    onmessage: null,
    terminate: () => port1.close(),
  };
  port1.on('message', (data: Reply<number>) => port.onmessage?.({ data } as MessageEvent<Reply<number>>));
  close = () => port1.close();
  const worker = new Connection<Counting, number>({
    port,
    patience: 100,
    later,
    onDeath: () => new Error('dead'),
  });
  return { worker, stopped };
}

const never = new AbortController().signal;

describe('a call', () => {
  it('gives its items in order, fewer messages than items, and then its result', async () => {
    const { worker } = connect();
    const items: number[] = [];
    let messages = 0;
    const result = await worker.call(
      'count',
      { to: 500 },
      {
        onItems: (more) => {
          messages += 1;
          items.push(...more);
        },
      },
    );
    expect(result).toBe('500');
    expect(items).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(messages).toBeLessThan(250);
  });

  it('fails with the facts of the error', async () => {
    const { worker } = connect();
    await expect(worker.call('fail', null)).rejects.toMatchObject({
      failure: { code: 'out-of-slots', slots: 4 },
    });
  });

  it('streams, and is cancelled by who leaves early', async () => {
    const { worker, stopped } = connect();
    for await (const number of worker.stream('count', { to: 1e6 }, never)) if (number > 20) break;
    await expect(worker.call('count', { to: 1 })).resolves.toBe('1');
    expect(stopped).toHaveLength(1);
  });

  it('ends with the error that the connection is closed with, and so do later ones', async () => {
    const { worker } = connect();
    const under = worker.call('count', { to: 1e6 });
    const failed = expect(under).rejects.toThrow('over');
    worker.close(new Error('over'));
    await failed;
    await expect(worker.call('count', { to: 1 })).rejects.toThrow('over');
  });
});

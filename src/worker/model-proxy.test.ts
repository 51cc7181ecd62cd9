import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { noUsage, type Usage } from '#run/events.ts';
import { valuesOf } from '#policy/model-parts.ts';
import { collect } from '#policy/testing/collect.ts';
import { scriptedModel } from '#policy/testing/scripted-model.ts';
import { hostModel } from './model-host.ts';
import type { Calls, Reply, Request } from './calls/protocol.ts';
import type { ModelCalls } from './model-calls.ts';
import { openModelProxy, type ModelPort } from './model-proxy.ts';
import { PolicyError } from '#policy/policy-error.ts';

const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

const emptyModule = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const parts = { id: 'scripted', files: new Map(), kernel: new WebAssembly.Module(emptyModule) };
const options = { n: 3, temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 50, seed: 1 };
const completions = ['one two </think> 3', 'four </think> 5'];

/** A real message channel between a proxy and a host: what crosses it is cloned as between workers. */
function connect(open: Parameters<typeof hostModel>[0]): ModelPort {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  const { receive } = hostModel(
    open,
    (message) => port2.postMessage(message),
    () => performance.now(),
  );
  port2.on('message', (message: Request<ModelCalls>) => receive(message));
  const side: ModelPort = {
    postMessage: (message) => port1.postMessage(message),
    onmessage: null,
    terminate: () => port1.close(),
  };
  port1.on('message', (data: Reply<Usage>) => side.onmessage?.({ data } as MessageEvent<Reply<Usage>>));
  return side;
}

const proxyOf = (port: ModelPort, onBroken = () => {}) =>
  openModelProxy({ port, open: { parts }, words: scriptedModel({ completions }), onBroken });

/** The other side says what the test says, and time passes when the test says. */
function byHand(signal?: AbortSignal) {
  const sent: Request<Calls>['type'][] = [];
  let due: (() => void) | null = null;
  let ended = 0;
  const port: ModelPort = {
    postMessage: ({ type }) => void sent.push(type),
    onmessage: null,
    onerror: null,
    terminate: () => {
      ended += 1;
    },
  };
  const later = (callback: () => void) => {
    due = callback;
    return () => {
      due = null;
    };
  };
  let broken = 0;
  const opening = openModelProxy({
    port,
    open: { parts },
    words: scriptedModel({ completions }),
    onBroken: () => {
      broken += 1;
    },
    patience: 3,
    later,
    ...(signal ? { signal } : {}),
  });
  return {
    opening,
    sent,
    port,
    get ended() {
      return ended;
    },
    get broken() {
      return broken;
    },
    get watched() {
      return due !== null;
    },
    says: (message: Reply<Usage>) => port.onmessage!({ data: message } as MessageEvent<Reply<Usage>>),
    look() {
      const callback = due!;
      due = null;
      callback();
    },
  };
}
const never = new AbortController().signal;
const opened: Reply<Usage> = {
  type: 'done',
  call: 1,
  result: scriptedModel({ completions }).info,
  note: noUsage,
};

describe('a model whose worker', () => {
  it('goes silent while it opens is given up, and its worker ended', async () => {
    const hand = byHand();
    for (let look = 0; look < 4; look++) hand.look();
    await expect(hand.opening).rejects.toMatchObject({
      code: 'kernel-failed',
      failure: { why: { kind: 'worker-silent' } },
    });
    expect([hand.ended, hand.sent]).toEqual([1, ['call', 'ping', 'ping', 'ping']]);
  });

  it('goes silent in the middle fails what was asked, tells, and is not watched while nothing is asked', async () => {
    const hand = byHand();
    hand.says(opened);
    const model = await hand.opening;
    expect(hand.watched).toBe(false);
    const running = collect(model.sample([], options, never));
    const failed = expect(running).rejects.toMatchObject({ code: 'kernel-failed' });
    for (let second = 0; second < 60; second++) {
      hand.look();
      hand.says({ type: 'pong' });
    }
    for (let look = 0; look < 4; look++) hand.look();
    await failed;
    expect([hand.ended, hand.broken, hand.watched]).toEqual([1, 1, false]);
  });

  it('is still opening ends with the signal', async () => {
    const abort = new AbortController();
    const hand = byHand(abort.signal);
    abort.abort();
    await expect(hand.opening).rejects.toMatchObject({ name: 'AbortError' });
    expect([hand.ended, hand.watched]).toEqual([1, false]);
  });

  it('does not hear a cancel leaves the request open, so that whoever waits for it knows', async () => {
    const hand = byHand();
    hand.says(opened);
    const model = await hand.opening;
    const abort = new AbortController();
    let over = false;
    const running = collect(model.sample([], options, abort.signal))
      .catch((error: unknown) => error)
      .finally(() => {
        over = true;
      });
    await Promise.resolve();
    abort.abort();
    await new Promise((resolve) => setImmediate(resolve));
    expect(over).toBe(false);
    hand.says({ type: 'cancelled', call: 2, note: model.usage() });
    await expect(running).resolves.toMatchObject({ name: 'AbortError' });
  });

  it('has no script to run is a part of the page that is missing', async () => {
    const hand = byHand();
    hand.port.onerror!({ preventDefault: () => undefined } as ErrorEvent);
    await expect(hand.opening).rejects.toMatchObject({ code: 'part-missing' });
  });
});

describe('a model in another worker', () => {
  it('gives the same events and usage as the model itself', async () => {
    const model = await proxyOf(connect(() => Promise.resolve(scriptedModel({ completions }))));
    const local = scriptedModel({ completions });
    const signal = new AbortController().signal;
    expect(await collect(model.sample([], options, signal))).toEqual(
      await collect(local.sample([], options, signal)),
    );
    expect(model.usage()).toEqual(local.usage());
  });

  it('carries an error across with its facts', async () => {
    const model = await proxyOf(connect(() => Promise.resolve(scriptedModel({ completions, failAfter: 2 }))));
    const failing = collect(model.sample([], options, new AbortController().signal));
    await expect(failing).rejects.toMatchObject({ name: 'PolicyError', code: 'kernel-failed' });
  });

  it('rejects when the other side cannot open the model', async () => {
    const refused = new PolicyError({ code: 'model-damaged', why: { kind: 'weights-hash', model: 'x' } });
    await expect(proxyOf(connect(() => Promise.reject(refused)))).rejects.toMatchObject({
      failure: refused.failure,
    });
  });

  it('cancels on the other side and serves the next request', async () => {
    const remote = scriptedModel({
      completions: ['word '.repeat(5000)],
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
    });
    const model = await proxyOf(connect(() => Promise.resolve(remote)));
    const abort = new AbortController();
    const long = { ...options, maxTokens: 4000 };
    const cancelled = (async () => {
      for await (const _ of model.sample([], long, abort.signal)) abort.abort();
    })();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const events = await collect(
      model.sample([], { ...options, maxTokens: 2 }, new AbortController().signal),
    );
    expect(events.filter((event) => event.type === 'end')).toHaveLength(3);
    expect(remote.usage().decodedTokens).toBeLessThan(12_000);
  });

  it('scores on the other side, and gives the numbers and what they cost', async () => {
    const logprob = (prefix: string, word: string) => -prefix.length - word.length;
    const remote = scriptedModel({ completions, logprob });
    const model = await proxyOf(connect(() => Promise.resolve(remote)));
    const signal = new AbortController().signal;
    const [prefix, continuation] = [remote.encode('one two'), remote.encode('three four')];
    const scores = await model.scoring.score(prefix, continuation, signal);
    expect(model.usage()).toEqual(remote.usage());
    expect(scores).toEqual(await remote.scoring.score(prefix, continuation, signal));
    await expect(model.scoring.score(prefix, continuation, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('has no values, though the model over there has a value head', async () => {
    const remote = scriptedModel({ completions, capabilities: { valueHead: true } });
    expect(remote.values).toBeDefined();
    const model = await proxyOf(connect(() => Promise.resolve(remote)));
    expect(model.info.capabilities.valueHead).toBe(true);
    expect(() => valuesOf(model)).toThrow(/no-value-head/);
  });

  it('that breaks fails what is under way and what comes later, ends its worker, and tells once', async () => {
    const remote = scriptedModel({
      completions: ['word '.repeat(5000)],
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
    });
    const port = connect(() => Promise.resolve(remote));
    let told = 0;
    let ended = 0;
    const model = await proxyOf(
      {
        ...port,
        get onmessage() {
          return port.onmessage;
        },
        set onmessage(handler) {
          port.onmessage = handler;
        },
        terminate: () => {
          ended += 1;
        },
      },
      () => {
        told += 1;
      },
    );
    const signal = new AbortController().signal;
    const running = (async () => {
      for await (const _ of model.sample([], { ...options, maxTokens: 4000 }, signal)) {
        port.onmessage!({ data: { type: 'broken', failure: { code: 'device-lost' } } } as MessageEvent<
          Reply<Usage>
        >);
      }
    })();
    await expect(running).rejects.toMatchObject({ code: 'device-lost' });
    await expect(collect(model.sample([], options, signal))).rejects.toMatchObject({ code: 'device-lost' });
    await expect(model.scoring.score([1], [2], signal)).rejects.toMatchObject({ code: 'device-lost' });
    expect([told, ended]).toEqual([1, 1]);
  });
});

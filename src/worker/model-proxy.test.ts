import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { collect } from '../policy/testing/collect.ts';
import { scriptedModel } from '../policy/testing/scripted-model.ts';
import { hostModel } from './model-host.ts';
import type { FromModel, ToModel } from './model-messages.ts';
import { openModelProxy, type ModelPort } from './model-proxy.ts';
import { PolicyError } from '../policy/policy-error.ts';

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
  const handle = hostModel(open, (message) => port2.postMessage(message), () => performance.now());
  port2.on('message', (message: ToModel) => void handle(message));
  const side: ModelPort = { postMessage: (message) => port1.postMessage(message), onmessage: null, terminate: () => port1.close() };
  port1.on('message', (data: FromModel) => side.onmessage?.({ data } as MessageEvent<FromModel>));
  return side;
}

describe('a model in another worker', () => {
  it('gives the same events and usage as the model itself', async () => {
    const model = await openModelProxy(connect(() => Promise.resolve(scriptedModel({ completions }))), scriptedModel({ completions }), parts);
    const local = scriptedModel({ completions });
    const signal = new AbortController().signal;
    expect(await collect(model.sample([], options, signal))).toEqual(await collect(local.sample([], options, signal)));
    expect(model.usage()).toEqual(local.usage());
  });

  it('carries an error across with its code and advice', async () => {
    const model = await openModelProxy(connect(() => Promise.resolve(scriptedModel({ completions, failAfter: 2 }))), scriptedModel({ completions }), parts);
    const failing = collect(model.sample([], options, new AbortController().signal));
    await expect(failing).rejects.toMatchObject({ name: 'PolicyError', code: 'kernel-failed' });
  });

  it('rejects when the other side cannot open the model', async () => {
    const refused = new PolicyError('model-damaged', 'The file is cut short.', 'Reload the page.');
    await expect(openModelProxy(connect(() => Promise.reject(refused)), scriptedModel({ completions }), parts)).rejects.toMatchObject({ code: 'model-damaged', advice: 'Reload the page.' });
  });

  it('cancels on the other side and serves the next request', async () => {
    const remote = scriptedModel({ completions: ['word '.repeat(5000)], breathe: () => new Promise((resolve) => setImmediate(resolve)) });
    const model = await openModelProxy(connect(() => Promise.resolve(remote)), scriptedModel({ completions }), parts);
    const abort = new AbortController();
    const long = { ...options, maxTokens: 4000 };
    const cancelled = (async () => {
      for await (const _ of model.sample([], long, abort.signal)) abort.abort();
    })();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    const events = await collect(model.sample([], { ...options, maxTokens: 2 }, new AbortController().signal));
    expect(events.filter((event) => event.type === 'end')).toHaveLength(3);
    expect(remote.usage().decodedTokens).toBeLessThan(12_000);
  });
});

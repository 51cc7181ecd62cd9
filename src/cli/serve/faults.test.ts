import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFault } from './faults.ts';
import { startTestServer, streamEvents, type TestServer } from './testing/with-server.ts';

const id = 'countdown-small';
const body = { model: id, prompt: '<bos> 24 : 4 9 10 13 <low> <think>', seed: 1, max_tokens: 40 };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer([id]);
});
afterAll(() => server.close());

const asked = (fault: string | null, more: object = {}, init: RequestInit = {}) =>
  server.post(
    '/v1/completions',
    { ...body, ...more },
    { ...init, headers: fault === null ? {} : { 'x-fault': fault } },
  );

interface Shown {
  readonly choices: readonly { readonly text: unknown; readonly index: unknown }[];
}

test('malformed: the body, or an event of a stream, is no JSON', async () => {
  const whole = await asked('malformed');
  expect(whole.status).toBe(200);
  await expect(whole.json()).rejects.toThrow(SyntaxError);
  const stream = await (await asked('malformed', { stream: true })).text();
  expect(() => streamEvents(stream)).toThrow(SyntaxError);
  const [first = '', second = ''] = stream.split('\n\n');
  expect(() => JSON.parse(first.slice(6)) as unknown).not.toThrow();
  expect(() => JSON.parse(second.slice(6)) as unknown).toThrow(SyntaxError);
});

test('types: JSON of the right shape, with numbers for texts and texts for numbers', async () => {
  const whole = (await (await asked('types')).json()) as Shown;
  const events = streamEvents(await (await asked('types', { stream: true })).text()) as readonly Shown[];
  for (const { text, index } of [whole, ...events].flatMap(({ choices }) => choices))
    expect([typeof text, typeof index]).toEqual(['number', 'string']);
});

test('cut: the connection breaks in the middle', async () => {
  const whole = await asked('cut');
  expect(whole.status).toBe(200);
  await expect(whole.text()).rejects.toThrow();
  const reader = (await asked('cut:3', { stream: true })).body!.getReader();
  let read = '';
  await expect(
    (async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        read += new TextDecoder().decode(value);
      }
    })(),
  ).rejects.toThrow();
  expect(read.split('\n\n').length).toBe(4);
});

test('429: the first requests are told to come again, each name counts its own', async () => {
  const statuses = async (fault: string, times: number) => {
    const all: number[] = [];
    for (let time = 0; time < times; time++) all.push((await asked(fault)).status);
    return all;
  };
  expect(await statuses('429:2:one', 4)).toEqual([429, 429, 200, 200]);
  expect(await statuses('429:1:other', 2)).toEqual([429, 200]);
  const refused = await asked('429:1:third');
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await refused.json()).toMatchObject({ error: { code: 'rate_limit_exceeded' } });
});

test('slow: the same pieces, with a wait before each', async () => {
  const waits: number[] = [];
  const slow = await startTestServer([id], [{ kind: 'slow', amount: 0.25 }], (seconds) => {
    waits.push(seconds);
    return Promise.resolve();
  });
  const usual = await (await asked(null, { stream: true })).text();
  const slowed = await (await slow.post('/v1/completions', { ...body, stream: true })).text();
  const texts = (stream: string) =>
    (streamEvents(stream) as readonly Shown[]).map(({ choices }) => choices[0]!.text);
  expect(texts(slowed)).toEqual(texts(usual));
  expect(waits).toEqual(
    usual
      .split('\n\n')
      .slice(0, -1)
      .map(() => 0.25),
  );
  expect((await (await slow.post('/v1/completions', body)).json()) as object).toMatchObject({ model: id });
  slow.close();
});

describe.each([
  ['a stream', { stream: true }],
  ['a body', {}],
])('endless: %s', (_what, more) => {
  test('more comes than was ever drawn, until one hangs up', async () => {
    const usual = await (await asked(null, more)).text();
    const abort = new AbortController();
    const reader = (await asked('endless:0', more, { signal: abort.signal })).body!.getReader();
    let read = 0;
    while (read < 2 * usual.length) {
      const { done, value } = await reader.read();
      expect(done).toBe(false);
      read += value!.length;
    }
    abort.abort();
  });
});

test('faults of the server take turns, with a request without one after each round', async () => {
  const faulty = await startTestServer(
    [id],
    [readFault('types')!, readFault('429:1')!, readFault('malformed')!],
  );
  const outcome = async () => {
    const response = await faulty.post('/v1/completions', body);
    if (response.status === 429) return 'refused';
    const told = await response.text();
    try {
      return typeof (JSON.parse(told) as Shown).choices[0]!.text;
    } catch {
      return 'malformed';
    }
  };
  const all: string[] = [];
  for (let time = 0; time < 7; time++) all.push(await outcome());
  expect(all).toEqual(['refused', 'number', 'malformed', 'string', 'number', 'malformed', 'string']);
  // What the server can do is told all the same.
  expect((await fetch(`${faulty.url}/v1/models`)).status).toBe(200);
  faulty.close();
});

test.each(['nope', 'slow:', 'slow:-1', '429:2:a:b', ''])('there is no fault "%s"', async (fault) => {
  expect(readFault(fault)).toBeNull();
  if (fault !== '') expect((await asked(fault)).status).toBe(400);
});

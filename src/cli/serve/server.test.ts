import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/with-server.ts';

const id = 'countdown-small';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer([id]);
});
afterAll(() => server.close());

const text = { model: id, prompt: '<bos> 24 : 4 9 10 13 <low> <think>' };
const chat = { model: id, messages: [{ role: 'user', content: '24: 4 9 10 13' }] };
const says = (content: string) => ({ ...chat, messages: [{ role: 'user', content }] });

test.each<readonly [string, string, unknown, number, object]>([
  ['no JSON', 'completions', '{', 400, { param: null }],
  [
    'no object',
    'completions',
    '5',
    400,
    { message: expect.stringMatching(/must be Object, not 5/), param: null },
  ],
  ['no prompt', 'completions', { model: id }, 400, { param: 'prompt', code: 'missing_required_parameter' }],
  ['a number for a text', 'completions', { ...text, stop: 5 }, 400, { param: 'stop' }],
  [
    'too many stop strings',
    'completions',
    { ...text, stop: ['a', 'b', 'c', 'd', 'e'] },
    400,
    { param: 'stop' },
  ],
  [
    'a text for a number',
    'completions',
    { ...text, temperature: '1' },
    400,
    { message: expect.stringMatching(/"temperature" must be number, not "1"/) },
  ],
  ['a number out of range', 'completions', { ...text, logprobs: 6 }, 400, { param: 'logprobs' }],
  [
    'half a choice',
    'completions',
    { ...text, n: 1.5 },
    400,
    { param: 'n', message: expect.stringMatching(/must be integer, not 1.5/) },
  ],
  [
    'best_of',
    'completions',
    { ...text, best_of: 2 },
    400,
    { param: 'best_of', code: 'unsupported_parameter' },
  ],
  [
    'another model',
    'completions',
    { ...text, model: 'gpt' },
    404,
    { param: 'model', code: 'model_not_found' },
  ],
  [
    'a word that the model has not',
    'completions',
    { ...text, prompt: 'hello' },
    400,
    { code: 'unknown_token' },
  ],
  [
    'a token that there is not',
    'completions',
    { ...text, prompt: [1, 99999] },
    400,
    { code: 'unknown_token' },
  ],
  [
    'a long prompt',
    'completions',
    { ...text, prompt: '4 '.repeat(300) },
    400,
    { code: 'context_length_exceeded' },
  ],
  [
    'a long prompt, streamed',
    'completions',
    { ...text, prompt: '4 '.repeat(300), stream: true },
    400,
    { code: 'context_length_exceeded' },
  ],
  [
    'no message of a user',
    'chat/completions',
    { ...chat, messages: [{ role: 'system', content: 'Hi' }] },
    400,
    { param: 'messages' },
  ],
  ['no problem', 'chat/completions', says('Who are you?'), 400, { code: 'unreadable_problem' }],
  ['a problem of another kind', 'chat/completions', says('47*6+38*4'), 400, { code: 'unsupported' }],
  [
    'an odd role',
    'chat/completions',
    { ...chat, messages: [{ role: 5, content: '' }] },
    400,
    { param: 'messages.0.role' },
  ],
  ['top_logprobs alone', 'chat/completions', { ...chat, top_logprobs: 2 }, 400, { param: 'top_logprobs' }],
  ['another address', 'embeddings', {}, 404, { code: 'unknown_url' }],
])(
  'what cannot be answered is told in the shape of the interface: %s',
  async (_what, path, body, status, wanted) => {
    const response = await server.post(`/v1/${path}`, body);
    const { error, ...others } = (await response.json()) as { readonly error: object };
    expect(response.status).toBe(status);
    expect(others).toEqual({});
    expect(Object.keys(error).toSorted()).toEqual(['code', 'message', 'param', 'type']);
    expect(error).toMatchObject({ type: 'invalid_request_error', ...wanted });
  },
);

test('unknown fields and nulls are as good as absent', async () => {
  const usual = { ...text, seed: 1, temperature: 1 };
  const [one, other] = await Promise.all(
    [usual, { ...usual, user: 'me', tools: [], n: null, stop: null, logprobs: null, best_of: null }].map(
      async (body) =>
        (await (await server.post('/v1/completions', body)).json()) as { readonly choices: unknown },
    ),
  );
  expect(other!.choices).toEqual(one!.choices);
});

test('the models are listed, each with its context and what it knows', async () => {
  const card = {
    id,
    object: 'model',
    created: 0,
    owned_by: 'second-thought',
    max_model_len: 256,
    second_thought: {
      families: ['countdown'],
      capabilities: { judge: false, value: false },
      stepEnds: [']'],
      thinking: { open: '<think>', close: '</think>' },
      verdicts: { yes: 'yes', no: 'no' },
    },
  };
  const list: unknown = await (await fetch(`${server.url}/v1/models`)).json();
  expect(list).toEqual({ object: 'list', data: [card] });
  expect(await (await fetch(`${server.url}/v1/models/${id}`)).json()).toEqual(card);
  expect((await fetch(`${server.url}/v1/models/nope`)).status).toBe(404);
});

test('a page of another origin may ask first, and then call', async () => {
  const asked = await fetch(`${server.url}/v1/completions`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://example.org',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-fault',
    },
  });
  expect(asked.status).toBe(204);
  expect(Object.fromEntries(asked.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'authorization,content-type,x-fault',
  });
  const answered = await server.post('/v1/completions', { model: 'nope', prompt: '' });
  expect(answered.headers.get('access-control-allow-origin')).toBe('*');
});

test('with an origin named, pages of others are refused, and programs that are no pages are not', async () => {
  const own = await startTestServer([id], [], undefined, 'https://own.example');
  const statusFrom = async (headers: Record<string, string>) =>
    (await own.post('/v1/completions', { ...text, max_tokens: 1 }, { headers })).status;
  expect(await statusFrom({ origin: 'https://own.example' })).toBe(200);
  expect(await statusFrom({})).toBe(200);
  const before = own.models.get(id)!.usage();
  expect(await statusFrom({ origin: 'https://other.example' })).toBe(403);
  expect(own.models.get(id)!.usage()).toEqual(before);
  own.close();
});

test('a name that was made to point here is not answered to', async () => {
  const { port } = new URL(server.url);
  const status = await new Promise((resolve) => {
    request(
      { port, host: '127.0.0.1', path: '/v1/models', headers: { host: 'rebound.example:80' } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    ).end();
  });
  expect(status).toBe(403);
});

test('a request of more than 4 MB is refused', async () => {
  const { status } = await server.post('/v1/completions', { ...text, user: 'x'.repeat(5_000_000) });
  expect(status).toBe(413);
});

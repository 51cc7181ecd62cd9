import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LanguageModel } from '#policy/language-model.ts';
import type { LoggedToken } from '#run/token.ts';
import { streamEvents, startTestServer, type TestServer } from './testing/with-server.ts';

const prompt = '<bos> 24 : 4 9 10 13 <low> <think>';
const id = 'countdown-small';
let server: TestServer;
let model: LanguageModel;

beforeAll(async () => {
  server = await startTestServer([id, 'arithmetic']);
  model = server.models.get(id)!;
});
afterAll(() => server.close());

interface Choice {
  readonly index: number;
  readonly text: string;
  readonly finish_reason: string | null;
  readonly token_ids?: readonly number[];
  readonly logprobs: null | {
    readonly tokens: readonly string[];
    readonly token_logprobs: readonly (number | null)[];
    readonly top_logprobs: readonly (Readonly<Record<string, number>> | null)[];
    readonly text_offset: readonly number[];
  };
}
interface Completion {
  readonly object: string;
  readonly model: string;
  readonly choices: readonly Choice[];
  readonly usage?: null | Readonly<Record<'prompt_tokens' | 'completion_tokens' | 'total_tokens', number>>;
}

async function complete(body: object): Promise<Completion> {
  const response = await server.post('/v1/completions', {
    model: id,
    prompt,
    max_tokens: 200,
    seed: 3,
    ...body,
  });
  expect([response.status, await response.clone().text()]).toEqual([200, expect.anything()]);
  return (await response.json()) as Completion;
}

async function streamed(body: object): Promise<readonly Completion[]> {
  const response = await server.post('/v1/completions', {
    model: id,
    prompt,
    max_tokens: 200,
    seed: 3,
    stream: true,
    ...body,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  return streamEvents(await response.text()) as readonly Completion[];
}

const texts = ({ choices }: Completion) => choices.map(({ text }) => text);

/** What the page's model draws. */
async function drawn(tokens: readonly number[], n: number, seed: number): Promise<readonly LoggedToken[][]> {
  const all = Array.from({ length: n }, () => [] as LoggedToken[]);
  const how = { n, seed, temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 200 };
  for await (const event of model.sample(tokens, how, new AbortController().signal))
    if (event.type === 'token') all[event.index]!.push(event.token);
  return all;
}

test('a completion has the shape of the interface, and counts what it cost', async () => {
  const body = await complete({ n: 2, return_token_ids: true });
  const [first, second] = body.choices;
  const spent = first!.token_ids!.length + second!.token_ids!.length;
  expect(body).toMatchObject({
    id: expect.stringMatching(/^cmpl-/),
    object: 'text_completion',
    created: expect.any(Number),
    model: id,
    choices: [
      { index: 0, logprobs: null, finish_reason: 'stop' },
      { index: 1, logprobs: null, finish_reason: 'stop' },
    ],
    usage: { prompt_tokens: 9, completion_tokens: spent, total_tokens: 9 + spent },
  });
  expect(first!.text).toMatch(/^ .*<\/think> /);
  expect(first!.text).not.toContain('<eos>');
});

test('the same seed draws the tokens that the page’s model draws, alone or in a list of prompts', async () => {
  const other = '<bos> 20 : 1 2 9 10 <low> <think>';
  const wanted = await drawn(model.encode(prompt), 3, 11);
  const alone = await complete({ n: 3, seed: 11, return_token_ids: true });
  expect(alone.choices.map(({ token_ids }) => token_ids)).toEqual(
    wanted.map((all) => all.map((one) => one.id)),
  );
  const again = await complete({ n: 3, seed: 11 });
  expect(texts(again)).toEqual(texts(alone));
  expect(texts(await complete({ n: 3, seed: 12 }))).not.toEqual(texts(alone));
  const listed = await complete({ n: 3, seed: 11, prompt: [other, prompt] });
  expect(listed.choices.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(texts(listed).slice(3)).toEqual(texts(alone));
  const byIds = await complete({ n: 3, seed: 11, prompt: [model.encode(other), model.encode(prompt)] });
  expect(texts(byIds)).toEqual(texts(listed));
  expect(texts(await complete({ n: 3, seed: 11, prompt: model.encode(prompt) }))).toEqual(texts(alone));
});

test('a text without the first token of all prompts gets it, and what was written can be gone on with', async () => {
  const whole = texts(await complete({ temperature: 0 }));
  expect(texts(await complete({ temperature: 0, prompt: prompt.replace('<bos> ', '') }))).toEqual(whole);
  const begun = texts(await complete({ temperature: 0, max_tokens: 10 }))[0]!;
  expect([begun + texts(await complete({ temperature: 0, prompt: prompt + begun }))[0]!]).toEqual(whole);
});

test.each([
  ['words', { n: 3 }],
  ['numbers that are written units first', { model: 'arithmetic', prompt: '47*6+38*4 <low> <think>' }],
  ['a stop string', { stop: [']', 'zzz'] }],
  ['log-probabilities', { n: 2, logprobs: 2, return_token_ids: true }],
  ['an echo', { n: 2, echo: true, logprobs: 0, prompt: [prompt, '5 : 1 2 3 4 <none>'] }],
])('the pieces of a stream join to the completion: %s', async (_what, body) => {
  const whole = await complete(body);
  const events = await streamed(body);
  expect(events.length).toBeGreaterThan(3);
  const joined = whole.choices.map(({ index }) => {
    const pieces = events.flatMap(({ choices }) => choices).filter((piece) => piece.index === index);
    const all = <T>(of: (piece: Choice) => readonly T[] | undefined) =>
      pieces.flatMap((piece) => of(piece) ?? []);
    return {
      index,
      text: pieces.map(({ text }) => text).join(''),
      finish_reason: pieces.at(-1)?.finish_reason,
      logprobs: whole.choices[0]!.logprobs && {
        tokens: all(({ logprobs }) => logprobs?.tokens),
        token_logprobs: all(({ logprobs }) => logprobs?.token_logprobs),
        top_logprobs: all(({ logprobs }) => logprobs?.top_logprobs),
        text_offset: all(({ logprobs }) => logprobs?.text_offset),
      },
      ...(whole.choices[0]!.token_ids && { token_ids: all(({ token_ids }) => token_ids) }),
    };
  });
  expect(joined).toEqual(whole.choices);
});

test('a stream tells its usage in a last event without choices, where it is asked', async () => {
  const { usage } = await complete({});
  const events = await streamed({ stream_options: { include_usage: true } });
  expect(events.at(-1)).toMatchObject({ choices: [], usage });
  expect(events.slice(0, -1).every((event) => event.usage === null)).toBe(true);
  expect((await streamed({})).some((event) => 'usage' in event)).toBe(false);
});

test('a stop string ends the text before it, or after it where it is to be kept', async () => {
  const [whole = ''] = texts(await complete({}));
  const at = whole.indexOf(']');
  expect(at).toBeGreaterThan(0);
  const stopped = await complete({ stop: ']' });
  expect(stopped.choices[0]).toMatchObject({ text: whole.slice(0, at), finish_reason: 'stop' });
  expect(stopped.usage!.completion_tokens).toBeLessThan((await complete({})).usage!.completion_tokens);
  expect(texts(await complete({ stop: ']', include_stop_str_in_output: true }))).toEqual([
    whole.slice(0, at + 1),
  ]);
  const cut = await complete({ max_tokens: 5 });
  expect(cut.choices[0]!.finish_reason).toBe('length');
  expect(cut.usage!.completion_tokens).toBe(5);
});

test('log-probabilities are the model’s own scores, the chosen token is among the likeliest', async () => {
  const { choices } = await complete({ logprobs: 3, return_token_ids: true });
  const { text, logprobs, token_ids } = choices[0]!;
  const own = await model.scoring!.score(model.encode(prompt), token_ids!, new AbortController().signal);
  expect(logprobs!.token_logprobs).toEqual(own);
  expect(logprobs!.tokens.at(-1)).toBe('<eos>');
  for (const [at, name] of logprobs!.tokens.entries()) {
    const likeliest = logprobs!.top_logprobs[at]!;
    expect(likeliest[name]).toBe(own[at]);
    expect(Object.keys(likeliest).length).toBeGreaterThanOrEqual(3);
    if (name !== '<eos>') expect(text.startsWith(name, logprobs!.text_offset[at])).toBe(true);
  }
});

test('a text is scored by an echo of no more tokens', async () => {
  const scored = `${prompt} 13 - 9 = 4`;
  const tokens = model.encode(scored);
  const { choices, usage } = await complete({ prompt: scored, echo: true, logprobs: 1, max_tokens: 0 });
  const own = await model.scoring!.score(tokens.slice(0, 1), tokens.slice(1), new AbortController().signal);
  const { text, logprobs, finish_reason } = choices[0]!;
  expect({ text, finish_reason }).toEqual({ text: scored, finish_reason: 'length' });
  expect(logprobs!.token_logprobs).toEqual([null, ...own]);
  expect(logprobs!.top_logprobs[0]).toBeNull();
  expect(logprobs!.tokens.map((name, at) => text.startsWith(name, logprobs!.text_offset[at]))).not.toContain(
    false,
  );
  expect(usage).toEqual({ prompt_tokens: tokens.length, completion_tokens: 0, total_tokens: tokens.length });
});

test('tokens can be named by their ids', async () => {
  const { choices } = await complete({
    logprobs: 1,
    return_token_ids: true,
    return_tokens_as_token_ids: true,
  });
  const { logprobs, token_ids } = choices[0]!;
  expect(logprobs!.tokens).toEqual(token_ids!.map((token) => `token_id:${token}`));
});

test('requests in flight share their forwards', async () => {
  const before = model.usage();
  server.together(8);
  const bodies = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => complete({ seed })));
  // A completion alone needs a forward for each of its tokens.
  const longest = Math.max(...bodies.map(({ usage }) => usage!.completion_tokens));
  expect(model.usage().forwards - before.forwards).toBeLessThanOrEqual(longest + 1);
});

test('whoever hangs up ends the sampling', async () => {
  // More than can be drawn in the time of the test: cancelled, only what was drawn until then counts.
  const abort = new AbortController();
  const before = model.usage().decodedTokens;
  const response = await server.post(
    '/v1/completions',
    { model: id, prompt: Array.from({ length: 64 }, () => prompt), n: 128, max_tokens: 200, stream: true },
    { signal: abort.signal },
  );
  await response.body!.getReader().read();
  abort.abort();
  await complete({}); // waits for its turn behind all that is still in flight
  const after = model.usage().decodedTokens - before;
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThan(64 * 128 * 20);
  await complete({ max_tokens: 1 });
  expect(model.usage().decodedTokens - before - after).toBe(1);
});

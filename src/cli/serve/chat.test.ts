import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LoggedToken } from '#run/token.ts';
import { splitTrace } from '#run/trace-text.ts';
import { readProblem } from '../read-problem.ts';
import { startTestServer, streamEvents, type TestServer } from './testing/with-server.ts';

const sum = 'arithmetic';
const game = 'countdown-small';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer([game, sum]);
});
afterAll(() => server.close());

interface Message {
  readonly role?: string;
  readonly content?: string | null;
  readonly reasoning_content?: string | null;
}
interface ChatBody {
  readonly choices: readonly {
    readonly index: number;
    readonly message: Message;
    readonly delta: Message;
    readonly finish_reason: string | null;
    readonly logprobs: null | {
      readonly content: readonly {
        readonly token: string;
        readonly logprob: number;
        readonly bytes: readonly number[];
        readonly top_logprobs: readonly object[];
      }[];
    };
  }[];
  readonly usage?: null | Readonly<Record<string, number>>;
}

const asking = (content: unknown) => ({ messages: [{ role: 'user', content }] });

async function chat(body: object): Promise<ChatBody> {
  const response = await server.post('/v1/chat/completions', {
    model: sum,
    seed: 5,
    ...asking('47*6+38*4'),
    ...body,
  });
  expect([response.status, await response.clone().text()]).toEqual([200, expect.anything()]);
  return (await response.json()) as ChatBody;
}

/** What the page's model thinks and answers to a problem. */
async function thought(id: string, problem: string, seed: number, index = 0) {
  const model = server.models.get(id)!;
  const prefix = model.prompt(readProblem(problem), { kind: 'think', effort: 'low' });
  const tokens: LoggedToken[] = [];
  const how = { seed, firstIndex: index, temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 256 };
  for await (const event of model.sample(prefix, how, new AbortController().signal))
    if (event.type === 'token') tokens.push(event.token);
  return { ...splitTrace(tokens), tokens, prompt: prefix.length };
}

test.each([
  [sum, '47 × 6 + 38 × 4 = ?'],
  [game, 'Make 24 from 4, 9, 10, 13'],
])(
  '%s is asked in its own template: its thought and its answer apart, as the page’s model writes them',
  async (model, problem) => {
    const own = await thought(model, problem, 5);
    const body = await chat({ model, ...asking([{ type: 'text', text: problem }]) });
    expect(body).toMatchObject({
      id: expect.stringMatching(/^chatcmpl-/),
      object: 'chat.completion',
      model,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: own.answer, reasoning_content: own.thought },
          finish_reason: 'stop',
          logprobs: null,
        },
      ],
      usage: { prompt_tokens: own.prompt, completion_tokens: own.tokens.length },
    });
    expect(own.thought).not.toBe('');
  },
);

test('several choices are those of the page’s model, and the last message of the user counts', async () => {
  const messages = [
    { role: 'system', content: 'You are kind.' },
    { role: 'user', content: '12*3' },
    { role: 'assistant', content: '36' },
    { role: 'user', content: '47*6+38*4' },
  ];
  const { choices } = await chat({ n: 3, messages });
  for (const { index, message } of choices) {
    const own = await thought(sum, '47*6+38*4', 5, index);
    expect(message).toMatchObject({ content: own.answer, reasoning_content: own.thought });
  }
});

test.each([
  ['thinking', { n: 2, stream_options: { include_usage: true } }],
  ['log-probabilities', { logprobs: true, top_logprobs: 2 }],
  ['a stop string in the thought', { stop: '=' }],
])('the pieces of a stream join to the message: %s', async (_what, body) => {
  const whole = await chat(body);
  const response = await server.post('/v1/chat/completions', {
    model: sum,
    seed: 5,
    ...asking('47*6+38*4'),
    stream: true,
    ...body,
  });
  const events = streamEvents(await response.text()) as readonly ChatBody[];
  for (const { index, message, finish_reason, logprobs } of whole.choices) {
    const pieces = events.flatMap(({ choices }) => choices).filter((piece) => piece.index === index);
    const text = (field: 'content' | 'reasoning_content') =>
      pieces.map(({ delta }) => delta[field] ?? '').join('');
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.map(({ delta }) => delta.role).filter(Boolean)).toEqual(['assistant']);
    expect([text('content'), text('reasoning_content')]).toEqual([
      message.content,
      message.reasoning_content,
    ]);
    expect(pieces.map((piece) => piece.finish_reason)).toEqual([
      ...pieces.slice(1).map(() => null),
      finish_reason,
    ]);
    expect(pieces.flatMap((piece) => piece.logprobs?.content ?? [])).toEqual(logprobs?.content ?? []);
  }
  if ('stream_options' in body) expect(events.at(-1)).toMatchObject({ choices: [], usage: whole.usage });
});

test('log-probabilities are those of the model, with as many of the likeliest as are asked for', async () => {
  const own = await thought(sum, '47*6+38*4', 5);
  const { choices } = await chat({ logprobs: true, top_logprobs: 2 });
  const { content } = choices[0]!.logprobs!;
  expect(content.map(({ token, logprob }) => [token, logprob])).toEqual(
    own.tokens.map(({ text, logprob }) => [text, logprob]),
  );
  expect(content.every(({ top_logprobs }) => top_logprobs.length === 2)).toBe(true);
  expect(new TextDecoder().decode(new Uint8Array(content[0]!.bytes))).toBe(content[0]!.token);
});

test('thinking can be left out, by either switch, or asked for at length', async () => {
  const none = await chat({ reasoning_effort: 'none' });
  expect(none.choices[0]!.message.reasoning_content).toBeNull();
  expect((await chat({ chat_template_kwargs: { enable_thinking: false } })).choices).toEqual(none.choices);
  const tokens = async (reasoning_effort: string) =>
    (await chat({ reasoning_effort, temperature: 0 })).usage!.completion_tokens!;
  expect(await tokens('high')).toBeGreaterThan(await tokens('low'));
});

test('a thought that is cut has no answer and ends for its length', async () => {
  for (const limit of ['max_tokens', 'max_completion_tokens']) {
    const { choices, usage } = await chat({ [limit]: 4 });
    expect(choices[0]).toMatchObject({ message: { content: '' }, finish_reason: 'length' });
    expect(usage!.completion_tokens).toBe(4);
  }
});

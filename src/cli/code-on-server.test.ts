import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { CodeFor } from '#lab/as-code/plan.ts';
import { pythonProgram } from '#lab/as-code/python/program.ts';
import { runPython } from '#lab/as-code/testing.ts';
import { answerAtOnce, thinkFirst } from '#policy/prompts/answer.ts';
import { fold } from '#run/fold.ts';
import type { LogEntry } from '#run/events.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { codeHead } from '#words/code-head.ts';
import { surroundings } from './open.ts';
import { startTestServer, type TestServer } from './serve/testing/with-server.ts';

let folder: string;
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'second-thought-'));
  server = await startTestServer(['countdown', 'arithmetic', 'arithmetic-r1']);
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const programOf = (experiment: Experiment, form: CodeFor) =>
  pythonProgram(experiment, form, codeHead(experiment.strategy, form));

/** What the program's last line says. */
const answerIn = (output: string): string => /^Answer: (.*)$/m.exec(output)?.[1] ?? output;

async function answerOfRun(experiment: Experiment): Promise<string> {
  const entries: LogEntry[] = [];
  const model = server.models.get(experiment.model)!;
  for await (const entry of runExperiment(experiment, model, surroundings(new AbortController().signal)))
    entries.push(entry);
  return fold(emptyRun, entries).chosen?.answer?.text ?? 'none';
}

const sum = defaultExperiment('arithmetic');
const game = defaultExperiment('countdown');
const harderSum: Experiment['problem'] = {
  family: 'arithmetic',
  terms: [
    { sign: '+', left: 87, right: 9 },
    { sign: '-', left: 46, right: 7 },
    { sign: '+', left: 78, right: 6 },
  ],
};
const warm = { ...sum.sampling, temperature: 1 };

describe('on the models of the page, behind their server, the program comes to the answer of the run', () => {
  const likely = { kind: 'rule' } as const;
  test.each<[string, Experiment]>([
    ['an answer at once', { ...sum, strategy: { kind: 'direct' } }],
    ['a thought', game],
    ['a thought that checks itself', { ...sum, strategy: { kind: 'chain-of-thought', effort: 'high' } }],
    [
      'a vote of 16 over a sum',
      {
        ...sum,
        problem: harderSum,
        strategy: { kind: 'self-consistency', samples: 16, effort: 'low' },
        sampling: warm,
        seed: 7,
      },
    ],
    [
      'a vote of 16 over a game',
      { ...game, strategy: { kind: 'self-consistency', samples: 16, effort: 'low' }, sampling: warm },
    ],
    [
      'the best of 16 by rule',
      {
        ...game,
        strategy: {
          kind: 'best-of-n',
          samples: 16,
          effort: 'low',
          verifier: likely,
          aggregation: 'last',
          choose: 'best',
        },
        sampling: warm,
        seed: 3,
      },
    ],
    [
      'the answer most agree on',
      {
        ...sum,
        problem: harderSum,
        strategy: {
          kind: 'best-of-n',
          samples: 8,
          effort: 'low',
          verifier: { kind: 'majority' },
          aggregation: 'last',
          choose: 'best',
        },
        sampling: warm,
      },
    ],
    [
      'two forced waits',
      {
        ...sum,
        model: 'arithmetic-r1',
        problem: harderSum,
        strategy: { kind: 'budget-forcing', effort: 'high', waits: 2, word: 'Wait', thinkingTokens: 160 },
      },
    ],
  ])('%s', async (_, experiment) => {
    const { code, gaps } = programOf(experiment, 'embedded');
    expect(gaps.map(({ kind }) => kind).filter((kind) => kind !== 'scored')).toEqual([]);
    const output = await runPython(folder, code, { BASE_URL: `${server.url}/v1` });
    const [said, own] = [answerIn(output), await answerOfRun(experiment)];
    expect(said.replace(/\s+/g, '')).toBe(own.replace(/\s+/g, ''));
    expect(own).not.toBe('none');
  });

  test('what can’t be asked over the interface is said in its head, and the nearest runs', async () => {
    const { code, gaps } = programOf(defaultExperiment('countdown', 'mcts'), 'embedded');
    expect(gaps).toEqual([{ kind: 'nearest', strategy: 'mcts', does: 'best' }]);
    expect(code.replaceAll('\n# ', ' ')).toContain('nearest that can: the best of several samples');
    expect(answerIn(await runPython(folder, code, { BASE_URL: `${server.url}/v1` }))).toMatch(/\d/);
  });

  test('where there is no such model the program ends with what the server said', async () => {
    const { code } = programOf(game, 'embedded');
    const env = { BASE_URL: `${server.url}/v1`, MODEL: 'another' };
    await expect(runPython(folder, code, env)).rejects.toThrow(/404: .*another/);
  });
});

interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A server whose replies are told beforehand: what our own models cannot play. */
async function scripted(reply: (asked: Asked, nth: number) => object | number) {
  const asked: Asked[] = [];
  const http: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      if (request.method === 'GET') return response.end('{"data": [{"id": "some-model"}]}');
      const one: Asked = {
        path: request.url ?? '',
        authorization: request.headers.authorization,
        body: JSON.parse(text) as Asked['body'],
      };
      asked.push(one);
      const said = reply(one, asked.length);
      response.writeHead(typeof said === 'number' ? said : 200);
      return response.end(JSON.stringify(typeof said === 'number' ? {} : said));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as { port: number };
  return { asked, env: { BASE_URL: `http://127.0.0.1:${port}/v1` }, close: () => http.close() };
}

const chat = (content: string, logprobs: object | null = null) => ({
  choices: [{ message: { content, reasoning_content: 'Hm.' }, logprobs, finish_reason: 'stop' }],
});
const messageOf = ({ body }: Asked): string =>
  (body['messages'] as readonly { readonly content: string }[])[0]!.content;

describe('in words, for any model that follows instructions', () => {
  const question = (text: string): Experiment => ({
    ...defaultExperiment('question'),
    problem: { family: 'question', text },
  });
  const nasty = 'Say "\\"""\'\'\' {0} %s ${x}\n__import__("os").abort()\r\n漢字 😀 \\boxed{7} \u2028 #!';

  test('the problem is said as the page says it, whatever it holds', async () => {
    const { asked, env, close } = await scripted(() => chat('So \\boxed{12 \\text{ apples}}.'));
    const { code, gaps } = programOf(question(nasty), 'instructions');
    expect(gaps).toEqual([]);
    const output = await runPython(folder, code, { ...env, API_KEY: 'sk-1' });
    close();
    expect(output).toContain('Answer: 12');
    expect(asked.map(messageOf)).toEqual([thinkFirst({ family: 'question', text: nasty }, 'low')]);
    expect(asked[0]).toMatchObject({
      path: '/v1/chat/completions',
      authorization: 'Bearer sk-1',
      body: { model: 'some-model', temperature: 0.6, top_p: 0.95, max_tokens: 2048, n: 1, seed: 1 },
    });
  });

  test('a server that sends one reply at a time is asked again under the next seed, and when it was busy', async () => {
    const answers = ['1,234', '99', '1234.0', 'x', '99', '1234'];
    const { asked, env, close } = await scripted(({ body }, nth) =>
      nth === 2 ? 429 : chat(`<think>5</think>The answer is ${answers[Number(body['seed']) - 40]}.`),
    );
    const experiment: Experiment = {
      ...question('How many?'),
      strategy: { kind: 'self-consistency', samples: 6, effort: 'low' },
      seed: 40,
    };
    const output = await runPython(folder, programOf(experiment, 'instructions').code, env);
    close();
    expect(asked.map(({ body }) => [body['seed'], body['n']])).toEqual([
      [40, 6],
      [41, 5],
      [41, 5],
      [42, 4],
      [43, 3],
      [44, 2],
      [45, 1],
    ]);
    expect(output).toContain('3 of 6 for 1,234');
    expect(answerIn(output)).toBe('1,234');
  });

  test('attempts are shown again, and the one that the model calls right wins', async () => {
    const { asked, env, close } = await scripted((one) => {
      if (!messageOf(one).includes('Yes or No')) return chat(`\\boxed{${Number(one.body['seed'])}}`);
      const right = messageOf(one).includes('boxed{2}') ? -0.1 : -3;
      const token = { token: ' Yes', logprob: right };
      return chat('Yes', {
        content: [{ ...token, top_logprobs: [token, { token: 'No', logprob: -3.1 - right }] }],
      });
    });
    const experiment: Experiment = {
      ...question('How many?'),
      strategy: { ...defaultExperiment('question', 'revision').strategy, parallel: 1, rounds: 3 } as never,
    };
    const output = await runPython(folder, programOf(experiment, 'instructions').code, env);
    close();
    expect(answerIn(output)).toBe('2');
    expect(messageOf(asked[2]!)).toMatch(
      /^Problem: How many\?\nAttempt 1:\n\\boxed\{1\}\n\nAttempt 2:\n\\boxed\{2\}\n\nRead the attempts above/,
    );
  });

  test('a search asks for steps, keeps those that are judged best, and takes the best end', async () => {
    const { asked, env, close } = await scripted((one) => {
      const message = messageOf(one);
      if (message.includes('sure, likely or impossible'))
        return chat(message.includes('good') || message.includes('boxed{24}') ? 'sure' : 'impossible');
      if (message.includes('none')) return chat(Number(one.body['seed']) % 2 ? 'good step' : 'bad step');
      return chat(message.includes('good') ? '\\boxed{24}' : '\\boxed{0}');
    });
    const experiment: Experiment = {
      ...question('How many?'),
      strategy: {
        ...defaultExperiment('question', 'tree-of-thoughts').strategy,
        thoughts: 2,
        breadth: 1,
        maxSteps: 3,
        verifier: { kind: 'self-evaluation', evaluations: 1 },
      } as never,
    };
    const { code, gaps } = programOf(experiment, 'instructions');
    const output = await runPython(folder, code, env);
    close();
    expect(gaps).toEqual([{ kind: 'simple-search' }]);
    expect(answerIn(output)).toBe('24');
    expect(
      asked.map(messageOf).filter((text) => text.includes('bad step') && text.includes('Write')),
    ).toEqual([]);
  });

  test('a game that an embedded model was asked is put in words, with room for a thought', async () => {
    const { asked, env, close } = await scripted(() => chat('\\boxed{(13 - 9) * (10 - 4)} = 24'));
    const experiment: Experiment = { ...game, strategy: { kind: 'direct' } };
    const { code, gaps } = programOf(experiment, 'instructions');
    expect(answerIn(await runPython(folder, code, env))).toBe('(13 - 9) * (10 - 4)');
    close();
    expect(gaps).toEqual([{ kind: 'more-tokens', tokens: 2048 }]);
    expect(messageOf(asked[0]!)).toBe(answerAtOnce(game.problem));
  });
});

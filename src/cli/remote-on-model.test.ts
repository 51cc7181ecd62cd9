import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unavailable } from '#experiment/fit.ts';
import type { Problem } from '#experiment/problem.ts';
import { strategyKinds } from '#experiment/strategies.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { ServerAbilities } from '#policy/remote/server.ts';
import type { RunState } from '#run/state.ts';
import { traceText } from '#run/trace-text.ts';
import { validateLog } from '#run/validate-log.ts';
import { startTestServer, type TestServer } from './serve/testing/with-server.ts';
import { accessTo, lookAt, remoteRun, strategyOf } from './testing/remote-run.ts';

const problem: Problem = { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 };

let server: TestServer;
let found: ServerAbilities;
let open: () => LanguageModel;

beforeAll(async () => {
  server = await startTestServer(['countdown-journey']);
  ({ found, open } = await lookAt(accessTo(`${server.url}/v1`), 'countdown-journey'));
});
afterAll(() => server.close());

const texts = ({ sequences }: RunState) => sequences.map(({ tokens }) => traceText(tokens));

test('a probe finds out what a server can do', () => {
  expect(found).toMatchObject({
    context: 256,
    completions: true,
    template: 'apply-template',
    logprobs: 5,
    seeded: true,
    several: true,
    keepsStop: true,
    narrows: true,
    scores: true,
    thinking: { open: '<think>', close: '</think>' },
    trained: { families: ['countdown'], capabilities: { judge: true, value: false } },
  });
});

describe('on a server, over HTTP,', () => {
  test.each(strategyKinds)('%s runs as it does here, and twice the same', async (kind) => {
    const model = open();
    const usual = strategyOf(model, kind);
    const strategy = 'verifier' in usual ? strategyOf(model, kind, { verifier: { kind: 'rule' } }) : usual;
    const first = await remoteRun(model, strategy, { problem, tokens: 300 });
    expect(validateLog(first.log)).toBeNull();
    if (unavailable(strategy, model.info)) {
      expect(first.state.failure).toMatchObject({ code: 'unsupported' });
      return;
    }
    expect(first.state).toMatchObject({ status: 'finished', failure: null });
    const again = await remoteRun(open(), strategy, { problem, tokens: 300 });
    expect(texts(again.state)).toEqual(texts(first.state));
    expect(again.state.chosen).toEqual(first.state.chosen);
  });

  test('a sampled trace is the one that the model writes here under the same seed', async () => {
    const model = open();
    const sampling = { temperature: 0.7 };
    const strategy = strategyOf(model, 'chain-of-thought');
    const there = await remoteRun(model, strategy, { problem, sampling });
    const own = server.models.get('countdown-journey');
    if (!own) throw new Error('not served');
    const here = await remoteRun(own, strategy, { problem, sampling });
    expect(there.state.chosen?.answer?.display).toBe(here.state.chosen?.answer?.display);
    expect(texts(there.state)[0]?.replace(/\s/g, '')).toBe(texts(here.state)[0]?.replace(/\s|<eos>/g, ''));
    const [token] = there.state.sequences[0]?.tokens ?? [];
    expect(token?.logprob).toBeCloseTo(here.state.sequences[0]?.tokens[0]?.logprob ?? 1, 5);
    expect(token?.alternatives).toHaveLength(5);
  });

  test('the model judges steps by how likely its verdict is, as it does here', async () => {
    const model = open();
    const own = server.models.get('countdown-journey');
    if (!own?.scoring || !model.scoring) throw new Error('scores nothing');
    const step = (of: LanguageModel) => ({
      kind: 'judge' as const,
      steps: [of.describe([...of.encode('<think>'), ...of.encode('13 - 9 = 4 [4 10 4]')]).slice(1)],
      finished: false,
    });
    const { signal } = new AbortController();
    const [there] = await model.scoring.score(
      model.prompt(problem, step(model)),
      model.encode('yes'),
      signal,
    );
    const [here] = await own.scoring.score(own.prompt(problem, step(own)), own.encode('yes'), signal);
    expect(there).toBeCloseTo(here ?? 1, 5);
  });

  test('what was sent and spent is the server’s own count', async () => {
    const model = open();
    const { state } = await remoteRun(model, strategyOf(model, 'self-consistency', { samples: 4 }), {
      problem,
    });
    const { forwards, server: counted } = state.usage;
    // One request for all four.
    expect({ forwards, counted }).toEqual({ forwards: 1, counted: { retries: 0, estimatedTokens: 0 } });
    const own = server.models.get('countdown-journey');
    const written = texts(state).reduce((sum, text) => sum + (own?.encode(text.trim()).length ?? 0), 0);
    // The ends of the texts are tokens there.
    expect(state.usage.decodedTokens).toBe(written + 4);
  });
});

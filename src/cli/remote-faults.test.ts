import { afterEach, describe, expect, test } from 'vitest';
import { encodeExperiment } from '#experiment/url-codec.ts';
import type { Problem } from '#experiment/problem.ts';
import { saveRun } from '#run/export.ts';
import { traceText } from '#run/trace-text.ts';
import { failures } from '#words/en/failures.ts';
import { explainAll, learnFailures } from '#words/explain.ts';
import { jsonReply } from './serve/api.ts';
import type { ServerFault } from './serve/faults.ts';
import { startHandler, type TellingServer } from './serve/testing/telling-server.ts';
import { startTestServer, type TestServer } from './serve/testing/with-server.ts';
import { serversInNode } from './servers.ts';
import {
  accessTo,
  experimentOn,
  lookAt,
  remoteRun,
  shortPatience,
  strategyOf,
} from './testing/remote-run.ts';

learnFailures(failures);

const problem: Problem = { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 };
const key = 'sk-a-key-that-nobody-may-see';

const open: (TestServer | TellingServer)[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

/** A model that was looked at while all was well, on a server with faults in its way. */
async function withFaults(faults: readonly ServerFault[]) {
  const well = await startTestServer(['countdown']);
  const ill = await startTestServer(['countdown'], faults);
  open.push(well, ill);
  const { found } = await lookAt(accessTo(`${well.url}/v1`), 'countdown');
  const access = accessTo(`${ill.url}/v1`);
  const servers = serversInNode(shortPatience);
  const model = () => servers.openRemote(access, { address: access.address, name: 'countdown' }, found);
  const run = () => {
    const one = model();
    return remoteRun(one, strategyOf(one, 'chain-of-thought'), { problem });
  };
  const plain = async () => {
    const one = serversInNode().openRemote(
      accessTo(`${well.url}/v1`),
      { address: `${well.url}/v1`, name: 'countdown' },
      found,
    );
    return remoteRun(one, strategyOf(one, 'chain-of-thought'), { problem });
  };
  return { model, run, plain };
}

const textOf = ({ state }: Awaited<ReturnType<typeof remoteRun>>) =>
  traceText(state.sequences[0]?.tokens ?? []).replace(/\s+/g, ' ');

describe('a server', () => {
  test('that refuses two requests as too many is asked again', async () => {
    const { run } = await withFaults([{ kind: '429', amount: 2 }]);
    const { state } = await run();
    expect(state).toMatchObject({ status: 'finished', usage: { forwards: 3, server: { retries: 2 } } });
  });

  test('that refuses for ever is given up, with what to do', async () => {
    const { run } = await withFaults([{ kind: '429', amount: 1000 }]);
    const { state } = await run();
    expect(state.failure).toMatchObject({
      code: 'server-failed',
      why: { kind: 'busy', status: 429, tries: 4 },
    });
    expect(state.failure && explainAll(state.failure)).toMatch(/too much to do.*fewer requests/);
  });

  test('whose reply breaks off goes on from there: nothing is lost, nothing is there twice', async () => {
    const { run, plain } = await withFaults([{ kind: 'cut', amount: 4 }]);
    const broken = await run();
    expect(broken.state.status).toBe('finished');
    expect(textOf(broken)).toBe(textOf(await plain()));
    expect(broken.state.usage.server?.estimatedTokens).toBeGreaterThan(0);
  });

  test.each(['malformed', 'types'] as const)(
    'that answers what is not of the interface (%s) ends the run with a reason, and not the next one',
    async (kind) => {
      const { run, plain } = await withFaults([{ kind, amount: 0 }]);
      const failed = await run();
      expect(failed.state.failure).toMatchObject({ code: 'server-failed', why: { kind: 'malformed' } });
      expect(failed.log.length).toBeGreaterThan(2);
      expect(textOf(await run())).toBe(textOf(await plain()));
    },
  );

  test('that never ends is left where the tokens are used up', async () => {
    const { run } = await withFaults([{ kind: 'endless', amount: 0 }]);
    const { state } = await run();
    expect(state.sequences[0]?.tokens).toHaveLength(120);
    expect(state.sequences[0]?.end).toBe('length');
  });

  test('that goes silent is not waited for without end', async () => {
    const { run } = await withFaults([{ kind: 'slow', amount: 60 }]);
    const { state } = await run();
    expect(state.failure).toMatchObject({ code: 'server-failed', why: { kind: 'silent' } });
  });

  test('is let go at once when a run is cancelled', async () => {
    const { model } = await withFaults([{ kind: 'slow', amount: 0.2 }]);
    const one = model();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 300);
    const { state } = await remoteRun(one, strategyOf(one, 'self-consistency', { samples: 8 }), {
      problem,
      signal: stop.signal,
    });
    expect(state.status).toBe('cancelled');
  });

  test('goes on with a run that broke off, from its log', async () => {
    const { model, plain } = await withFaults([]);
    const whole = await plain();
    const ninth = whole.log.filter(({ event }) => event.type === 'token')[8];
    const broken = whole.log.slice(0, ninth && whole.log.indexOf(ninth));
    const strategy = strategyOf(model(), 'chain-of-thought');
    const resumed = await remoteRun(model(), strategy, { problem }, broken);
    expect(textOf(resumed)).toBe(textOf(whole));
    expect(resumed.log.filter(({ event }) => event.type === 'token' && event.recalled)).toHaveLength(8);
  });

  test('that is not there is said to be away', async () => {
    const gone = await startHandler(async () => jsonReply({}));
    gone.close();
    const listing = serversInNode(shortPatience).listModels(
      accessTo(gone.address),
      new AbortController().signal,
    );
    await expect(listing).rejects.toMatchObject({
      failure: { code: 'server-failed', why: { kind: 'unreachable', local: true } },
    });
  });

  test('without the model, or of another kind, is told apart', async () => {
    const server = await startTestServer(['countdown']);
    open.push(server);
    const { url } = server;
    const servers = serversInNode(shortPatience);
    const { signal } = new AbortController();
    await expect(servers.probe(accessTo(`${url}/v1`), 'qwen3', signal)).rejects.toMatchObject({
      failure: { why: { kind: 'no-model', model: 'qwen3' } },
    });
    await expect(servers.listModels(accessTo(`${url}/v2`), signal)).rejects.toMatchObject({
      failure: { why: { kind: 'no-interface' } },
    });
  });
});

test('a key is in a header and nowhere else: not in logs, files, links, failures or words', async () => {
  const asked: string[] = [];
  const guard = await startHandler(async ({ body, path }) => {
    asked.push(body, path);
    return jsonReply({ error: { message: `Incorrect API key provided: ${key}. You can find it at …` } }, 401);
  });
  open.push(guard);
  const well = await startTestServer(['countdown']);
  open.push(well);
  const { found } = await lookAt(accessTo(`${well.url}/v1`, key), 'countdown');
  const servers = serversInNode(shortPatience);
  const texts: string[] = [];
  for (const address of [`${well.url}/v1`, guard.address]) {
    const model = servers.openRemote(accessTo(address, key), { address, name: 'countdown' }, found);
    const strategy = strategyOf(model, 'chain-of-thought');
    const { log, state } = await remoteRun(model, strategy, { problem });
    const experiment = experimentOn(model, strategy, { problem });
    const saved = await saveRun(experiment, log);
    texts.push(
      JSON.stringify(log),
      await encodeExperiment(experiment),
      saved.ok ? await new Response(saved.content).text() : '',
      state.failure ? explainAll(state.failure) : '',
      JSON.stringify(model.info),
    );
    if (address === guard.address)
      expect(state.failure).toMatchObject({ why: { kind: 'no-key', sent: true } });
    else expect(state.status).toBe('finished');
  }
  expect([...texts, ...asked].filter((text) => text.includes(key))).toEqual([]);
  // Whoever is asked gets it.
  expect(asked.length).toBeGreaterThan(0);
});

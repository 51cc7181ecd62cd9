import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { modelsAtHand } from './models-at-hand.ts';
import { readExperiment } from './read-experiment.ts';
import { startTestServer, type TestServer } from './serve/testing/with-server.ts';
import { measureHere } from './sweep-measure.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(['countdown']);
});
afterAll(() => server.close());

const { signal } = new AbortController();
const at = (flags: object = {}) => modelsAtHand({ server: server.url, ...flags }, signal);

describe('a server that was named', () => {
  test('gives its only model without a name, and the page’s settings for it', async () => {
    const models = at();
    const id = `${server.url}/v1#countdown`;
    expect(await models.idOf(undefined)).toBe(id);
    const experiment = await readExperiment(undefined, { problem: '24: 4 9 10 13' }, models);
    expect(experiment).toMatchObject({ model: id, sampling: { maxTokens: 200 } });
    expect(models.find(id)).toMatchObject({ engine: 'remote', families: ['countdown'] });
    expect(models.concurrency).toBe(16);
  });

  test('measures what is measured here', async () => {
    const models = at();
    const id = await models.idOf('countdown');
    if (id === undefined) throw new Error('no id');
    await models.look([id]);
    const experiment = defaultExperiment('countdown', 'self-consistency');
    const there = await measureHere(signal, models.open)({ ...experiment, model: id });
    const here = await measureHere(signal)(experiment);
    expect(there.answer).toEqual(here.answer);
    const answers = ({ traces }: typeof here) => traces.map(({ answer }) => answer);
    expect(answers(there)).toEqual(answers(here));
  });

  test('is asked for what a link names only where the person names it too', async () => {
    const model = 'http://elsewhere.test/v1#countdown';
    const link = await encodeExperiment({ ...defaultExperiment('countdown'), model });
    expect(link).toMatch(/^#v7\./);
    const models = at();
    expect((await readExperiment(link, {}, models)).model).toBe(model);
    await expect(models.look([model])).rejects.toThrow('--server http://elsewhere.test/v1');
  });
});

describe('a key', () => {
  test('comes from the environment, and not where others could read it unless it is named', () => {
    vi.stubEnv('OPENAI_API_KEY', undefined);
    expect(() => at({ 'key-env': 'NO_SUCH_KEY' })).toThrow('NO_SUCH_KEY');
    vi.unstubAllEnvs();
  });

  test('without a server, and an address that is none, are told', () => {
    expect(() => modelsAtHand({ 'key-env': 'A' }, signal)).toThrow('--server');
    expect(() => modelsAtHand({ server: 'ftp://a' }, signal)).toThrow('ftp://a');
  });
});

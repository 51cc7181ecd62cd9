import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { serverFailed } from '#policy/remote/trouble.ts';
import type { AgreedServer, ServerAbilities, ServerAccess, Servers } from '#worker/servers.ts';
import { settled, testApp } from '../testing/fakes.ts';
import { abilitiesOf, isHere } from './library-state.ts';

const address = 'http://localhost:8000/v1';
const model = `${address}#qwen`;
const signal = new AbortController().signal;

/** A chat that neither goes on from a text nor scores one. */
const found: ServerAbilities = {
  context: 4096,
  completions: false,
  chat: true,
  template: null,
  continuesReply: null,
  logprobs: null,
  seeded: false,
  several: false,
  keepsStop: false,
  narrows: false,
  scores: false,
  thinking: null,
  thinkingSwitch: null,
  trained: null,
};

class FakeServers implements Servers {
  readonly asked: ServerAccess[] = [];
  agreed: readonly AgreedServer[] = [];
  down = false;

  agree(servers: readonly AgreedServer[]): void {
    this.agreed = servers;
  }
  async list(access: ServerAccess) {
    this.asked.push(access);
    if (this.down) throw serverFailed(access.address, { kind: 'unreachable', local: true });
    return [{ name: 'qwen', context: 4096 }];
  }
  async probe(access: ServerAccess) {
    this.asked.push(access);
    return found;
  }
}

async function open({
  kept = new Map<string, string>(),
  tab = new Map<string, string>(),
  fragment = '',
} = {}) {
  const servers = new FakeServers();
  const { app, runWorker, changedElsewhere } = await testApp({ kept, tab, servers, fragment });
  return {
    app,
    runWorker,
    servers,
    kept,
    tab,
    changedElsewhere,
    library: () => app.store.getState().library,
  };
}

describe('servers that a person adds', () => {
  it('are asked for their models, agreed to and known on the next visit, where nothing is asked anew', async () => {
    const { app, servers, kept, library } = await open();
    const control = await app.models.servers();
    expect(await control.add('localhost:8000', '', false, signal)).toBeNull();
    expect(library().servers).toMatchObject([
      { address, label: 'localhost:8000', models: [{ name: 'qwen' }], concurrency: 16 },
    ]);
    expect(servers.agreed).toMatchObject([{ address, key: null }]);
    expect(isHere(library(), model)).toBe(true);

    const next = await open({ kept });
    await next.app.models.servers();
    expect(next.library().servers).toMatchObject([{ address, models: [{ name: 'qwen' }] }]);
    expect(next.servers.agreed).toMatchObject([{ address }]);
    expect(next.servers.asked).toEqual([]);
  });

  it('of two tabs stay beside each other, and one that was removed does not come back', async () => {
    const first = await open();
    const second = await open({ kept: first.kept });
    const [here, there] = [await first.app.models.servers(), await second.app.models.servers()];
    await here.add(address, 'secret', false, signal);
    await here.probe(address, 'qwen', signal);
    // The other tab has not been told yet.
    await there.add('localhost:9000', '', false, signal);
    first.changedElsewhere();
    const both = [{ address }, { address: 'http://localhost:9000/v1' }];
    for (const { library } of [first, second]) expect(library().servers).toMatchObject(both);
    expect(first.servers.agreed).toMatchObject([{ key: 'secret' }, { key: null }]);
    expect(first.library().servers[0]?.abilities).toEqual({ qwen: found });

    there.remove(address);
    first.changedElsewhere();
    here.setConcurrency('http://localhost:9000/v1', 4);
    expect(first.servers.agreed).toMatchObject([both[1]]);
    second.changedElsewhere();
    expect(second.library().servers).toMatchObject([{ ...both[1], concurrency: 4 }]);
    expect(second.library().servers).toHaveLength(1);
    // Its key went with it.
    await there.add(address, '', false, signal);
    first.changedElsewhere();
    expect(first.servers.agreed).toMatchObject([both[1], { address, key: null }]);
  });

  it('are not kept where they do not answer, and what was there stays', async () => {
    const { app, servers, library } = await open();
    const control = await app.models.servers();
    await control.add(address, '', false, signal);
    servers.down = true;
    expect(await control.add('localhost:9000', '', false, signal)).toMatchObject({
      code: 'server-failed',
      why: { kind: 'unreachable' },
    });
    expect(await control.add('not an address', '', false, signal)).toBe('no-address');
    expect(library().servers.map((server) => server.address)).toEqual([address]);
  });

  it('say what a model can do, once it was looked at', async () => {
    const { app, library } = await open();
    const control = await app.models.servers();
    await control.add(address, '', false, signal);
    expect(abilitiesOf(model, library()).capabilities.goesOn).toBeUndefined();
    expect(await control.probe(address, 'qwen', signal)).toBeNull();
    expect(abilitiesOf(model, library()).capabilities).toMatchObject({ goesOn: false, scores: false });
    expect(abilitiesOf(model, library())).toBe(abilitiesOf(model, library()));
  });

  it('take so many requests at once as a person says, and are forgotten when they say so', async () => {
    const { app, servers, kept, library } = await open();
    const control = await app.models.servers();
    await control.add(address, 'sk-secret', true, signal);
    control.setConcurrency(address, 64);
    expect(servers.agreed).toMatchObject([{ concurrency: 64, key: 'sk-secret' }]);
    control.remove(address);
    expect(library().servers).toEqual([]);
    expect(servers.agreed).toEqual([]);
    expect(isHere(library(), model)).toBe(false);
    const next = await open({ kept });
    await next.app.models.servers();
    expect(next.library().servers).toEqual([]);
  });

  it('are left out where what was kept is none', async () => {
    for (const text of ['[', '{}', '[{"address":"javascript:alert(1)","concurrency":1,"models":[]}]']) {
      const { app, servers, library } = await open({ kept: new Map([['servers', text]]) });
      await app.models.servers();
      expect(library().servers).toEqual([]);
      expect(servers.agreed).toEqual([]);
    }
  });
});

describe('the key of a server', () => {
  it('is in memory alone', async () => {
    const { app, servers, kept, tab } = await open();
    await (await app.models.servers()).add(address, 'sk-secret', false, signal);
    expect(servers.agreed).toMatchObject([{ key: 'sk-secret' }]);
    const written = JSON.stringify([...kept, ...tab, app.store.getState().library, app.setup.link()]);
    expect(written).toContain('localhost:8000');
    expect(written).not.toContain('secret');
  });

  it('is kept until the tab closes where a person wants that, for its address alone, and removed with it', async () => {
    const { app, kept, tab } = await open();
    await (await app.models.servers()).add(address, 'sk-secret', true, signal);
    expect(JSON.stringify([...kept])).not.toContain('secret');

    const again = await open({ kept, tab });
    const control = await again.app.models.servers();
    expect(again.servers.agreed).toMatchObject([{ address, key: 'sk-secret' }]);
    await control.add('localhost:9000', '', false, signal);
    expect(again.servers.asked).toMatchObject([{ key: null }]);
    control.remove(address);
    expect(JSON.stringify([...tab])).not.toContain('secret');
  });
});

describe('a link with a model on a server', () => {
  const linked = () => encodeExperiment({ ...defaultExperiment('countdown'), model });

  it('asks it nothing, and cannot be run, before a person agrees', async () => {
    const { app, servers, runWorker } = await open({ fragment: await linked() });
    await settled();
    expect(app.setup.blocked(app.store.getState())).toContain('localhost:8000');
    app.runs.start();
    await settled();
    expect(servers.asked).toEqual([]);
    expect(servers.agreed).toEqual([]);
    expect(runWorker.asked).toEqual([]);

    await (await app.models.servers()).add(address, '', false, signal);
    expect(app.setup.blocked(app.store.getState())).toBeNull();
    app.runs.start();
    await settled();
    expect(runWorker.asked.map((experiment) => experiment.model)).toEqual([model]);
  });

  it('runs where its server was added on an earlier visit', async () => {
    const { app, kept } = await open();
    await (await app.models.servers()).add(address, '', false, signal);
    const next = await open({ kept, fragment: await linked() });
    await next.app.models.servers();
    expect(next.app.setup.blocked(next.app.store.getState())).toBeNull();
  });
});

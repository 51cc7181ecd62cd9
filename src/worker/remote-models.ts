import type { RemoteModel } from '#policy/model-handle.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { ServerEngine } from '#policy/remote/server-engine.ts';
import type { AgreedServer } from '#policy/remote/server.ts';
import { orPartMissing, whilePartComes } from './arrival.ts';
import type { Handlers } from './calls/server.ts';
import type { EngineHost, OnProgress } from './engine-host.ts';
import type { ServerCalls } from './servers.ts';

/** Models on servers: those that were agreed to, and no others. What asks them is fetched with the first. */
export class RemoteHost implements EngineHost<RemoteModel> {
  private agreed: readonly AgreedServer[] = [];

  readonly handlers: Handlers<ServerCalls> = {
    agree: async ({ servers }) => {
      this.agreed = servers;
    },
    listServer: async ({ access }, { signal }) => (await this.part(signal)).listModels(access, signal),
    probeServer: async ({ access, model }, { signal }) =>
      (await this.part(signal)).probe(access, model, signal),
  };

  /** What an id of a server's model names: whatever reads it comes with the part. */
  async find(id: string, signal: AbortSignal): Promise<RemoteModel | undefined> {
    return (await this.part(signal)).modelOf(id);
  }

  /** One that was not looked at yet is looked at now. */
  async open(model: RemoteModel, onProgress: OnProgress, signal: AbortSignal) {
    const { address, name } = model.server;
    const server = this.agreed.find((one) => one.address === address);
    if (!server)
      throw new PolicyError({
        code: 'server-failed',
        host: new URL(address).host,
        why: { kind: 'not-agreed' },
      });
    const progress = { model: model.id, bytes: 0, totalBytes: 0 } as const;
    onProgress({ ...progress, phase: 'starting' });
    const servers = await this.part(signal);
    const found = server.abilities[name] ?? (await servers.probe(server, name, signal));
    onProgress({ ...progress, phase: 'ready' });
    return servers.openRemote(server, model.server, found);
  }

  readonly openSecond = this.open.bind(this);

  private async part(signal: AbortSignal): Promise<ServerEngine> {
    const part = whilePartComes(import('#policy/remote/browser.ts'));
    return (await orPartMissing(part, 'servers', signal)).servers;
  }
}

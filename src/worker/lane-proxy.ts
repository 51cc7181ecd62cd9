import { PolicyError } from '#policy/policy-error.ts';
import type { Lane } from '#train/lane.ts';
import { Connection, type Port } from './calls/client.ts';
import type { LaneCalls } from './lane-calls.ts';
import { later, serverPatience, workerPatience } from './watch.ts';

/** A lane in a worker of its own. Rejects where it does not start. */
export async function openLaneProxy(
  port: Port,
  open: LaneCalls['open']['args'],
  signal: AbortSignal,
): Promise<Lane> {
  const worker = new Connection<LaneCalls>({
    port,
    patience: workerPatience,
    patienceAtFirst: serverPatience,
    later,
    onDeath: (death) => new PolicyError({ code: 'worker-crashed', silent: death.kind === 'silent' }),
  });
  const close = () => worker.close(new DOMException('The lane was closed.', 'AbortError'));
  try {
    await worker.call('open', open, { signal });
  } catch (error) {
    close();
    throw error;
  }
  return {
    sample: (wishes, abort) => worker.call('sample', wishes, { signal: abort }),
    logs: (sequences, wish) => worker.call('logs', { sequences, wish }),
    gradients: (shards, rule) => worker.call('gradients', { shards, rule }),
    apply: (gradient, step) => worker.call('apply', { gradient, step }),
    exported: () => worker.call('exported', null),
    weights: () => worker.call('weights', null),
    take: (weights) => worker.call('take', weights),
    close,
  };
}

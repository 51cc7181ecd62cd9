import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { readFrom, readKernel } from '#policy/embedded/node.ts';
import { parseManifest } from '#policy/embedded/manifest.ts';
import { readTrainerKernel } from '#policy/embedded/trainer/node.ts';
import { toFailure } from '#policy/policy-error.ts';
import { shardCount } from '#train/lane-pool.ts';
import type { Lane } from '#train/lane.ts';
import type { Port } from '#worker/calls/client.ts';
import type { Reply } from '#worker/calls/protocol.ts';
import { openLaneProxy } from '#worker/lane-proxy.ts';
import type { LaneFiles } from '#worker/lane-here.ts';
import type { OpenedLane } from '#worker/open-lane.ts';
import { numberFlag } from '../flags.ts';
import { openLaneInNode } from './lane-in-node.ts';

/** Lanes on one model. */
export interface OpenedLanes {
  readonly lanes: readonly Lane[];
  readonly model: OpenedLane['model'];
}

/** One lane a core, each in a thread of its own; a single one is in this one. Rejects like `openLane`, or with UsageError. */
export async function openLanes(
  id: string,
  cores: string | undefined,
  signal: AbortSignal,
): Promise<OpenedLanes> {
  const most = { min: 1, max: shardCount, whole: true };
  const count = numberFlag('--cores', cores, most) ?? Math.min(shardCount, availableParallelism());
  if (count === 1) {
    const { lane, model } = await openLaneInNode(id);
    return { lanes: [lane], model };
  }
  const files = await laneFiles(id);
  const manifest = files.files.get(`${id}/manifest.json`) ?? new Uint8Array();
  const { name, files: named } = parseManifest(manifest, id);
  const lanes = await Promise.all(
    Array.from({ length: count }, () => openLaneProxy(threadPort(), files, signal)),
  );
  return { lanes, model: { id, name, weightsSha256: named.weights.sha256 } };
}

async function laneFiles(id: string): Promise<LaneFiles> {
  const read = readFrom();
  const paths = [`${id}/manifest.json`, `${id}/weights.bin`];
  const [kernel, trainerKernel] = await Promise.all([
    WebAssembly.compile(await readKernel()),
    WebAssembly.compile(await readTrainerKernel()),
  ]);
  const files = new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)));
  return { id, files, kernel, trainerKernel };
}

/** A thread as the browser's workers are spoken to. */
function threadPort(): Port {
  const thread = new Worker(new URL('lane-thread-start.mjs', import.meta.url));
  const port: Port = {
    postMessage: (message) => thread.postMessage(message),
    onmessage: null,
    terminate: () => void thread.terminate(),
  };
  const receive = (data: Reply) => port.onmessage?.(new MessageEvent('message', { data }));
  thread.on('message', receive);
  thread.on('error', (error) => receive({ type: 'broken', failure: toFailure(error) }));
  return port;
}

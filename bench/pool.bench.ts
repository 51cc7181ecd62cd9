/**
 * N samples of one problem on the pool of workers, one a core, against one after another without cache or batch on one:
 * `npx tsx bench/pool.bench.ts [model] [workers]`. What the page's user gets from the whole runtime.
 *
 * The two alternate within each round; other work on the machine only ever slows a round, so the quickest of each count. Beside the
 * clock's ratio stands that of processor times, the pool's being its busiest thread's: what it would be with the cores to itself,
 * but for waiting. Linux alone tells the times of threads.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { openForCli } from '#cli/open.ts';
import type { LanguageModel, SamplingModel, SampleOptions } from '#policy/language-model.ts';
import { openInNode } from '#policy/embedded/node.ts';
import { createPool } from '#policy/pool.ts';
import { createReferenceModel } from '#policy/runtime/testing/reference-model.ts';
import type { Usage } from '#run/events.ts';
import type { Reply } from '#worker/calls/protocol.ts';
import { openModelProxy, type ModelPort } from '#worker/model-proxy.ts';

const id = process.argv[2] ?? 'countdown';
const workers = Number(process.argv[3] ?? availableParallelism());
const rounds = 25;
const warmUps = 5;

const { engine, codec, info } = await openInNode(id);
const reference = createReferenceModel(engine, codec, info);
const first = await openForCli(id);
const pool = createPool(
  first,
  await Promise.all(Array.from({ length: workers - 1 }, () => openThread(first))),
);

const problem =
  info.families[0] === 'arithmetic'
    ? ({
        family: 'arithmetic',
        terms: [
          { sign: '+', left: 47, right: 6 },
          { sign: '+', left: 38, right: 4 },
        ],
      } as const)
    : ({ family: 'countdown', numbers: [2, 11, 5, 9], target: 24 } as const);
const prompt = codec.prompt(structuredClone(problem) as never, { kind: 'think', effort: 'high' });
const options: SampleOptions = { temperature: 0.7, topK: 0, topP: 1, minP: 0, maxTokens: 120, seed: 1 };

console.log(`Model ${id}, ${workers} workers, quickest of ${rounds} rounds.`);
console.log('   N  tokens/s, pool  one after another  ratio  ratio by processor time (median)');
for (const n of [1, 4, 16, 32]) {
  const speeds = { pool: 0, plain: 0 };
  const ratios: number[] = [];
  for (let round = 0; round < warmUps + rounds; round++) {
    // A seed a round: nothing of the last round's samples helps this one but the prompt itself.
    const seed = 1000 * n + round;
    const together = await measure(() => count(pool, { ...options, n, seed }));
    const inTurn = await measure(async () => {
      let tokens = 0;
      for (let firstIndex = 0; firstIndex < n; firstIndex++)
        tokens += await count(reference, { ...options, seed, firstIndex });
      return tokens;
    });
    if (round < warmUps) continue;
    speeds.pool = Math.max(speeds.pool, together.perSecond);
    speeds.plain = Math.max(speeds.plain, inTurn.perSecond);
    ratios.push(together.perBusySecond / inTurn.perBusySecond);
  }
  console.log(
    `${String(n).padStart(4)} ${speeds.pool.toFixed(0).padStart(14)} ${speeds.plain.toFixed(0).padStart(18)} ${(speeds.pool / speeds.plain).toFixed(2).padStart(6)} ${median(ratios).toFixed(2).padStart(24)}`,
  );
}
pool.close();

/** Tokens a second, by the clock and by the time of the busiest thread. */
async function measure(
  work: () => Promise<number>,
): Promise<{ readonly perSecond: number; readonly perBusySecond: number }> {
  const before = threadTimes();
  const start = performance.now();
  const tokens = await work();
  const seconds = (performance.now() - start) / 1000;
  const busy = [...threadTimes()].map(([thread, time]) => time - (before.get(thread) ?? 0));
  return { perSecond: tokens / seconds, perBusySecond: tokens / Math.max(...busy) };
}

/** Seconds of the processor that each thread has had; none where nobody tells. */
function threadTimes(): ReadonlyMap<string, number> {
  const folder = '/proc/self/task';
  try {
    return new Map(
      readdirSync(folder).map((thread) => {
        const [nanoseconds] = readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ');
        return [thread, Number(nanoseconds) / 1e9];
      }),
    );
  } catch {
    return new Map();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[values.length >> 1]!;
}

async function count(model: LanguageModel, asked: SampleOptions): Promise<number> {
  let tokens = 0;
  for await (const event of model.sample(prompt, asked, new AbortController().signal))
    if (event.type === 'token') tokens++;
  return tokens;
}

function openThread(local: LanguageModel): Promise<SamplingModel> {
  const thread = new Worker(new URL('./pool-thread.mjs', import.meta.url), { workerData: id });
  const port: ModelPort = {
    postMessage: (message) => thread.postMessage(message),
    onmessage: null,
    terminate: () => void thread.terminate(),
  };
  thread.on('message', (data: Reply<Usage>) => port.onmessage?.({ data } as MessageEvent<Reply<Usage>>));
  // The thread opens the model from disk itself; the parts are for workers in a page.
  const parts = {
    id,
    files: new Map(),
    kernel: new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])),
  };
  return openModelProxy({ port, open: { parts }, words: local });
}

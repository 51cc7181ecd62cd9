/**
 * What the bench does inside a page: eight samples of one prompt, on the project's kernel in a worker, as the page has it, and on
 * wllama, which starts a worker of its own.
 */
import { loadKernel } from '#policy/embedded/browser.ts';
import type { SampleOptions, SamplingModel } from '#policy/language-model.ts';
import { createPool } from '#policy/pool.ts';
import { openModelProxy } from '#worker/model-proxy.ts';
import { createRuntimeModel } from '#policy/runtime/runtime-model.ts';
import { openEmbedded } from '#policy/embedded/open.ts';
import { breathe } from '#worker/breathe.ts';

export interface Drawn {
  /** Of each sample, in the order of their seeds. */
  readonly texts: readonly string[];
  readonly tokens: number;
  readonly milliseconds: number;
}

export interface SampleRequest {
  readonly tokens: number;
  readonly temperature: number;
  readonly seed: number;
  /** Which of the samples of this seed. */
  readonly from: number;
  readonly count: number;
}

export interface WllamaSetting {
  readonly threads: number;
  readonly slots: number;
  /** One cache for all slots, its default; else one for each. */
  readonly shared: boolean;
}

/** Both take requests of this form. */
export interface Peer {
  draw(request: SampleRequest): Promise<Drawn>;
  close(): Promise<void>;
}

declare global {
  interface Window {
    openOurs(workers: number): Promise<void>;
    openWllama(how: WllamaSetting): Promise<{ threads: number }>;
    draw(which: 'ours' | 'wllama', request: SampleRequest): Promise<Drawn>;
    closeBoth(): Promise<void>;
  }
}

/** The part of wllama's interface that is used here; it is no dependency. */
interface Wllama {
  loadModel(files: readonly Blob[], options: Readonly<Record<string, unknown>>): Promise<void>;
  createCompletion(options: Readonly<Record<string, unknown>>): Promise<{
    readonly choices: readonly { readonly text: string }[];
    readonly usage: { readonly completion_tokens: number };
  }>;
  getNumThreads(): number;
  exit(): Promise<void>;
}
interface WllamaModule {
  readonly Wllama: new (paths: { readonly default: string }, config: object) => Wllama;
}

const promptLength = 24;
let open: Partial<Record<'ours' | 'wllama', Peer>> = {};

window.openOurs = async (workers) => {
  open.ours = await openOurs(workers);
};
window.openWllama = async (how) => {
  const { peer, threads: used } = await openWllama(how);
  open.wllama = peer;
  return { threads: used };
};
window.draw = (which, request) => {
  const peer = open[which];
  if (!peer) throw new Error(`${which} is not open`);
  return peer.draw(request);
};
window.closeBoth = async () => {
  await Promise.all(Object.values(open).map((peer) => peer.close()));
  open = {};
};

async function openOurs(workers: number): Promise<Peer> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const path of ['random/manifest.json', 'random/weights.bin'])
    files.set(path, new Uint8Array(await (await fetch(`/bench-files/${path}`)).arrayBuffer()));
  const kernel = await loadKernel();
  const fetchFile = (path: string) => Promise.resolve(files.get(path)!);
  // Words are this side's; all computing is the workers'.
  const opened = await openEmbedded({ id: 'random', fetchFile, wasm: kernel });
  const words = createRuntimeModel({ ...opened, now: () => performance.now() / 1000, breathe });
  const copies = await Promise.all(
    Array.from({ length: workers }, () => {
      const port = new Worker(new URL('../../src/worker/model.worker.ts', import.meta.url), {
        type: 'module',
      });
      return openModelProxy({ port, open: { parts: { id: 'random', files, kernel } }, words });
    }),
  );
  const model: SamplingModel = createPool({ ...words, ...copies[0]! }, copies.slice(1));
  const prompt = Array.from({ length: promptLength }, (_, index) => (index * 7 + 20) % 200);
  return {
    async draw({ tokens: maxTokens, temperature, seed, from, count }) {
      const options: SampleOptions = { temperature, topK: 0, topP: 1, minP: 0, maxTokens, seed };
      const texts = Array.from({ length: count }, () => '');
      let tokens = 0;
      const start = performance.now();
      const stream = model.sample(
        prompt,
        { ...options, n: count, firstIndex: from },
        new AbortController().signal,
      );
      for await (const event of stream) {
        if (event.type !== 'token') continue;
        tokens += 1;
        // Ids and log-probabilities: every bit of what was drawn.
        texts[event.index] += `${event.token.id} ${event.token.logprob} `;
      }
      return { texts, tokens, milliseconds: performance.now() - start };
    },
    async close() {
      for (const copy of copies) copy.close();
    },
  };
}

async function openWllama({
  threads,
  slots,
  shared,
}: WllamaSetting): Promise<{ peer: Peer; threads: number }> {
  const folder = '/node_modules/@wllama/wllama/esm';
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a package without which this bench does not run
  const { Wllama: Engine } = (await import(/* @vite-ignore */ `${folder}/index.js`)) as WllamaModule;
  const logger = { debug() {}, log() {}, warn() {}, error: console.error };
  const engine = new Engine({ default: `${folder}/wasm/wllama.wasm` }, { suppressNativeLog: true, logger });
  const file = await (await fetch('/bench-files/random.gguf')).blob();
  await engine.loadModel([file], {
    n_ctx: 256 * slots,
    n_parallel: slots,
    kv_unified: shared,
    n_threads: threads,
    n_gpu_layers: 0,
  });
  const prompt = Array.from({ length: promptLength }, (_, index) =>
    String.fromCharCode(97 + ((index * 7) % 26)),
  ).join('');
  const one = (request: SampleRequest, index: number) =>
    engine.createCompletion({
      prompt,
      max_tokens: request.tokens,
      temperature: request.temperature,
      seed: request.seed * 1000 + index,
      top_k: 0,
      top_p: 1,
      min_p: 0,
      samplers_sequence: ['temperature'],
      penalty_repeat: 1,
      ignore_eos: true,
      cache_prompt: true,
    });
  return {
    threads: engine.getNumThreads(),
    peer: {
      async draw(request) {
        const start = performance.now();
        const indices = Array.from({ length: request.count }, (_, index) => request.from + index);
        const drawn = await Promise.all(indices.map((index) => one(request, index)));
        const milliseconds = performance.now() - start;
        const tokens = drawn.reduce((sum, { usage }) => sum + usage.completion_tokens, 0);
        return { texts: drawn.map(({ choices }) => choices[0]!.text), tokens, milliseconds };
      },
      close: () => engine.exit(),
    },
  };
}

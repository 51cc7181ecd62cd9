/**
 * WebLLM alone, one completion after another through its public API, against the driver of this project over the same
 * weights: N samples of one prompt, and a search tree.
 *
 *   SECOND_THOUGHT_MODEL=FOLDER npm run bench:webllm -- [--prompt 200] [--tokens 64] [--counts 1,4,8,16]
 *     [--levels 8] [--width 8] [--step 16] [--rounds 3] [--plain 4] [--sequential]
 *
 * Both sides do what their user waits for: prefill, every step, sampling; end tokens are ignored, so that all write as
 * much. No prompt is used twice. The two alternate within each round; other work on the machine only ever slows a round,
 * so the quickest of each counts. `--plain`: completions (in the tree, nodes of a level) that WebLLM alone is timed on;
 * the others are taken to be like them. On a software adapter fewer of everything.
 */
import { parseArgs } from 'node:util';
import type { LanguageModel, SampleOptions, TokenId } from '#policy/language-model.ts';
import { countGpuMemory } from './gpu-memory.ts';
import { openModelFolder, type ModelFolder } from './open-folder.ts';

const { values: flags } = parseArgs({
  options: {
    prompt: { type: 'string', default: '200' },
    tokens: { type: 'string', default: '64' },
    counts: { type: 'string', default: '1,4,8,16' },
    levels: { type: 'string', default: '8' },
    width: { type: 'string', default: '8' },
    step: { type: 'string', default: '16' },
    rounds: { type: 'string', default: '3' },
    plain: { type: 'string', default: '4' },
    sequential: { type: 'boolean', default: false },
  },
});
const [promptTokens, tokens, levels, width, step, rounds, plainRuns] = [
  flags.prompt,
  flags.tokens,
  flags.levels,
  flags.width,
  flags.step,
  flags.rounds,
  flags.plain,
].map(Number) as [number, number, number, number, number, number, number];
const counts = flags.counts.split(',').map(Number);
const context = 1024 * Math.ceil((promptTokens + Math.max(tokens, levels * step) + 64) / 1024);

const folder = await openModelFolder(context);
const memory = countGpuMemory();
const plain = await openPlain(folder);
const plainBytes = memory();
const model = await folder.open({ sequentialOnly: flags.sequential, endless: true });
const driver = model.info.driver!.kind;
const ownBytes = memory() - plainBytes;
const prompts = promptMaker(folder);

// The first run of each shader compiles it; they are the same for any length.
await plain(prompts(20), 2);
for (const n of counts) await draw(model, model.encode(prompts(20)), n, 2);

/** Seconds, the quickest of all rounds. */
const best = new Map<string, number>();
for (let round = 0; round < rounds; round++) {
  await time('plain', async () => {
    for (let run = 0; run < plainRuns; run++) await plain(prompts(promptTokens), tokens);
  });
  for (const n of counts)
    await time(`own ${n}`, () => draw(model, model.encode(prompts(promptTokens)), n, tokens));
  if (levels === 0) continue;
  await time('plain tree', async () => {
    for (let level = 0; level < levels; level++) {
      for (let node = 0; node < Math.min(plainRuns, width); node++)
        await plain(prompts(promptTokens + level * step), step);
    }
  });
  await time('own tree', () => growTree(model, model.encode(prompts(promptTokens))));
}

const nodes = levels * width;
const plainRate = (plainRuns * tokens) / best.get('plain')!;
console.log(
  `\n${folder.model.id} on ${folder.adapter}, ${folder.webllmName}, a prompt of ${promptTokens} tokens, ${tokens} tokens a sample, quickest of ${rounds}. Driver: ${driver}.\n`,
);
console.log(`| | WebLLM alone, tokens/s | ${driver}, tokens/s | ratio |\n| --- | --- | --- | --- |`);
for (const n of counts) row(`N = ${n}`, plainRate, (n * tokens) / best.get(`own ${n}`)!);
if (levels > 0)
  row(
    `tree of ${nodes} nodes, ${step} tokens each`,
    (Math.min(plainRuns, width) * levels * step) / best.get('plain tree')!,
    (nodes * step) / best.get('own tree')!,
  );
console.log(
  `\nGPU memory: ${megabytes(plainBytes)} for WebLLM alone, ${megabytes(ownBytes)} for the driver with its cache.`,
);
model.close();
folder.close();
process.exit(0);

function row(name: string, alone: number, own: number): void {
  console.log(`| ${name} | ${alone.toPrecision(3)} | ${own.toPrecision(3)} | ${(own / alone).toFixed(2)} |`);
}

async function time(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  console.error(`${what}: ${seconds.toFixed(1)} s`);
  best.set(what, Math.min(best.get(what) ?? Infinity, seconds));
}

/** One completion of WebLLM's, by its public API. */
async function openPlain(opened: ModelFolder): Promise<(prompt: string, tokens: number) => Promise<void>> {
  const { MLCEngine } = await opened.loadWebLlm();
  const { id, source } = opened.model;
  const engine = new MLCEngine({
    appConfig: {
      model_list: [
        { model: source.weights, model_id: id, model_lib: source.library, overrides: source.overrides },
      ],
    },
    logLevel: 'ERROR',
  });
  await engine.reload(id);
  return async (prompt, length) => {
    const { usage } = await engine.completions.create({
      prompt,
      max_tokens: length,
      temperature: 1,
      top_p: 1,
      ignore_eos: true,
    });
    // It stops a token early where the first one counts.
    if (usage === undefined || Math.abs(usage.completion_tokens - length) > 1)
      throw new Error(`WebLLM wrote ${usage?.completion_tokens} tokens of ${length}`);
  };
}

/** Draws n samples; each one's tokens. */
async function sample(
  of: LanguageModel,
  prefix: readonly TokenId[],
  n: number,
  maxTokens: number,
): Promise<TokenId[][]> {
  const options: SampleOptions = { n, temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens, seed: 1 };
  const samples = Array.from({ length: n }, (): TokenId[] => []);
  for await (const event of of.sample(prefix, options, new AbortController().signal)) {
    if (event.type === 'token') samples[event.index]!.push(event.token.id);
  }
  return samples;
}

async function draw(of: LanguageModel, prefix: readonly TokenId[], n: number, length: number): Promise<void> {
  await sample(of, prefix, n, length);
}

/** As a beam search does it: of each level's nodes two are kept, and each of them has half of the next level's as children. */
async function growTree(of: LanguageModel, root: readonly TokenId[]): Promise<void> {
  let kept = [root, root];
  for (let level = 0; level < levels; level++) {
    const children = await Promise.all(
      kept.map(async (path) => (await sample(of, path, width / 2, step)).map((drawn) => [...path, ...drawn])),
    );
    kept = children.flat().slice(0, 2);
  }
}

/** Texts of as many tokens as asked for, none of which begins as another. */
function promptMaker({ words: { codec } }: ModelFolder): (tokens: number) => string {
  let made = 0;
  return (length) => {
    let text = `${++made}:`;
    while (codec.encode(text).length < length) text += ' a';
    return text;
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}

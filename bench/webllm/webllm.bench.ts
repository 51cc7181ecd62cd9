/**
 * WebLLM alone, one completion after another through its public API, against the driver of this project over the same
 * weights, and against what its forwards alone would give: N samples of one prompt, and a search tree.
 *
 *   SECOND_THOUGHT_MODEL=FOLDER npm run bench:webllm -- [--prompt 200] [--tokens 48] [--counts 1,4,8,16,32]
 *     [--cuts 1/0/1,0.6/20/0.95] [--levels 8] [--width 8] [--step 16] [--rounds 2] [--plain 4] [--steps 20] [--sequential]
 *     [--ahead 0] [--minutes 5] [--limit 32] [--budget 300]
 *
 * All sides do what their user waits for: prefill, every step, sampling; end tokens are ignored, so that all write as
 * much. No prompt is used twice. They alternate within each round; other work on the machine only ever slows a round, so
 * the quickest of each counts. `--plain`: completions (in the tree, nodes of a level) that WebLLM alone is timed on; the
 * others are taken to be like them. `--cuts`: temperature/top-k/top-p. `--ahead`: steps a round trip; 0: as measured at load.
 * Then every strategy runs, of so many tokens a trace (`--limit`, 0: none does) and a run (`--budget`). A round that would end
 * past two fifths of the minutes is left out. On a software adapter fewer of everything.
 */
import { parseArgs } from 'node:util';
import type { LanguageModel, SampleOptions, TokenId } from '#policy/language-model.ts';
import type { Truncation } from '#policy/runtime/logit-row.ts';
import type { StepEngine } from '#policy/runtime/step-engine.ts';
import { viewOf } from './engine-view.ts';
import { countGpuMemory } from './gpu-memory.ts';
import { openModelFolder } from './open-folder.ts';
import { openPlain } from './plain-webllm.ts';
import { runStrategies } from './run-strategies.ts';
import { type StepTimes, timeProcessorSampler, timeSteps, timeTurn } from './step-times.ts';

const { values: flags } = parseArgs({
  options: {
    prompt: { type: 'string', default: '200' },
    tokens: { type: 'string', default: '48' },
    counts: { type: 'string', default: '1,4,8,16,32' },
    cuts: { type: 'string', default: '1/0/1,0.6/20/0.95' },
    levels: { type: 'string', default: '8' },
    width: { type: 'string', default: '8' },
    step: { type: 'string', default: '16' },
    rounds: { type: 'string', default: '2' },
    plain: { type: 'string', default: '4' },
    steps: { type: 'string', default: '20' },
    sequential: { type: 'boolean', default: false },
    ahead: { type: 'string', default: '0' },
    minutes: { type: 'string', default: '5' },
    limit: { type: 'string', default: '32' },
    budget: { type: 'string', default: '300' },
  },
});
const number = (name: Exclude<keyof typeof flags, 'sequential' | 'counts' | 'cuts'>) => Number(flags[name]);
const [promptTokens, tokens, levels, width] = [
  number('prompt'),
  number('tokens'),
  number('levels'),
  number('width'),
];
const [step, rounds, plainRuns] = [number('step'), number('rounds'), number('plain')];
const counts = flags.counts.split(',').map(Number);
const cuts = flags.cuts.split(',').map((text): Truncation & { readonly name: string } => {
  const [temperature = 1, topK = 0, topP = 1] = text.split('/').map(Number);
  return { name: text, temperature, topK, topP, minP: 0 };
});
const context = 1024 * Math.ceil((promptTokens + Math.max(tokens, levels * step) + 64) / 1024);

const folder = await openModelFolder(context);
const memory = countGpuMemory();
const plain = await openPlain(folder);
const plainBytes = memory();
const opened = await folder.openDriver({ sequentialOnly: flags.sequential });
const ownBytes = memory() - plainBytes;
const { engine, driver } = opened;
const measured = engine.ahead ?? null;
const forced = number('ahead');
/** As many steps a call as are worth it by what was measured at load, or as many as were asked for. */
const ahead = forced === 0 || measured === null ? measured : { most: forced - 1, roundTrip: 1e6 };
const processor = viewOf(engine, { digests: false, ahead: null });
/** Ways to sample, each an engine under the same runtime. */
const ways: Readonly<Record<string, StepEngine>> =
  driver.sampling === 'gpu'
    ? {
        ...(ahead === null ? {} : { 'several steps': viewOf(engine, { digests: true, ahead }) }),
        'one step': viewOf(engine, { digests: true, ahead: null }),
        processor,
      }
    : { processor };
const promptOf = promptMaker();

// The first run of each shader compiles it; they are the same for any length.
await plain(promptOf(20), 2);
for (const sampler of Object.values(ways))
  for (const n of counts)
    await withRuntime(sampler, (model) => sample(model, model.encode(promptOf(20)), n, 2, cuts[0]!));

/** Seconds, the quickest of all rounds. */
const best = new Map<string, number>();
/** Forwards and tokens taken back in all rounds, by what was timed. */
const spent = new Map<string, { readonly forwards: number; readonly takenBack: number }>();
const started = performance.now();
let done = 0;
for (let round = 0; round < rounds; round++) {
  const seconds = (performance.now() - started) / 1000;
  if (round > 0 && (seconds / round) * (round + 1) > 24 * number('minutes')) break;
  done = round + 1;
  await time('plain', async () => {
    for (let run = 0; run < plainRuns; run++) await plain(promptOf(promptTokens), tokens);
  });
  for (const [name, sampler] of Object.entries(ways)) {
    for (const cut of cuts) {
      for (const n of counts) {
        await withRuntime(sampler, async (model) => {
          const prompt = model.encode(promptOf(promptTokens));
          await time(`${name} ${cut.name} ${n}`, () => sample(model, prompt, n, tokens, cut));
          const { forwards, takenBackTokens: takenBack = 0 } = model.usage();
          spent.set(`${name} ${cut.name} ${n}`, { forwards, takenBack });
        });
      }
    }
  }
  if (levels === 0) continue;
  await time('plain tree', async () => {
    for (let level = 0; level < levels; level++) {
      for (let node = 0; node < Math.min(plainRuns, width); node++)
        await plain(promptOf(promptTokens + level * step), step);
    }
  });
  for (const [name, sampler] of Object.entries(ways)) {
    await withRuntime(sampler, async (model) => {
      const root = model.encode(promptOf(promptTokens));
      await time(`${name} tree`, () => growTree(model, root));
    });
  }
}
const alone: StepTimes[] = [];
const callSteps = ahead === null ? 1 : Math.min(4, ahead.most + 1);
for (const n of counts) {
  const timing = { promptLength: promptTokens, n, steps: number('steps'), cut: cuts[0]!, callSteps };
  alone.push(await timeSteps(engine, timing));
}

const plainRate = (plainRuns * tokens) / best.get('plain')!;
console.log(
  `\n${folder.model.id} on ${folder.adapter}, ${folder.webllmName}, a prompt of ${promptTokens} tokens, ${tokens} tokens a sample, quickest of ${done}. Driver: ${driver.kind}, sampling on the ${driver.sampling}. WebLLM alone: ${plainRate.toPrecision(3)} tokens/s.\n`,
);
console.log(
  `| cut | N | forwards alone, tokens/s | ${Object.keys(ways)
    .map((name) => `${name}, tokens/s | of forwards alone | ratio to WebLLM alone`)
    .join(' | ')} |`,
);
console.log(
  `| --- | --- | --- |${Object.keys(ways)
    .map(() => ' --- | --- | --- |')
    .join('')}`,
);
for (const cut of cuts) {
  counts.forEach((n, at) => {
    const { prefill, forward } = alone[at]!;
    const limit = (1000 * n * tokens) / (prefill + (tokens - 1) * forward);
    const cells = Object.keys(ways).map((name) => {
      const rate = (n * tokens) / best.get(`${name} ${cut.name} ${n}`)!;
      return `${rate.toPrecision(3)} | ${((100 * rate) / limit).toFixed(0)}% | ${(rate / plainRate).toFixed(2)}`;
    });
    console.log(`| ${cut.name} | ${n} | ${limit.toPrecision(3)} | ${cells.join(' | ')} |`);
  });
}
const perRow = cuts.map((cut) => timeProcessorSampler(engine.vocabulary, cut).toFixed(2)).join(', ');
console.log(
  `\nSteps, in milliseconds; ${callSteps} steps a call. A round trip was measured at load as ${(measured?.roundTrip ?? 0).toFixed(2)} steps. A turn of the event loop: ${(await timeTurn()).toFixed(2)}. The processor's sampler, a row: ${perRow}.\n`,
);
console.log(
  '| N | prompt | forks | first step after them, more | first tokens | forward | with digests | with whole rows | one of several |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
counts.forEach((n, at) => {
  const { prefill, forks, afterForks, firstTokens, forward, digests, whole, ahead: several } = alone[at]!;
  const cells = [prefill, forks, afterForks, firstTokens, forward, digests, whole, several];
  console.log(`| ${n} | ${cells.map((cell) => cell?.toFixed(1) ?? '-').join(' | ')} |`);
});
if (ahead !== null) {
  const told = [...spent].filter(([name]) => name.startsWith('several steps'));
  for (const [name, { forwards, takenBack }] of told)
    console.log(`${name}: ${forwards} forwards, ${takenBack} tokens taken back`);
}
if (levels > 0) {
  const rate = (Math.min(plainRuns, width) * levels * step) / best.get('plain tree')!;
  console.log(
    `\nTree of ${levels * width} nodes, ${step} tokens each: WebLLM alone ${rate.toPrecision(3)} tokens/s`,
  );
  for (const name of Object.keys(ways)) {
    const own = (levels * width * step) / best.get(`${name} tree`)!;
    console.log(`  ${name} ${own.toPrecision(3)} tokens/s, ratio ${(own / rate).toFixed(2)}`);
  }
}
console.log(
  `\nGPU memory: ${megabytes(plainBytes)} for WebLLM alone, ${megabytes(ownBytes)} for the driver with its cache.`,
);
if (number('limit') > 0) {
  console.log('\nEvery strategy:');
  const model = await folder.runOn(opened, ways['several steps'] ?? engine);
  const failed = await runStrategies(model, { limit: number('limit'), budget: number('budget') });
  if (failed > 0) process.exitCode = 1;
}
folder.close();
process.exit();

async function time(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  console.error(`${what}: ${seconds.toFixed(2)} s`);
  best.set(what, Math.min(best.get(what) ?? Infinity, seconds));
}

async function withRuntime(
  over: StepEngine,
  work: (model: LanguageModel) => Promise<unknown>,
): Promise<void> {
  const model = await folder.runOn(opened, over, { endless: true });
  await work(model);
  model.close();
  // It gives its slots back once its loop has ended.
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Draws n samples; each one's tokens. */
async function sample(
  of: LanguageModel,
  prefix: readonly TokenId[],
  n: number,
  maxTokens: number,
  { temperature, topK, topP, minP }: Truncation,
): Promise<TokenId[][]> {
  const options: SampleOptions = { n, temperature, topK, topP, minP, maxTokens, seed: 1 };
  const samples = Array.from({ length: n }, (): TokenId[] => []);
  for await (const event of of.sample(prefix, options, new AbortController().signal)) {
    if (event.type === 'token') samples[event.index]!.push(event.token.id);
  }
  return samples;
}

/** As a beam search does it: of each level's nodes two are kept, and each of them has half of the next level's as children. */
async function growTree(of: LanguageModel, root: readonly TokenId[]): Promise<void> {
  let kept = [root, root];
  for (let level = 0; level < levels; level++) {
    const children = await Promise.all(
      kept.map(async (path) =>
        (await sample(of, path, width / 2, step, cuts[0]!)).map((drawn) => [...path, ...drawn]),
      ),
    );
    kept = children.flat().slice(0, 2);
  }
}

/** Texts of as many tokens as asked for, none of which begins as another. */
function promptMaker(): (length: number) => string {
  const { codec } = folder.words;
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

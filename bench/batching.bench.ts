/**
 * N samples of one problem: batched with prefix sharing, against one after another, side by side:
 * `npx tsx bench/batching.bench.ts [model]`. One core; the pool of workers comes on top.
 *
 * Every round does the same work from a cold cache, and the three alternate. Times are the processor's, as other work on the
 * machine takes turns with this one. It still slows a round down, through caches and clocks, so that medians are compared.
 */
import { openInNode } from '#policy/embedded/node.ts';
import type { LanguageModel, SampleOptions, TokenId } from '#policy/language-model.ts';
import { createRuntimeModel, type ForgettingModel } from '#policy/runtime/runtime-model.ts';
import { PortableSoftmax } from '#policy/runtime/row-softmax.ts';
import type { StepEngine } from '#policy/runtime/step-engine.ts';
import { createReferenceModel } from '#policy/runtime/testing/reference-model.ts';
import { processorTime } from './processor-time.ts';

const id = process.argv[2] ?? 'countdown';
/** Of as many samples and more, so that rounds of few are many. */
const samplesEach = 400;
/** Before: the functions are compiled while they run, which takes long where rounds are short. */
const warmUpSamples = 1600;
const counts = [1, 4, 16, 32];
const sampling: SampleOptions = { temperature: 0.7, topK: 0, topP: 1, minP: 0, maxTokens: 48, seed: 1 };

const opened = await openInNode(id);
/** Milliseconds inside the engine's forwards, which run synchronously. */
let inside = 0;
const engine = timeForwards(opened.engine);
const runtime = openRuntime();
/** One sequence at a time, each with its own prefill: neither batch nor cache. */
const reference = createReferenceModel(engine, opened.codec, opened.info);

/** A run of N samples. */
interface Run {
  readonly tokens: number;
  readonly milliseconds: number;
  /** Of them, those that were not spent in forwards. */
  readonly outside: number;
  readonly prefilled: number;
}

const problem =
  opened.info.families[0] === 'arithmetic'
    ? ({
        family: 'arithmetic',
        terms: [
          { sign: '+', left: 47, right: 6 },
          { sign: '+', left: 38, right: 4 },
        ],
      } as const)
    : ({ family: 'countdown', numbers: [2, 11, 5, 9], target: 24 } as const);
const prompt = opened.codec.prompt(structuredClone(problem) as never, { kind: 'think', effort: 'high' });

console.log(
  `Model ${id}, medians of rounds of ${samplesEach} samples together, by processor time. Samples of up to ${sampling.maxTokens} tokens, temperature ${sampling.temperature}.`,
);
for (let drawn = 0; drawn < warmUpSamples; drawn += 16) {
  await run(runtime, (model) => drawTogether(model, prompt, 16));
  await run(reference, (model) => drawInTurn(model, prompt, 1));
  await run(runtime, (model) => drawInTurn(model, prompt, 1));
}
await compare('from the prompt', prompt);
await compare('from a thought under way', await thoughtOf(100));

async function compare(title: string, prefix: readonly TokenId[]): Promise<void> {
  console.log(`\n${title}: ${prefix.length} tokens before each sample`);
  console.log(
    '   N  tokens/s  against one by one: no cache  with cache  prefilled (least)  time outside forwards',
  );
  for (const n of counts) {
    const together: Run[] = [];
    const plain: Run[] = [];
    const cached: Run[] = [];
    for (let drawn = 0; drawn < samplesEach; drawn += n) {
      together.push(await run(runtime, (model) => drawTogether(model, prefix, n)));
      plain.push(await run(reference, (model) => drawInTurn(model, prefix, n)));
      cached.push(await run(runtime, (model) => drawInTurn(model, prefix, n)));
    }
    const ours = middle(together);
    console.log(
      [
        String(n).padStart(4),
        speed(ours).toFixed(0).padStart(9),
        ratio(together, plain).toFixed(2).padStart(29),
        ratio(together, cached).toFixed(2).padStart(11),
        `${ours.prefilled} (${prefix.length})`.padStart(18),
        `${(100 * outside(together)).toFixed(1)}%`.padStart(22),
      ].join(' '),
    );
  }
}

function openRuntime(): LanguageModel & ForgettingModel {
  const { codec, info } = opened;
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
  return createRuntimeModel({ engine, codec, info, now: () => performance.now() / 1000, breathe });
}

async function run(model: LanguageModel, work: (model: LanguageModel) => Promise<number>): Promise<Run> {
  runtime.forget();
  inside = 0;
  const prefilledBefore = model.usage().prefilledTokens;
  const start = processorTime();
  const tokens = await work(model);
  const milliseconds = processorTime() - start;
  const prefilled = model.usage().prefilledTokens - prefilledBefore;
  return { tokens, milliseconds, outside: milliseconds - inside, prefilled };
}

/** As strategies ask: a request for each sample, all at once. */
async function drawTogether(model: LanguageModel, prefix: readonly TokenId[], n: number): Promise<number> {
  const drawn = await Promise.all(
    Array.from({ length: n }, (_, index) => draw(model, prefix, { ...sampling, firstIndex: index })),
  );
  return drawn.reduce((sum, tokens) => sum + tokens.length, 0);
}

async function drawInTurn(model: LanguageModel, prefix: readonly TokenId[], n: number): Promise<number> {
  let sum = 0;
  for (let index = 0; index < n; index++)
    sum += (await draw(model, prefix, { ...sampling, firstIndex: index })).length;
  return sum;
}

async function draw(
  model: LanguageModel,
  prefix: readonly TokenId[],
  options: SampleOptions,
): Promise<TokenId[]> {
  const tokens: TokenId[] = [];
  for await (const event of model.sample(prefix, options, new AbortController().signal)) {
    if (event.type === 'token') tokens.push(event.token.id);
  }
  return tokens;
}

/** The prompt and the beginning of a trace, `length` tokens together. */
async function thoughtOf(length: number): Promise<readonly TokenId[]> {
  const { endOfText } = opened.codec;
  for (let seed = 0; ; seed++) {
    const trace = [
      ...prompt,
      ...(await draw(reference, prompt, { ...sampling, temperature: 1, maxTokens: length, seed })),
    ];
    if (trace.length >= length && !trace.slice(0, length).some((token) => endOfText.has(token)))
      return trace.slice(0, length);
  }
}

function timeForwards(timed: StepEngine): StepEngine {
  return {
    vocabulary: timed.vocabulary,
    context: timed.context,
    slots: timed.slots,
    rows: timed.rows,
    hasValueHead: timed.hasValueHead,
    createSoftmax: () => timed.createSoftmax?.() ?? new PortableSoftmax(timed.vocabulary),
    create: () => timed.create(),
    fork: (parent, length) => timed.fork(parent, length),
    drop: (slot) => timed.drop(slot),
    forward: (batch) => {
      const start = processorTime();
      const output = timed.forward(batch);
      inside += processorTime() - start;
      return output;
    },
  };
}

/** Tokens a second. */
function speed({ tokens, milliseconds }: Run): number {
  return (tokens / milliseconds) * 1000;
}

/** The run of median time. */
function middle(runs: readonly Run[]): Run {
  const sorted = runs.toSorted((a, b) => a.milliseconds - b.milliseconds);
  return sorted[sorted.length >> 1]!;
}

/** Share of the time of all rounds that was not spent in forwards. */
function outside(runs: readonly Run[]): number {
  const sum = (of: (one: Run) => number) => runs.reduce((total, one) => total + of(one), 0);
  return sum((one) => one.outside) / sum((one) => one.milliseconds);
}

/** The median over rounds, of which each has both. */
function ratio(ours: readonly Run[], theirs: readonly Run[]): number {
  const ratios = ours.map((one, round) => speed(one) / speed(theirs[round]!));
  return ratios.sort((a, b) => a - b)[ratios.length >> 1]!;
}

/**
 * N samples of one problem: batched with prefix sharing, against one after another, side by side:
 * `npx tsx bench/batching.bench.ts [model]`. One core; the pool of workers comes on top.
 *
 * Other work on the machine disturbs all of them, so rounds alternate and the ratios of a round are what counts. Every
 * round starts with a cold cache.
 */
import { openInNode } from '../src/policy/embedded/node.ts';
import type { LanguageModel, SampleOptions, TokenId } from '../src/policy/language-model.ts';
import { createRuntimeModel } from '../src/policy/runtime/runtime-model.ts';
import type { StepEngine } from '../src/policy/runtime/step-engine.ts';
import { createReferenceModel } from '../src/policy/runtime/testing/reference-model.ts';

const id = process.argv[2] ?? 'countdown';
const rounds = 7;
/** Rounds before: the functions are compiled while they run. */
const warmUps = 3;
const counts = [1, 4, 16, 32];
const sampling: SampleOptions = { temperature: 0.7, topK: 0, topP: 1, minP: 0, maxTokens: 48, seed: 1 };

const opened = await openInNode(id);
/** Milliseconds inside the engine's forwards, which run synchronously: by the clock, not by the runtime's own count. */
let inside = 0;
const engine = timeForwards(opened.engine);

/** A run of N samples. */
interface Run {
  readonly tokens: number;
  readonly milliseconds: number;
  /** Share of the time that was not spent in forwards. */
  readonly outside: number;
  readonly prefilled: number;
}

const problem =
  opened.info.families[0] === 'arithmetic'
    ? ({ family: 'arithmetic', terms: [{ sign: '+', left: 47, right: 6 }, { sign: '+', left: 38, right: 4 }] } as const)
    : ({ family: 'countdown', numbers: [2, 11, 5, 9], target: 24 } as const);
const prompt = opened.codec.prompt(structuredClone(problem) as never, { kind: 'think', effort: 'high' });

console.log(`Model ${id}, ${rounds} rounds, medians. Samples of up to ${sampling.maxTokens} tokens, temperature ${sampling.temperature}.`);
await compare('from the prompt', prompt);
await compare('from a thought under way', await thoughtOf(100));

async function compare(title: string, prefix: readonly TokenId[]): Promise<void> {
  console.log(`\n${title}: ${prefix.length} tokens before each sample`);
  console.log('   N  tokens/s  against one by one: no cache  with cache  prefilled (least)  time outside forwards');
  for (const n of counts) {
    const batched: Run[] = [];
    const plain: Run[] = [];
    const cached: Run[] = [];
    for (let round = 0; round < warmUps + rounds; round++) {
      const options = { ...sampling, seed: round };
      batched.push(await run(openRuntime(), (model) => drawTogether(model, prefix, options, n)));
      plain.push(await run(openReference(), (model) => drawInTurn(model, prefix, options, n)));
      cached.push(await run(openRuntime(), (model) => drawInTurn(model, prefix, options, n)));
    }
    const kept = batched.slice(warmUps);
    const against = (others: readonly Run[]) =>
      median(kept.map((one, at) => speed(one) / speed(others[at + warmUps] as Run))).toFixed(2);
    const [first] = kept;
    console.log(
      [
        String(n).padStart(4),
        median(kept.map(speed)).toFixed(0).padStart(9),
        against(plain).padStart(29),
        against(cached).padStart(11),
        `${first?.prefilled} (${prefix.length})`.padStart(18),
        `${(100 * median(kept.map(({ outside }) => outside))).toFixed(1)} %`.padStart(22),
      ].join(' '),
    );
  }
}

function openRuntime(): LanguageModel {
  const { codec, info } = opened;
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
  return createRuntimeModel({ engine, codec, info, now: () => performance.now() / 1000, breathe });
}

/** One sequence at a time, each with its own prefill: neither batch nor cache. */
function openReference(): LanguageModel {
  return createReferenceModel(engine, opened.codec, opened.info);
}

async function run(model: LanguageModel, work: (model: LanguageModel) => Promise<number>): Promise<Run> {
  inside = 0;
  const start = performance.now();
  const tokens = await work(model);
  const milliseconds = performance.now() - start;
  const { prefilledTokens } = model.usage();
  model.close();
  return { tokens, milliseconds, outside: 1 - inside / milliseconds, prefilled: prefilledTokens };
}

/** As strategies ask: a request for each sample, all at once. */
async function drawTogether(model: LanguageModel, prefix: readonly TokenId[], options: SampleOptions, n: number): Promise<number> {
  const drawn = await Promise.all(Array.from({ length: n }, (_, index) => draw(model, prefix, { ...options, firstIndex: index })));
  return drawn.reduce((sum, tokens) => sum + tokens.length, 0);
}

async function drawInTurn(model: LanguageModel, prefix: readonly TokenId[], options: SampleOptions, n: number): Promise<number> {
  let sum = 0;
  for (let index = 0; index < n; index++) sum += (await draw(model, prefix, { ...options, firstIndex: index })).length;
  return sum;
}

async function draw(model: LanguageModel, prefix: readonly TokenId[], options: SampleOptions): Promise<TokenId[]> {
  const tokens: TokenId[] = [];
  for await (const event of model.sample(prefix, options, new AbortController().signal)) {
    if (event.type === 'token') tokens.push(event.token.id);
  }
  return tokens;
}

/** The prompt and the beginning of a trace, `length` tokens together. */
async function thoughtOf(length: number): Promise<readonly TokenId[]> {
  const model = openReference();
  const { endOfText } = opened.codec;
  for (let seed = 0; ; seed++) {
    const trace = [...prompt, ...(await draw(model, prompt, { ...sampling, temperature: 1, maxTokens: length, seed }))];
    if (trace.length >= length && !trace.slice(0, length).some((token) => endOfText.has(token))) return trace.slice(0, length);
  }
}

function timeForwards(timed: StepEngine): StepEngine {
  return {
    vocabulary: timed.vocabulary,
    context: timed.context,
    slots: timed.slots,
    rows: timed.rows,
    hasValueHead: timed.hasValueHead,
    create: () => timed.create(),
    fork: (parent, length) => timed.fork(parent, length),
    drop: (slot) => timed.drop(slot),
    forward: (batch) => {
      const start = performance.now();
      const output = timed.forward(batch);
      inside += performance.now() - start;
      return output;
    },
  };
}

function speed({ tokens, milliseconds }: Run): number {
  return tokens / milliseconds * 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}

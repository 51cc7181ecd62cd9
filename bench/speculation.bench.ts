/**
 * Speculative decoding by n-gram lookup on the kernel, with and without side by side: `npx tsx bench/speculation.bench.ts [model …]`.
 * The project does not do it; this says why.
 *
 * What followed the last tokens earlier in the text is proposed (Saxena 2023, prompt lookup decoding). One forward computes the rows
 * after all proposed tokens; a token is drawn from each as if the row had come alone, and where it is another than the proposed one, what
 * was fed behind is taken back. Each draw takes the sequence's own next random number, whatever was proposed. So the texts are those
 * without, token for token, which is more than speculative sampling promises (Leviathan et al. 2023, arXiv 2211.17192: the same
 * distribution), as that accepts with numbers of its own. The bench holds every text against the one without.
 *
 * Times are the processor's, of forwards and draws, sides alternating problem by problem.
 */
import { openInNode } from '#policy/embedded/node.ts';
import type { EmbeddedEngine } from '#policy/embedded/engine.ts';
import { heldOutProblems, type ProblemSet } from '#experiment/held-out.ts';
import type { TokenId } from '#policy/language-model.ts';
import { randomStream } from '#policy/runtime/random.ts';
import { Sampler } from '#policy/runtime/sampler.ts';
import type { Slot } from '#policy/runtime/step-engine.ts';
import { processorTime } from './processor-time.ts';
import { type Chain, lookingUp, nothingProposed, type Proposer, whereItPaid } from './proposals.ts';

const problemsEach = 24;
/** Before: the functions are compiled while they run. */
const warmUps = 8;
const rounds = 3;
const counts = [1, 2, 4, 8];
const sampling = { topK: 0, topP: 1, minP: 0 };
/** Tokens proposed; with the last one fed that makes four rows, which is what the kernel's widest loop takes. */
const take = 3;
/** What four rows of one sequence cost beyond one, in steps of one sequence. */
const worth = 1.9;

interface Result {
  readonly milliseconds: number;
  readonly tokens: number;
  /** Forwards, counted for each sample. */
  readonly steps: number;
  readonly proposed: number;
  readonly accepted: number;
  readonly texts: readonly (readonly TokenId[])[];
}

/** Makes a proposer for one problem, whose texts without are known. */
type Side = (known: readonly (readonly TokenId[])[]) => Proposer;

function sidesOf(): Readonly<Record<string, Side>> {
  const paying = whereItPaid({ least: 2, most: 12, take }, worth);
  return {
    '3 after 2 to 4': () => lookingUp({ least: 2, most: 4, take }),
    '3 after 6 to 12': () => lookingUp({ least: 6, most: 12, take }),
    '1 after 6 to 12': () => lookingUp({ least: 6, most: 12, take: 1 }),
    '3 where it paid': () => paying,
    '3, always right': (known) => ({
      propose: (at, chains) => {
        const length = chains[at]?.tokens.length ?? 0;
        return known[at]?.slice(length, length + take) ?? [];
      },
    }),
  };
}

const models: readonly (readonly [string, ProblemSet])[] = [
  ['arithmetic', { family: 'arithmetic' }],
  ['countdown', { family: 'countdown' }],
  ['puzzles', { family: 'puzzle' }],
];
const chosen = process.argv.slice(2);
console.log(
  `${problemsEach} held-out problems, ${rounds} rounds, tokens proposed after how many that stood before; by processor time, medians of rounds.`,
);
for (const [id, { family, set }] of models) {
  if (chosen.length > 0 && !chosen.includes(id)) continue;
  const { engine, codec } = await openInNode(id);
  const sampler = new Sampler(engine.vocabulary, engine.createSoftmax());
  const problems = (await heldOutProblems(family, set)).slice(0, problemsEach);
  const prompts = problems.map((problem) => codec.prompt(problem, { kind: 'think', effort: 'high' }));
  const decode = decoderOf(engine, sampler, codec.endOfText);
  for (const temperature of [0, 0.7]) {
    for (const count of temperature === 0 ? [1] : counts) {
      await compare(`${id}, temperature ${temperature}, ${count} at once`, prompts, (prompt, proposer) =>
        decode(prompt, count, temperature, proposer),
      );
    }
  }
}

async function compare(
  title: string,
  prompts: readonly (readonly TokenId[])[],
  decode: (prompt: readonly TokenId[], proposer: Proposer) => Promise<Result>,
): Promise<void> {
  const sides = sidesOf();
  const ratios = new Map<string, number[]>();
  const last = new Map<string, Result[]>();
  for (const prompt of prompts.slice(0, warmUps)) {
    const { texts } = await decode(prompt, nothingProposed);
    for (const side of Object.values(sides)) await decode(prompt, side(texts));
  }
  for (let round = 0; round < rounds; round++) {
    const plain: Result[] = [];
    const others = new Map<string, Result[]>(Object.keys(sides).map((name) => [name, []]));
    for (const prompt of prompts) {
      const without = await decode(prompt, nothingProposed);
      plain.push(without);
      for (const [name, side] of Object.entries(sides)) {
        const result = await decode(prompt, side(without.texts));
        if (String(result.texts) !== String(without.texts))
          throw new Error(`${title}, ${name}: another text`);
        others.get(name)?.push(result);
      }
    }
    for (const [name, results] of others) {
      const ratio = sumOf(plain, 'milliseconds') / sumOf(results, 'milliseconds');
      ratios.set(name, [...(ratios.get(name) ?? []), ratio]);
      last.set(name, results);
    }
  }
  console.log(`\n${title}\nproposed                accepted  tokens a forward  tokens/s against without`);
  for (const [name, results] of last) {
    const share = sumOf(results, 'accepted') / Math.max(1, sumOf(results, 'proposed'));
    console.log(
      [
        name.padEnd(22),
        `${(100 * share).toFixed(0)}%`.padStart(9),
        (sumOf(results, 'tokens') / sumOf(results, 'steps')).toFixed(2).padStart(17),
        median(ratios.get(name) ?? [])
          .toFixed(2)
          .padStart(24),
      ].join(' '),
    );
  }
}

/** Draws samples of one prompt together, each to its end. */
function decoderOf(engine: EmbeddedEngine, sampler: Sampler, endOfText: ReadonlySet<TokenId>) {
  return async (
    prompt: readonly TokenId[],
    count: number,
    temperature: number,
    proposer: Proposer,
  ): Promise<Result> => {
    const how = { ...sampling, temperature };
    const shared = engine.create();
    await engine.forward([{ slot: shared, tokens: prompt.slice(0, -1), outputs: 1 }]);
    const chains = Array.from({ length: count }, (_, index): Chain => ({
      slot: engine.fork(shared, prompt.length - 1),
      tokens: [...prompt],
      random: randomStream(1, index),
      ended: false,
    }));
    engine.drop(shared);
    let [tokens, steps, proposed, accepted] = [0, 0, 0, 0];
    const started = processorTime();
    for (;;) {
      const running = chains.flatMap((chain, at) => {
        if (chain.ended) return [];
        // The last token that there is room for is not fed.
        const room = engine.context - chain.tokens.length - 1;
        return [{ chain, at, proposal: proposer.propose(at, chains).slice(0, room) }];
      });
      if (running.length === 0) break;
      const { logits } = await engine.forward(
        running.map(({ chain: { slot, tokens: known }, proposal }) => {
          const fed = [...known.slice(-1), ...proposal];
          return { slot, tokens: fed, outputs: fed.length };
        }),
      );
      steps += running.length;
      let row = 0;
      for (const { chain, at, proposal } of running) {
        const before = chain.tokens.length;
        let right = 0;
        for (let step = 0; step === right && !chain.ended; step++) {
          const from = (row + step) * engine.vocabulary;
          sampler.load(logits.subarray(from, from + engine.vocabulary));
          const token = sampler.draw(how, chain.random);
          chain.tokens.push(token);
          chain.ended = endOfText.has(token) || chain.tokens.length >= engine.context;
          if (token === proposal[step]) right += 1;
        }
        row += proposal.length + 1;
        tokens += chain.tokens.length - before;
        proposed += proposal.length;
        accepted += right;
        if (proposal.length > 0) proposer.learn?.(at, right);
        shorten(engine, chain.slot, chain.tokens.length - 1);
      }
    }
    const milliseconds = processorTime() - started;
    for (const { slot } of chains) engine.drop(slot);
    return { milliseconds, tokens, steps, proposed, accepted, texts: chains.map((chain) => chain.tokens) };
  };
}

/** Takes back what was fed behind. Nothing but this bench asks it of the engine, whose table of lengths is all there is to it. */
function shorten(engine: EmbeddedEngine, slot: Slot, length: number): void {
  const lengths: unknown = Reflect.get(engine, 'lengths');
  if (!Array.isArray(lengths)) throw new Error('The engine keeps its lengths elsewhere now');
  if (Number(lengths[slot]) > length) lengths[slot] = length;
}

function sumOf(results: readonly Result[], what: Exclude<keyof Result, 'texts'>): number {
  return results.reduce((sum, result) => sum + result[what], 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

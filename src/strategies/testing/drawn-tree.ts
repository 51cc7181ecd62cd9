import type {
  ActionWords,
  LanguageModel,
  ModelCapabilities,
  SampleEvent,
  TokenId,
} from '#policy/language-model.ts';
import { randomStream } from '#policy/runtime/random.ts';
import { log } from '#run/portable-math.ts';
import { noUsage, type EndReason, type LoggedToken, type Usage } from '#run/events.ts';
import type { Verifier } from '#verifiers/verifier.ts';

/** A step of a drawn tree. */
interface DrawnStep {
  readonly words: readonly string[];
  readonly score: number;
  readonly probability: number;
  /** Its last word comes again and again. */
  readonly endless: boolean;
  readonly next: DrawnStep[];
  /** Draws so far, for handing out the next steps in turn. */
  turn: number;
}

export interface DrawnTreeOptions {
  /** `in turn`: the steps after a step are drawn as they are written, and round again. `random`: by their probability. */
  readonly draws?: 'in turn' | 'random';
  readonly capabilities?: Partial<ModelCapabilities>;
  readonly actionWords?: ActionWords;
}

/**
 * A model and a verifier from a drawing:
 *
 *     root
 *       a; .8 p.5
 *         b; .9
 *           end 24 .95
 *         again ∞ .2
 *
 * Below a step stand the steps that may follow it. Words are tokens; a word that ends in `;` ends a step; a text ends
 * where nothing follows. `.8` is the verifier's score (0 where none is given), `p.5` the model's probability of the whole
 * step (equal shares where none is given; a step of `p.0` is only written by force), `∞` says that the word before it
 * comes for ever.
 */
export function drawnTree(
  drawing: string,
  { draws = 'in turn', capabilities, actionWords }: DrawnTreeOptions = {},
): { readonly model: LanguageModel; readonly verifier: Verifier } {
  const root = parse(drawing);
  const vocabulary: string[] = [];
  let usage: Usage = noUsage;
  const id = (word: string): TokenId => {
    const known = vocabulary.indexOf(word);
    return known >= 0 ? known : vocabulary.push(word) - 1;
  };
  const encode = (text: string) => text.split(/\s+/).filter(Boolean).map(id);
  const prompt = encode('root');
  const textOf = (tokens: readonly TokenId[]) => tokens.map((token) => vocabulary[token]!);
  const logged = (word: string, logprob: number | null): LoggedToken => ({
    id: id(word),
    text: word,
    placement: 'word',
    role: logprob === null ? 'prompt' : 'answer',
    logprob,
    forced: false,
    alternatives: [],
  });

  /** The step that a text ends with; null where the text is not in the drawing. */
  function find(words: readonly string[]): DrawnStep | null {
    let at = root;
    for (let place = 0; place < words.length;) {
      const next = at.next.find((step) => step.words.every((word, index) => words[place + index] === word));
      if (!next) return null;
      place += next.words.length;
      at = next;
    }
    return at;
  }

  function pick(step: DrawnStep, temperature: number, random: () => number): DrawnStep | undefined {
    const next = step.next.filter(({ probability }) => probability > 0);
    if (temperature === 0) return next.toSorted((a, b) => b.probability - a.probability)[0];
    if (draws === 'in turn') return next[step.turn++ % next.length];
    let left = random();
    return next.find(({ probability }) => (left -= probability) < 0) ?? next.at(-1);
  }

  /** The first step is picked at once, so that requests from one step get its next steps in request order. */
  function write(
    start: DrawnStep | null,
    options: Parameters<LanguageModel['sample']>[1],
    index: number,
  ): Generator<LoggedToken, EndReason> {
    const stream = randomStream(options.seed, index);
    const next = (at: DrawnStep) => pick(at, options.temperature, () => stream.next());
    return writeSteps(start ? next(start) : undefined, next, options);
  }

  function* writeSteps(
    first: DrawnStep | undefined,
    next: (at: DrawnStep) => DrawnStep | undefined,
    options: Parameters<LanguageModel['sample']>[1],
  ): Generator<LoggedToken, EndReason> {
    let left = options.maxTokens;
    for (let step = first; step; step = next(step)) {
      for (let place = 0; place < step.words.length || step.endless; place++) {
        if (left-- === 0) return 'length';
        yield logged(
          step.words[Math.min(place, step.words.length - 1)]!,
          place === 0 ? log(step.probability) : 0,
        );
      }
      if (options.stop?.some((text) => step.words.at(-1)!.endsWith(text))) return 'stop';
    }
    return 'end-of-text';
  }

  async function* sample(
    ...[prefix, options, signal]: Parameters<LanguageModel['sample']>
  ): AsyncGenerator<SampleEvent> {
    const forced = textOf(options.forced ?? []);
    const start = find([...textOf(prefix.slice(prompt.length)), ...forced]);
    const writers = Array.from({ length: options.n ?? 1 }, (_, index) => write(start, options, index));
    const open = new Set(writers.keys());
    for (const word of forced)
      for (const index of open) yield { type: 'token', index, token: { ...logged(word, 0), forced: true } };
    while (open.size > 0) {
      usage = { ...usage, forwards: usage.forwards + 1 };
      for (const index of open) {
        await Promise.resolve();
        signal.throwIfAborted();
        const { done, value } = writers[index]!.next();
        if (!done) {
          usage = { ...usage, decodedTokens: usage.decodedTokens + 1 };
          yield { type: 'token', index, token: value };
        } else {
          open.delete(index);
          yield { type: 'end', index, reason: value };
        }
      }
    }
  }

  const scoreOf = (words: readonly string[]) => find(words)?.score ?? 0;
  const model: LanguageModel = {
    info: {
      id: 'drawn',
      name: 'Drawn',
      weightsSha256: '0'.repeat(64),
      families: ['arithmetic'],
      capabilities: { valueHead: true, fewShot: false, instructions: false, ...capabilities },
      context: 4096,
      stepEnds: [';'],
      ...(actionWords ? { actionWords } : {}),
    },
    prompt: () => prompt,
    encode,
    decode: (tokens) => textOf(tokens).join(' '),
    describe: (tokens) => textOf(tokens).map((word) => logged(word, null)),
    sample,
    scoring: { score: (_prefix, continuation) => Promise.resolve(continuation.map(() => -0.5)) },
    values: {
      evaluate: (prefixes) =>
        Promise.resolve(prefixes.map((prefix) => scoreOf(textOf(prefix.slice(prompt.length))))),
    },
    usage: () => usage,
    close: () => undefined,
  };
  const verifier: Verifier = {
    kind: 'process',
    judges: 'steps',
    // eslint-disable-next-line require-yield -- it draws nothing
    async *score(traces) {
      return traces.map(({ steps }) => ({
        steps: steps.map((_, index) =>
          scoreOf(
            steps
              .slice(0, index + 1)
              .flat()
              .map(({ text }) => text),
          ),
        ),
        why: { kind: 'value-head', model: null, at: 'each-step' } as const,
      }));
    },
  };
  return { model, verifier };
}

function parse(drawing: string): DrawnStep {
  const lines = drawing.split('\n').filter((line) => line.trim() !== '');
  const stack: { indent: number; step: DrawnStep & { probability: number } }[] = [];
  for (const line of lines) {
    const { indent, step } = parseLine(line);
    while (stack.length > 0 && stack.at(-1)!.indent >= indent) stack.pop();
    stack.at(-1)?.step.next.push(step);
    stack.push({ indent, step });
  }
  const root = stack[0]!.step;
  shareProbabilities(root);
  return root;
}

function parseLine(line: string): { indent: number; step: DrawnStep & { probability: number } } {
  const words: string[] = [];
  let [score, probability, endless] = [0, NaN, false];
  for (const word of line.trim().split(/\s+/)) {
    if (/^\d?\.\d+$/.test(word)) score = Number(word);
    else if (/^p\d?\.\d+$/.test(word)) probability = Number(word.slice(1));
    else if (word === '∞') endless = true;
    else words.push(word);
  }
  return { indent: line.search(/\S/), step: { words, score, probability, endless, next: [], turn: 0 } };
}

function shareProbabilities(step: DrawnStep): void {
  for (const next of step.next as (DrawnStep & { probability: number })[]) {
    if (Number.isNaN(next.probability)) next.probability = 1 / step.next.length;
    shareProbabilities(next);
  }
}

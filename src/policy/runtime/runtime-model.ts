import type { LoggedToken, Usage } from '#run/events.ts';
import type {
  LanguageModel,
  ModelInfo,
  ModelWith,
  SampleEvent,
  SampleOptions,
  Scoring,
  TokenId,
  Values,
} from '../language-model.ts';
import type { PolicyError } from '../policy-error.ts';
import { abortError, whenAborted } from './abort.ts';
import { describeTokens } from './codec-words.ts';
import type { CompletionSetting } from './completion.ts';
import { emptyPrefix, promptTooLong, unknownToken } from './failures.ts';
import type { AdmissionOrder } from './admission.ts';
import type { LookAhead } from './look-ahead.ts';
import { type ReadingSink, ScoringTask, ValuationTask } from './reading.ts';
import { failedSampling, startSampling } from './sample-request.ts';
import { Sampler } from './sampler.ts';
import { Scheduler } from './scheduler.ts';
import type { SequenceTask } from './sequence-task.ts';
import type { StepEngine } from './step-engine.ts';
import type { TokenCodec } from './token-codec.ts';

export interface RuntimeModelOptions {
  /** The runtime owns the engine's slots from now on. */
  readonly engine: StepEngine;
  readonly codec: TokenCodec;
  readonly info: ModelInfo;
  /** A monotonic clock, in seconds: `() => performance.now() / 1000`. */
  readonly now: () => number;
  /**
   * Resolves in a later macrotask (a message to oneself, `setImmediate`). Called about every 8 ms of work, between forwards,
   * so that a worker receives a cancel message while it runs.
   */
  readonly breathe: () => Promise<void>;
  /** Who gets a slot first where there are too few; default: who came first. */
  readonly admission?: AdmissionOrder;
  /** For an engine that takes steps by itself (`StepEngine.ahead`); without, it takes none. */
  readonly lookAhead?: LookAhead;
}

/** Has values only where its engine has a value head. */
export type RuntimeModel = LanguageModel & ModelWith<'scoring'>;

/** One whose weights may change. */
export interface ForgettingModel extends ModelWith<'scoring'> {
  /** Forgets the prefixes that it has cached: its engine has taken other weights. Throws RangeError while sequences are in flight. */
  forget(): void;
}

/** A language model over an engine that yields logits: combines the scheduler, cache and sampler of this folder. */
export function createRuntimeModel(options: RuntimeModelOptions): RuntimeModel & ForgettingModel {
  return new Runtime(options);
}

class Runtime implements ForgettingModel {
  readonly info: ModelInfo;
  readonly scoring: Scoring = { score: (...request) => this.score(...request) };
  readonly values?: Values;
  private readonly engine: StepEngine;
  private readonly codec: TokenCodec;
  private readonly scheduler: Scheduler;
  private readonly setting: CompletionSetting;
  private readonly texts = new Map<TokenId, string>();
  private readonly lookAhead: LookAhead | undefined;
  private decodedTokens = 0;

  constructor(options: RuntimeModelOptions) {
    const { engine, codec, info } = options;
    this.info = info;
    this.engine = engine;
    if (engine.hasValueHead) this.values = { evaluate: (...request) => this.evaluate(...request) };
    this.codec = codec;
    this.lookAhead = options.lookAhead;
    this.scheduler = new Scheduler(options);
    this.setting = {
      codec,
      sampler: new Sampler(engine.vocabulary, engine.createSoftmax?.()),
      context: Math.min(info.context, engine.context),
      onToken: () => {
        this.decodedTokens += 1;
      },
      textOf: (token) => this.textOf(token),
    };
  }

  prompt(...[problem, style]: Parameters<LanguageModel['prompt']>): readonly TokenId[] {
    return this.codec.prompt(problem, style);
  }

  encode(text: string): readonly TokenId[] {
    return this.codec.encode(text);
  }

  decode(tokens: readonly TokenId[]): string {
    return this.codec.decode(tokens);
  }

  describe(tokens: readonly TokenId[]): readonly LoggedToken[] {
    return describeTokens(this.codec, tokens);
  }

  /** Starts when the iterator is requested. Each iterator samples anew, with the same tokens. */
  sample(
    prefix: readonly TokenId[],
    options: SampleOptions,
    signal: AbortSignal,
  ): AsyncIterable<SampleEvent> {
    const start = (): AsyncIterator<SampleEvent, undefined> => {
      const { forced = [], recalled = [] } = options;
      const problem =
        this.problemWith(prefix, forced) ??
        this.problemWith(
          prefix,
          recalled.map(({ id }) => id),
        );
      if (problem !== null) return failedSampling(problem);
      return startSampling(this.scheduler, this.setting, prefix, options, signal);
    };
    return { [Symbol.asyncIterator]: start };
  }

  private async score(
    prefix: readonly TokenId[],
    continuation: readonly TokenId[],
    signal: AbortSignal,
    temperature = 1,
  ): Promise<readonly number[]> {
    if (!(temperature > 0)) throw new RangeError(`Log-probabilities at temperature ${temperature}`);
    const problem = this.problemWith(prefix, continuation);
    if (problem !== null) throw problem;
    if (continuation.length === 0) {
      if (signal.aborted) throw abortError(signal);
      return [];
    }
    const { sampler } = this.setting;
    return this.read(signal, (sink) => new ScoringTask(sampler, prefix, continuation, sink, temperature));
  }

  private async evaluate(
    prefixes: readonly (readonly TokenId[])[],
    signal: AbortSignal,
  ): Promise<readonly number[]> {
    for (const prefix of prefixes) {
      const problem = this.problemWith(prefix, []);
      if (problem !== null) throw problem;
    }
    return Promise.all(
      prefixes.map((prefix) => this.read<number>(signal, (sink) => new ValuationTask(prefix, sink))),
    );
  }

  usage(): Usage {
    const { prefilledTokens, cachedTokens, forwards, modelSeconds } = this.scheduler;
    const { forwards: ahead = 0, takenBackTokens = 0 } = this.lookAhead ?? {};
    return {
      prefilledTokens,
      cachedTokens,
      decodedTokens: this.decodedTokens,
      forwards: forwards + ahead,
      modelSeconds,
      ...(takenBackTokens > 0 ? { takenBackTokens } : {}),
    };
  }

  forget(): void {
    this.scheduler.forget();
  }

  close(): void {
    this.scheduler.close();
  }

  private read<Result>(
    signal: AbortSignal,
    createTask: (sink: ReadingSink<Result>) => SequenceTask,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      let stopListening = (): void => {};
      const task = createTask({
        done: (result) => {
          stopListening();
          resolve(result);
        },
        failed: (error) => {
          stopListening();
          reject(error);
        },
      });
      stopListening = whenAborted(signal, () => task.fail(abortError(signal)));
      if (task.state === 'open') this.scheduler.submit(task);
    });
  }

  /** Why the tokens are not a valid sequence of this model; null if they are. */
  private problemWith(prefix: readonly TokenId[], continuation: readonly TokenId[]): PolicyError | null {
    const { vocabulary } = this.engine;
    if (prefix.length === 0) return emptyPrefix();
    for (const tokens of [prefix, continuation]) {
      const strange = tokens.find((token) => !(Number.isInteger(token) && token >= 0 && token < vocabulary));
      if (strange !== undefined) return unknownToken(strange, this.info.name);
    }
    const length = prefix.length + continuation.length;
    const { context } = this.setting;
    return length > context ? promptTooLong(length, this.info.name, context) : null;
  }

  private textOf(token: TokenId): string {
    const known = this.texts.get(token);
    if (known !== undefined) return known;
    const text = this.codec.decode([token]);
    this.texts.set(token, text);
    return text;
  }
}

import type { LoggedToken } from '../../run/events.ts';
import type { LanguageModel, ModelInfo, SampleEvent, SampleOptions, TokenId } from '../language-model.ts';
import { PolicyError } from '../policy-error.ts';
import { abortError, whenAborted } from './abort.ts';
import { Completion, type CompletionSetting, type CompletionSink } from './completion.ts';
import { EventQueue } from './event-queue.ts';
import { Scoring, Valuation } from './reading.ts';
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
   * Resolves in a later macrotask (a message to oneself, `setImmediate`). Called about every 8 ms of work, between forwards, so that a
   * worker hears a cancel message while it runs.
   */
  readonly breathe: () => Promise<void>;
}

/** A language model over an engine that yields logits: the scheduler, cache and sampler of this folder put together. */
export function createRuntimeModel(options: RuntimeModelOptions): LanguageModel {
  return new RuntimeModel(options);
}

class RuntimeModel implements LanguageModel {
  readonly info: ModelInfo;
  private readonly engine: StepEngine;
  private readonly codec: TokenCodec;
  private readonly scheduler: Scheduler;
  private readonly setting: CompletionSetting;
  private readonly texts = new Map<TokenId, string>();
  private decodedTokens = 0;

  constructor({ engine, codec, info, now, breathe }: RuntimeModelOptions) {
    this.info = info;
    this.engine = engine;
    this.codec = codec;
    this.scheduler = new Scheduler({ engine, now, breathe });
    this.setting = {
      codec,
      sampler: new Sampler(engine.vocabulary),
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
    const reader = this.codec.reader([]);
    return tokens.map((id) => ({ id, ...reader.read(id), logprob: null, forced: false, alternatives: [] }));
  }

  /** Starts when the iterator is asked for; each iterator is a run of its own, with the same tokens. */
  sample(prefix: readonly TokenId[], options: SampleOptions, signal: AbortSignal): AsyncIterable<SampleEvent> {
    return { [Symbol.asyncIterator]: () => this.startSampling(prefix, options, signal) };
  }

  async score(
    prefix: readonly TokenId[],
    continuation: readonly TokenId[],
    signal: AbortSignal,
  ): Promise<readonly number[]> {
    this.check(prefix, continuation);
    if (continuation.length === 0) {
      signal.throwIfAborted();
      return [];
    }
    return this.read(signal, (sink) => new Scoring(this.setting.sampler, prefix, continuation, sink));
  }

  async evaluate(prefixes: readonly (readonly TokenId[])[], signal: AbortSignal): Promise<readonly number[]> {
    if (!this.engine.hasValueHead) {
      throw new PolicyError(
        'unsupported',
        `${this.info.name} has no value head.`,
        'Choose another verifier, or a model with a value head.',
      );
    }
    for (const prefix of prefixes) this.check(prefix, []);
    return Promise.all(prefixes.map((prefix) => this.read<number>(signal, (sink) => new Valuation(prefix, sink))));
  }

  usage(): ReturnType<LanguageModel['usage']> {
    const { prefilledTokens, cachedTokens, forwards, modelSeconds } = this.scheduler;
    return { prefilledTokens, cachedTokens, decodedTokens: this.decodedTokens, forwards, modelSeconds };
  }

  close(): void {
    this.scheduler.close();
  }

  private startSampling(
    prefix: readonly TokenId[],
    options: SampleOptions,
    signal: AbortSignal,
  ): AsyncIterator<SampleEvent, undefined> {
    const completions: Completion[] = [];
    const cancel = (): void => {
      for (const completion of completions) completion.cancel();
      stopListening();
    };
    const queue = new EventQueue<SampleEvent>(cancel);
    const fail = (error: Error): void => {
      cancel();
      queue.fail(error);
    };
    let stopListening = (): void => {};
    let running = options.n ?? 1;
    const sink: CompletionSink = {
      event: (event) => {
        queue.push(event);
        if (event.type === 'token') return;
        running -= 1;
        if (running > 0) return;
        stopListening();
        queue.end();
      },
      failed: fail,
    };

    try {
      this.check(prefix, options.forced ?? []);
    } catch (error) {
      queue.fail(error as Error);
      return queue;
    }
    for (let index = 0; index < running; index++) {
      completions.push(new Completion(this.setting, prefix, options, index, sink));
    }
    if (completions.length === 0) queue.end();
    stopListening = whenAborted(signal, () => fail(abortError(signal)));
    for (const completion of completions) {
      completion.begin();
      if (completion.state === 'open') this.scheduler.submit(completion);
    }
    return queue;
  }

  private read<Result>(
    signal: AbortSignal,
    createTask: (sink: { done(result: Result): void; failed(error: Error): void }) => SequenceTask,
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

  /** Throws PolicyError where the tokens make no sequence of this model. */
  private check(prefix: readonly TokenId[], continuation: readonly TokenId[]): void {
    if (prefix.length === 0) {
      throw new PolicyError(
        'unsupported',
        'A model cannot go on from nothing.',
        'Begin the prompt with a token: the start of text, for one.',
      );
    }
    for (const tokens of [prefix, continuation]) {
      const strange = tokens.find((token) => !(Number.isInteger(token) && token >= 0 && token < this.engine.vocabulary));
      if (strange !== undefined) {
        throw new PolicyError(
          'unknown-token',
          `${this.info.name} has no token ${strange}.`,
          'Choose the model the tokens were made with.',
        );
      }
    }
    const length = prefix.length + continuation.length;
    if (length > this.setting.context) {
      throw new PolicyError(
        'prompt-too-long',
        `The prompt has ${length} tokens; ${this.info.name} takes ${this.setting.context}.`,
        'Shorten the prompt, or choose a model with a longer context.',
      );
    }
  }

  private textOf(token: TokenId): string {
    const known = this.texts.get(token);
    if (known !== undefined) return known;
    const text = this.codec.decode([token]);
    this.texts.set(token, text);
    return text;
  }
}

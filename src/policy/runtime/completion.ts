import type { EndReason, LoggedToken } from '#run/events.ts';
import type { SampleEvent, SampleOptions, TokenId } from '../language-model.ts';
import { isGreedy, keepsAll, type LogitRow, type RowWish } from './logit-row.ts';
import { ForeseenStream, randomStream } from './random.ts';
import type { Sampler } from './sampler.ts';
import type { SequenceTask } from './sequence-task.ts';
import type { DrawAhead } from './step-engine.ts';
import { StopText } from './stop-text.ts';
import type { TokenCodec, TokenReader } from './token-codec.ts';

/** What all completions of a model share. */
export interface CompletionSetting {
  readonly codec: TokenCodec;
  readonly sampler: Sampler;
  /** Tokens a sequence may have, prompt and completion together. */
  readonly context: number;
  /** Called for each token drawn or forced. */
  readonly onToken: () => void;
  /** Text of a single token. */
  readonly textOf: (token: TokenId) => string;
}

/** Receives a completion's events. */
export interface CompletionSink {
  event(event: SampleEvent): void;
  /** Called once, instead of an end event. */
  failed(error: Error): void;
}

const none: LoggedToken['alternatives'] = [];

/** One completion: reports the forced tokens, then draws until an end. */
export class Completion implements SequenceTask {
  readonly tokens: TokenId[];
  /** Grows with each recalled token. */
  promptLength: number;
  readonly rememberUntil: number;
  readonly wants = 'logits';
  position: number;
  state: 'open' | 'done' | 'cancelled' = 'open';
  private readonly random: ForeseenStream;
  private readonly reader: TokenReader;
  private readonly stopText: StopText | null;
  private readonly endText: StopText | null;
  private readonly given: number;

  /** `index`: among the completions of its request. `prefix` has at least one token and fits the context. */
  constructor(
    private readonly setting: CompletionSetting,
    prefix: readonly TokenId[],
    private readonly options: SampleOptions,
    private readonly index: number,
    private readonly sink: CompletionSink,
  ) {
    this.tokens = [...prefix, ...(options.forced ?? [])];
    this.promptLength = prefix.length;
    this.given = this.tokens.length;
    this.rememberUntil = this.given;
    this.position = prefix.length - 1;
    this.random = new ForeseenStream(randomStream(options.seed, (options.firstIndex ?? 0) + index));
    this.reader = setting.codec.reader(prefix);
    this.stopText = watched(options.stop);
    this.endText = watched(setting.codec.endTexts);
  }

  /** Replays recalled tokens, and ends at once if there is nothing left to do. */
  begin(): void {
    for (const token of this.options.recalled ?? []) {
      if (this.isOver()) return;
      this.recall(token);
    }
    if (!this.isOver() && this.position + 1 === this.tokens.length) this.endIfFull();
  }

  wish(position: number): RowWish {
    const { options } = this;
    const alternatives = options.alternatives ?? 0;
    if (position + 1 < this.given) {
      const token = this.tokens[position + 1]!;
      return { kind: 'digest', draw: null, point: null, token, alternatives };
    }
    const point = keepsAll(options) ? this.pointAt(position) : null;
    return { kind: 'digest', draw: options, point, token: null, alternatives };
  }

  draws(most: number): readonly DrawAhead[] {
    const { options, tokens, given, setting } = this;
    // A token that is the last for its number is not fed.
    const room = Math.min(given + options.maxTokens, setting.context) - tokens.length - 1;
    const first = tokens.length - 1;
    return Array.from({ length: Math.max(0, Math.min(most, room)) }, (_, at) => ({
      how: options,
      point: isGreedy(options) ? 0 : this.pointAt(first + at),
    }));
  }

  /** The random number that the token after `position` will be drawn with. */
  private pointAt(position: number): number {
    return this.random.foresee(position - Math.max(this.position, this.given - 1));
  }

  take(row: LogitRow): void {
    const { sampler } = this.setting;
    sampler.load(row);
    const next = this.position + 1;
    const forced = next < this.given;
    const token = forced ? this.tokens[next]! : sampler.draw(this.options, this.random);
    if (!forced) this.tokens.push(token);
    this.position = next;
    this.setting.onToken();
    this.report(token, forced);
    this.endAfter(token, forced);
  }

  cancel(): void {
    if (this.state === 'open') this.state = 'cancelled';
  }

  fail(error: Error): void {
    if (this.state !== 'open') return;
    this.state = 'cancelled';
    this.sink.failed(error);
  }

  /** Replays a token drawn earlier: leaves the same state as `take`, its random number used, but feeds it as prompt. */
  private recall(logged: LoggedToken): void {
    const next = this.position + 1;
    const forced = next < this.given;
    if (!forced) {
      this.tokens.push(logged.id);
      this.random.next();
    }
    this.position = next;
    this.promptLength = next + 1;
    const { text, placement } = this.reader.read(logged.id);
    this.stopText?.add(text, placement);
    this.endText?.add(text, placement);
    this.sink.event({ type: 'token', index: this.index, token: logged });
    this.endAfter(logged.id, forced);
  }

  private isOver(): boolean {
    return this.state !== 'open';
  }

  private report(token: TokenId, forced: boolean): void {
    const { sampler } = this.setting;
    const { text, placement, role } = this.reader.read(token);
    this.stopText?.add(text, placement);
    this.endText?.add(text, placement);
    const alternatives = this.alternatives();
    const logprob = sampler.logprob(token);
    const logged: LoggedToken = {
      id: token,
      text,
      placement,
      role,
      logprob: Number.isFinite(logprob) ? logprob : null,
      forced,
      alternatives,
    };
    this.sink.event({ type: 'token', index: this.index, token: logged });
  }

  private alternatives(): LoggedToken['alternatives'] {
    const { alternatives = 0 } = this.options;
    if (alternatives === 0) return none;
    const { sampler, textOf } = this.setting;
    // Tokens with probability 0 (some vocabularies have many) are no alternatives. If one is forced, its likelihood is not reported.
    return sampler
      .likeliestTokens(alternatives)
      .map((id) => ({ id, text: textOf(id), logprob: sampler.logprob(id) }))
      .filter(({ logprob }) => Number.isFinite(logprob));
  }

  private endAfter(token: TokenId, forced: boolean): void {
    if (this.position < this.given - 1) return;
    if (this.setting.codec.endOfText.has(token) || (!forced && this.endText?.hasStopped() === true))
      this.end('end-of-text');
    else if (!forced && this.stopText?.hasStopped() === true) this.end('stop');
    else this.endIfFull();
  }

  private endIfFull(): void {
    if (this.tokens.length - this.given >= this.options.maxTokens) this.end('length');
    else if (this.tokens.length >= this.setting.context) this.end('context');
  }

  private end(reason: EndReason): void {
    this.state = 'done';
    this.sink.event({ type: 'end', index: this.index, reason });
  }
}

/** The text of a completion; null if there are no stop strings to look for. */
function watched(stops: readonly string[] = []): StopText | null {
  return stops.length > 0 ? new StopText(stops) : null;
}

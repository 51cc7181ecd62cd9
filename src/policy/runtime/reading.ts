import type { TokenId } from '../language-model.ts';
import { type LogitRow, nothing, type RowWish, wholeRow } from './logit-row.ts';
import type { Sampler } from './sampler.ts';
import type { SequenceTask } from './sequence-task.ts';

/** What a `ScoringTask` or `ValuationTask` reports to. */
export interface ReadingSink<Result> {
  done(result: Result): void;
  failed(error: Error): void;
}

/** Log-probabilities of a continuation. Its last token is not fed, because nothing after it is needed. */
export class ScoringTask implements SequenceTask {
  readonly tokens: readonly TokenId[];
  readonly promptLength: number;
  readonly rememberUntil: number;
  readonly wants = 'logits';
  position: number;
  state: 'open' | 'done' | 'cancelled' = 'open';
  private readonly logprobs: number[] = [];

  constructor(
    private readonly sampler: Sampler,
    prefix: readonly TokenId[],
    private readonly continuation: readonly TokenId[],
    private readonly sink: ReadingSink<readonly number[]>,
    private readonly temperature = 1,
  ) {
    this.tokens = [...prefix, ...continuation.slice(0, -1)];
    // All tokens are given, so all are prompt.
    this.promptLength = this.tokens.length;
    this.rememberUntil = prefix.length;
    this.position = prefix.length - 1;
  }

  wish(position: number): RowWish {
    if (this.temperature !== 1) return wholeRow;
    const token = this.continuation[position + 1 - this.rememberUntil]!;
    return { kind: 'digest', draw: null, point: null, token, alternatives: 0 };
  }

  take(row: LogitRow): void {
    this.sampler.load(row);
    const token = this.continuation[this.logprobs.length]!;
    this.logprobs.push(this.sampler.logprobAt(token, this.temperature));
    this.position += 1;
    if (this.logprobs.length < this.continuation.length) return;
    this.state = 'done';
    this.sink.done(this.logprobs);
  }

  fail(error: Error): void {
    if (this.state !== 'open') return;
    this.state = 'cancelled';
    this.sink.failed(error);
  }
}

/** The value head's output at the end of a prefix. */
export class ValuationTask implements SequenceTask {
  readonly promptLength: number;
  readonly rememberUntil: number;
  readonly wants = 'value';
  readonly position: number;
  state: 'open' | 'done' | 'cancelled' = 'open';

  constructor(
    readonly tokens: readonly TokenId[],
    private readonly sink: ReadingSink<number>,
  ) {
    this.promptLength = tokens.length;
    this.rememberUntil = tokens.length;
    this.position = tokens.length - 1;
  }

  wish(): RowWish {
    return nothing;
  }

  take(_row: LogitRow, value: number): void {
    this.state = 'done';
    this.sink.done(value);
  }

  fail(error: Error): void {
    if (this.state !== 'open') return;
    this.state = 'cancelled';
    this.sink.failed(error);
  }
}

import type { Sampling } from '../../experiment/experiment.ts';
import { mergeIterables } from '../merge-iterables.ts';
import type { SampleEvent, TokenId } from '../language-model.ts';
import type { EndReason, LoggedToken, RunEvent } from '../../run/events.ts';
import type { NodeId } from '../../run/search-events.ts';
import type { Part, Session } from './session.ts';

/** Alternatives logged with each token: what the page shows when a person points at it. */
const alternativesPerToken = 5;

/** Completions wanted from one prefix. */
export interface DrawRequest {
  readonly prefix: readonly TokenId[];
  readonly n: number;
  readonly label: (index: number) => string;
  /** Shown as the sequence's prompt; [] where a node already shows it. */
  readonly prompt: readonly LoggedToken[];
  /** The node the completion starts from, in a search. */
  readonly from?: NodeId;
  /** Texts that end a completion; whole traces have none. */
  readonly stop?: readonly string[];
  readonly sampling?: Partial<Sampling>;
  /** Put first and counted as drawn: "Wait", an answer prefix. */
  readonly forced?: readonly TokenId[];
  /** Goes on writing this sequence instead of starting one; then n is 1. */
  readonly continues?: number;
  /** More will be written: no end is logged. */
  readonly staysOpen?: boolean;
  /** Tokens that are counted but dropped from the trace: an end of thinking that "Wait" replaces. */
  readonly drops?: (token: LoggedToken) => boolean;
}

/** One completion as it was drawn. */
export interface Drawn {
  readonly sequence: number;
  readonly tokens: readonly LoggedToken[];
  readonly reason: EndReason;
  /** Sum of the tokens' log-probabilities at temperature 1. */
  readonly logprob: number;
}

/**
 * Draws completions for several requests in one batch. Sequences are numbered and seeded in request order.
 *
 * @param onEnd further events as a completion ends: its answer, a vote.
 * @returns the completions by request and index; fewer or none where the budget is spent.
 */
export async function* draw(
  session: Session,
  requests: readonly DrawRequest[],
  onEnd: (drawn: Drawn) => Iterable<RunEvent> = () => [],
): Part<readonly (readonly Drawn[])[]> {
  const { model, sampling, signal, budget, numbers } = session;
  const wanted = requests.reduce((sum, request) => sum + request.n, 0);
  const allowed = budget.allowance(wanted, Infinity);
  if (wanted === 0 || allowed <= Math.max(...requests.map((request) => request.forced?.length ?? 0))) return requests.map(() => []);

  /** By request and index. */
  const open: (readonly { readonly sequence: number; readonly tokens: LoggedToken[] }[])[] = [];
  const streams: AsyncIterable<SampleEvent>[] = [];
  for (const { prefix, n, label, prompt, from, stop, sampling: own, forced = [], continues } of requests) {
    const started = Array.from({ length: n }, () => ({ sequence: continues ?? numbers.sequence(), tokens: [] }));
    open.push(started);
    for (const [index, { sequence }] of started.entries()) {
      if (continues === undefined) yield { type: 'sequence-started', sequence, label: label(index), prompt, ...(from === undefined ? {} : { from }) };
    }
    const settings = { ...sampling, ...own };
    streams.push(
      model.sample(
        prefix,
        { ...settings, maxTokens: Math.min(settings.maxTokens, allowed - forced.length), n, seed: numbers.drawSeed(), alternatives: alternativesPerToken, forced, ...(stop ? { stop } : {}) },
        signal,
      ),
    );
  }

  const results: Drawn[][] = requests.map(() => []);
  for await (const batch of mergeIterables(streams)) {
    for (const { source, item: event } of batch) {
      const request = requests[source]!;
      const { sequence, tokens } = open[source]![event.index]!;
      switch (event.type) {
        case 'token':
          budget.spend(1);
          if (request.drops?.(event.token)) break;
          tokens.push(event.token);
          yield { type: 'token', sequence, token: event.token };
          break;
        case 'end': {
          const drawn: Drawn = { sequence, tokens, reason: event.reason, logprob: tokens.reduce((sum, token) => sum + (token.logprob ?? 0), 0) };
          results[source]![event.index] = drawn;
          if (!request.staysOpen) yield { type: 'sequence-ended', sequence, reason: event.reason };
          yield* onEnd(drawn);
          break;
        }
      }
    }
  }
  return results;
}

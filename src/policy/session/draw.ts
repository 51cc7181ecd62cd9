import type { Sampling } from '#experiment/experiment.ts';
import { itemAt, paired } from '#experiment/surely.ts';
import { mergeIterables } from '../merge-iterables.ts';
import type { SampleEvent, TokenId } from '../language-model.ts';
import type { EndReason, LoggedToken, RunEvent } from '#run/events.ts';
import type { SequenceLabel } from '#run/facts/label.ts';
import type { NodeId } from '#run/search-events.ts';
import { sampleOn } from './sample-on.ts';
import type { RunPart, Session } from './session.ts';

/** Alternatives logged with each token; the page shows them when a token is pointed at. */
const alternativesPerToken = 5;

/** A request for completions of one prefix. */
export interface DrawRequest {
  readonly prefix: readonly TokenId[];
  readonly n: number;
  readonly label: (index: number) => SequenceLabel;
  /** Shown as the sequence's prompt; [] if a node already shows it. */
  readonly prompt: readonly LoggedToken[];
  /** The node the completion starts from, in a search. */
  readonly from?: NodeId;
  /** Texts that end a completion; whole traces have none. */
  readonly stop?: readonly string[];
  readonly sampling?: Partial<Sampling>;
  /** Put first and counted as drawn: "Wait", an answer prefix. */
  readonly forced?: readonly TokenId[];
  /** Continues this sequence instead of starting one; n must be 1. */
  readonly continues?: number;
  /** More will follow: no end is logged. */
  readonly staysOpen?: boolean;
  /** Selects which drawn tokens become part of the trace; all are counted. For one completion only. */
  readonly filter?: TokenFilter;
}

/** Filters a completion's tokens as they are drawn: an end of thinking that "Wait" replaces does not stay in the trace. */
export interface TokenFilter {
  /** The tokens to add to the trace now: none, this one, or also those that were held back before it. */
  take(token: LoggedToken): readonly LoggedToken[];
  /** The tokens still held back when the completion ends. */
  rest(): readonly LoggedToken[];
}

/** Drops single tokens. */
export function dropping(drops: (token: LoggedToken) => boolean): TokenFilter {
  return { take: (token) => (drops(token) ? [] : [token]), rest: () => [] };
}

/** One completion as it was drawn. */
export interface Drawn {
  readonly sequence: number;
  readonly tokens: readonly LoggedToken[];
  readonly reason: EndReason;
  /** Sum of the tokens' log-probabilities at temperature 1. */
  readonly logprob: number;
  /** It ended because the run's budget was spent, not at its own limit. */
  readonly cutByBudget?: true;
}

interface OpenCompletion {
  readonly sequence: number;
  readonly tokens: LoggedToken[];
  /** How many tokens of an interrupted run are still to be replayed; they come before all others. */
  begun: number;
  /** Those that were replayed. */
  readonly recalled: Set<LoggedToken>;
}

/** Adds a token to the trace. */
function write({ sequence, tokens, recalled }: OpenCompletion, token: LoggedToken): RunEvent {
  tokens.push(token);
  return { type: 'token', sequence, token, ...(recalled.has(token) ? { recalled: true } : {}) };
}

/**
 * Draws completions for several requests in one batch. Sequences are numbered and seeded in request order.
 *
 * @param onEnd further events as a completion ends: its answer, a vote.
 * @returns the completions by request and index; fewer or none if the budget is spent.
 */
export async function* draw(
  session: Session,
  requests: readonly DrawRequest[],
  onEnd: (drawn: Drawn) => Iterable<RunEvent> = () => [],
): RunPart<readonly (readonly Drawn[])[]> {
  const { model, sampling, signal, budget, numbers, recall } = session;
  const wanted = requests.reduce((sum, request) => sum + request.n, 0);
  const allowed = budget.allowance(wanted, Infinity);
  if (wanted === 0 || allowed <= Math.max(...requests.map((request) => request.forced?.length ?? 0)))
    return requests.map(() => []);

  /** The budget left less for a completion than its own limit. */
  const isShort = ({ sampling: own, forced = [] }: DrawRequest) =>
    allowed - forced.length < (own?.maxTokens ?? sampling.maxTokens);
  /** By request and index. */
  const open: (readonly OpenCompletion[])[] = [];
  const streams: AsyncIterable<SampleEvent>[] = [];
  for (const { prefix, n, label, prompt, from, stop, sampling: own, forced = [], continues } of requests) {
    const started = Array.from({ length: n }, (): OpenCompletion => ({
      sequence: continues ?? numbers.sequence(),
      tokens: [],
      begun: 0,
      recalled: new Set(),
    }));
    open.push(started);
    for (const [index, { sequence }] of started.entries()) {
      if (continues === undefined)
        yield {
          type: 'sequence-started',
          sequence,
          label: label(index),
          prompt,
          ...(from === undefined ? {} : { from }),
        };
    }
    const settings = { ...sampling, ...own };
    const begun = started.map(({ sequence }) => recall?.next(sequence, forced) ?? []);
    for (const [completion, { length }] of paired(started, begun)) completion.begun = length;
    streams.push(
      sampleOn(
        model,
        prefix,
        {
          ...settings,
          maxTokens: Math.min(settings.maxTokens, allowed - forced.length),
          seed: numbers.drawSeed(),
          alternatives: alternativesPerToken,
          forced,
          ...(stop ? { stop } : {}),
        },
        begun,
        signal,
      ),
    );
  }

  const results: Drawn[][] = requests.map(() => []);
  for await (const batch of mergeIterables(streams)) {
    for (const { source, item: event } of batch) {
      const request = itemAt(requests, source);
      const completion = itemAt(itemAt(open, source), event.index);
      const { sequence, tokens } = completion;
      switch (event.type) {
        case 'token': {
          budget.spend(1);
          if (completion.begun > 0) {
            completion.begun -= 1;
            completion.recalled.add(event.token);
          }
          for (const token of request.filter ? request.filter.take(event.token) : [event.token])
            yield write(completion, token);
          break;
        }
        case 'end': {
          for (const token of request.filter?.rest() ?? []) yield write(completion, token);
          const logprob = tokens.reduce((sum, token) => sum + (token.logprob ?? 0), 0);
          const drawn: Drawn = {
            sequence,
            tokens,
            reason: event.reason,
            logprob,
            ...(event.reason === 'length' && isShort(request) ? { cutByBudget: true } : {}),
          };
          itemAt(results, source)[event.index] = drawn;
          if (!request.staysOpen) yield { type: 'sequence-ended', sequence, reason: event.reason };
          yield* onEnd(drawn);
          break;
        }
      }
    }
  }
  return results;
}

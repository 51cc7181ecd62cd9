import { deepEqual } from '#experiment/deep-equal.ts';
import type { LogEntry, RunEvent } from '#run/events.ts';
import type { SequenceLabel } from '#run/facts/label.ts';
import type { NodeId } from '#run/search-events.ts';
import type { LoggedToken } from '#run/token.ts';
import type { TokenId } from '../language-model.ts';

/** A sequence in the interrupted run's log. */
interface LoggedSequence {
  readonly start: Extract<RunEvent, { readonly type: 'sequence-started' }>;
  readonly tokens: LoggedToken[];
  ended: boolean;
}

/**
 * Replays an interrupted run's tokens when the same experiment runs again, so that they need not be drawn twice.
 * Strategies make the same requests in the same order and number them, so a sequence's number finds its tokens.
 *
 * That holds as long as the new run repeats the old one. Every event is compared, and after the first difference (a log of
 * another version of the page, a GPU that rounds in another order) nothing more is replayed.
 */
export class Recall {
  private readonly sequences = new Map<number, LoggedSequence>();
  private readonly nodes = new Map<NodeId, Extract<RunEvent, { readonly type: 'node-created' }>>();
  /** Tokens that the new run has of each sequence. */
  private readonly written = new Map<number, number>();
  private retraces = true;

  constructor(log: readonly LogEntry[]) {
    for (const { event } of log) {
      switch (event.type) {
        case 'sequence-started':
          this.sequences.set(event.sequence, { start: event, tokens: [], ended: false });
          break;
        case 'token':
          this.sequences.get(event.sequence)?.tokens.push(event.token);
          break;
        case 'sequence-ended': {
          const logged = this.sequences.get(event.sequence);
          if (logged) logged.ended = true;
          break;
        }
        case 'node-created':
          this.nodes.set(event.node, event);
          break;
        default:
      }
    }
  }

  /**
   * The logged tokens of a completion that starts at the new run's current position in its sequence: the forced ones, then
   * those drawn until the next token that a strategy inserted.
   */
  next(sequence: number, forced: readonly TokenId[]): readonly LoggedToken[] {
    const rest = this.retraces
      ? (this.sequences.get(sequence)?.tokens.slice(this.written.get(sequence) ?? 0) ?? [])
      : [];
    if (forced.some((id, place) => rest[place] !== undefined && rest[place].id !== id)) return [];
    const end = rest.findIndex((token, place) => place >= forced.length && token.forced);
    return end < 0 ? rest : rest.slice(0, end);
  }

  /** Must be called with every event of the new run. */
  follow(event: RunEvent): void {
    if (this.retraces && !this.agrees(event)) this.retraces = false;
  }

  /** True if the old run had the same event, or ended before it. */
  private agrees(event: RunEvent): boolean {
    switch (event.type) {
      case 'sequence-started': {
        const logged = this.sequences.get(event.sequence)?.start;
        return (
          !logged ||
          (sameLabel(logged.label, event.label) &&
            logged.from === event.from &&
            sameTokens(logged.prompt, event.prompt))
        );
      }
      case 'token': {
        const logged = this.sequences.get(event.sequence);
        const place = this.written.get(event.sequence) ?? 0;
        this.written.set(event.sequence, place + 1);
        const then = logged?.tokens[place];
        return then ? then.id === event.token.id : !logged?.ended;
      }
      case 'sequence-ended':
        return (
          (this.sequences.get(event.sequence)?.tokens.length ?? 0) <= (this.written.get(event.sequence) ?? 0)
        );
      case 'node-created': {
        const logged = this.nodes.get(event.node);
        return !logged || (logged.parent === event.parent && logged.sequence === event.sequence);
      }
      default:
        return true;
    }
  }
}

/** One that an old file only has in words is taken on trust: where the sequence starts and what it wrote is compared. */
function sameLabel(logged: SequenceLabel, label: SequenceLabel): boolean {
  return logged.kind === 'as-saved' || deepEqual(logged, label);
}

function sameTokens(a: readonly LoggedToken[], b: readonly LoggedToken[]): boolean {
  return a.length === b.length && a.every(({ id }, place) => id === b[place]?.id);
}

import { deepEqual } from '#experiment/deep-equal.ts';
import type { LogEntry, RunEvent } from '#run/events.ts';
import type { SequenceLabel } from '#run/facts/label.ts';
import type { NodeId } from '#run/search-events.ts';
import type { LoggedToken } from '#run/token.ts';
import type { TokenId } from '../language-model.ts';

/** A sequence as the interrupted run's log tells it. */
interface Told {
  readonly start: Extract<RunEvent, { readonly type: 'sequence-started' }>;
  readonly tokens: LoggedToken[];
  ended: boolean;
}

/**
 * What an interrupted run had written, for the same experiment run again: what is in the log need not be drawn twice.
 * Strategies ask in the same order each time and number what they ask for, so that a sequence's number finds its tokens.
 *
 * That holds as long as the new run retraces the old one. It is told of every event, and from the first difference on
 * (a log of another version of the page, a GPU that rounds in another order) recalls nothing more.
 */
export class Recall {
  private readonly sequences = new Map<number, Told>();
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
          const told = this.sequences.get(event.sequence);
          if (told) told.ended = true;
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
   * The tokens that a completion has in the log where the new run stands in its sequence: those forced first, and what was
   * drawn until the next one that a strategy put there.
   */
  next(sequence: number, forced: readonly TokenId[]): readonly LoggedToken[] {
    const rest = this.retraces
      ? (this.sequences.get(sequence)?.tokens.slice(this.written.get(sequence) ?? 0) ?? [])
      : [];
    if (forced.some((id, place) => rest[place] !== undefined && rest[place].id !== id)) return [];
    const end = rest.findIndex((token, place) => place >= forced.length && token.forced);
    return end < 0 ? rest : rest.slice(0, end);
  }

  /** Hears of an event of the new run. */
  follow(event: RunEvent): void {
    if (this.retraces && !this.agrees(event)) this.retraces = false;
  }

  /** Whether the old run, as far as it came, did the same. */
  private agrees(event: RunEvent): boolean {
    switch (event.type) {
      case 'sequence-started': {
        const told = this.sequences.get(event.sequence)?.start;
        return (
          !told ||
          (sameLabel(told.label, event.label) &&
            told.from === event.from &&
            sameTokens(told.prompt, event.prompt))
        );
      }
      case 'token': {
        const told = this.sequences.get(event.sequence);
        const place = this.written.get(event.sequence) ?? 0;
        this.written.set(event.sequence, place + 1);
        const then = told?.tokens[place];
        return then ? then.id === event.token.id : !told?.ended;
      }
      case 'sequence-ended':
        return (
          (this.sequences.get(event.sequence)?.tokens.length ?? 0) <= (this.written.get(event.sequence) ?? 0)
        );
      case 'node-created': {
        const told = this.nodes.get(event.node);
        return !told || (told.parent === event.parent && told.sequence === event.sequence);
      }
      default:
        return true;
    }
  }
}

/** One that an old file only has in words is taken on trust: where the sequence starts and what it wrote is compared. */
function sameLabel(told: SequenceLabel, label: SequenceLabel): boolean {
  return told.kind === 'as-saved' || deepEqual(told, label);
}

function sameTokens(a: readonly LoggedToken[], b: readonly LoggedToken[]): boolean {
  return a.length === b.length && a.every(({ id }, place) => id === b[place]!.id);
}

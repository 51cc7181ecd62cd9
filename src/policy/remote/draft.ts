import type { EndReason, LoggedToken } from '#run/events.ts';
import type { SampleOptions } from '../language-model.ts';
import { StopText } from '../runtime/stop-text.ts';
import { type ConversationWords, type ReplyPart, roleOf } from './conversation.ts';
import { type ReplyPiece, piecesOfText, plainPiece } from './pieces.ts';
import { namedTokens, type ReplyChoice, saidBy } from './reply-schema.ts';

/** One completion as its text comes in, whatever pieces a server cuts it into. */
export class Draft {
  /** What was drawn so far, as text. */
  text = '';
  drawn = 0;
  end: EndReason | null = null;
  /** The beginning of a tag, maybe. */
  private held: ReplyPiece[] = [];
  private readonly stop: StopText | null;
  /** The server's own text so far, without the tags that stand for its fields. */
  private received = '';
  /** Text that a server writes once more, as it could not go on from it. */
  private again = '';
  private inField = false;
  /** The thought was opened before: a server that opens it once more says nothing new. */
  private mayOpenAgain: boolean;
  /** The text is not the one that was written before. */
  strayed = false;

  /** @param part where in the reply the text goes on. */
  constructor(
    readonly index: number,
    private readonly words: ConversationWords,
    private readonly options: SampleOptions,
    private part: ReplyPart,
  ) {
    this.mayOpenAgain = part === 'thought';
    this.stop = options.stop && options.stop.length > 0 ? new StopText(options.stop) : null;
  }

  get left(): number {
    return this.options.maxTokens - this.drawn;
  }

  /** The same text is expected from the start. */
  fromTheStart(): void {
    const held = this.held.splice(0).reduce((sum, { text }) => sum + text.length, 0);
    this.again = this.received = this.received.slice(0, this.received.length - held);
    this.inField = false;
  }

  /** A token that was drawn before, on the way to where the text goes on. */
  recall(token: LoggedToken): void {
    this.drawn += 1;
    this.text += token.text;
    this.mayOpenAgain = false;
    if (token.role !== 'control') this.received += token.text;
    if (token.role === 'control') this.part = token.text === this.words.tags?.open ? 'thought' : 'answer';
    this.stop?.add(token.text, 'joined');
    if (this.stop?.hasStopped() === true) this.end = 'stop';
  }

  /** The tokens that a piece of the reply makes certain. */
  take(choice: ReplyChoice): readonly LoggedToken[] {
    if (this.end !== null) return [];
    const said = saidBy(choice);
    const named = namedTokens(choice);
    const tokens: LoggedToken[] = [];
    const { tags } = this.words;
    if (said.thought !== '' && tags && this.part === 'answer' && this.text === '' && this.again === '')
      tokens.push(...this.turn('open'));
    tokens.push(...this.write(piecesOfText(said.thought, named)));
    // A thought that has a field of its own is over where the text begins.
    if (said.thought !== '') this.inField = true;
    if (said.text !== '' && this.inField && this.part === 'thought' && this.end === null) {
      tokens.push(...this.release(), ...this.turn('close'));
      this.inField = false;
    }
    tokens.push(...this.write(piecesOfText(said.text, said.thought === '' ? named : [])));
    const { finish_reason: reason } = choice;
    if (this.end === null && typeof reason === 'string' && reason !== '') {
      tokens.push(...this.release());
      this.end ??= reason === 'length' ? 'length' : 'end-of-text';
    }
    return tokens;
  }

  private *write(pieces: readonly ReplyPiece[]): Generator<LoggedToken> {
    for (const piece of pieces) {
      if (this.end !== null) return;
      const rest = this.skip(piece);
      if (!rest) continue;
      this.received += rest.text;
      yield* this.sort(rest);
    }
  }

  /** What is new in a text that is written once more. */
  private skip(piece: ReplyPiece): ReplyPiece | null {
    if (this.again === '') return piece;
    const known = Math.min(this.again.length, piece.text.length);
    if (this.again.slice(0, known) !== piece.text.slice(0, known)) this.strayed = true;
    this.again = this.again.slice(known);
    return piece.text.length > known ? { ...piece, text: piece.text.slice(known) } : null;
  }

  /** Finds the tags. A piece that may belong to one waits for what follows. */
  private *sort(piece: ReplyPiece): Generator<LoggedToken> {
    const { tags } = this.words;
    if (!tags) return yield* this.emit(piece);
    this.held.push(piece);
    if (this.mayOpenAgain && !this.opened(tags.open)) return;
    for (;;) {
      const wanted = this.part === 'thought' ? tags.close : tags.open;
      // A thought begins a reply, or there is none.
      const may = this.part === 'thought' || this.text.trim() === '';
      const joined = this.held.map(({ text }) => text).join('');
      const at = may ? joined.indexOf(wanted) : -1;
      if (at < 0) {
        const tail = may ? beginningAt(joined, wanted) : joined.length;
        yield* this.releaseUntil(tail);
        return;
      }
      yield* this.releaseUntil(at);
      const parts = this.held.splice(0);
      const rest = parts
        .map(({ text }) => text)
        .join('')
        .slice(wanted.length);
      const logprob = parts.some((one) => one.logprob === null)
        ? null
        : parts.reduce((sum, one) => sum + (one.logprob ?? 0), 0);
      yield* this.turn(this.part === 'thought' ? 'close' : 'open', logprob);
      if (rest === '' || this.ended()) return;
      this.held.push(plainPiece(rest));
    }
  }

  /** Drops a second opening tag; false while one may still come. */
  private opened(open: string): boolean {
    const begun = this.held
      .map(({ text }) => text)
      .join('')
      .trimStart();
    if (open.startsWith(begun) && begun !== open) return false;
    this.mayOpenAgain = false;
    if (begun.startsWith(open)) this.held = piecesOfText(begun.slice(open.length), []).slice();
    return true;
  }

  /** Pieces before a place in what is held back; the one across it is cut there. */
  private *releaseUntil(place: number): Generator<LoggedToken> {
    let left = place;
    while (left > 0 && this.end === null) {
      const first = this.held.shift();
      if (!first) return;
      if (first.text.length > left) {
        this.held.unshift({ ...plainPiece(first.text.slice(left)) });
        yield* this.emit({ ...first, text: first.text.slice(0, left) });
        return;
      }
      left -= first.text.length;
      yield* this.emit(first);
    }
  }

  private *release(): Generator<LoggedToken> {
    for (const piece of this.held.splice(0)) if (!this.ended()) yield* this.emit(piece);
  }

  private ended(): boolean {
    return this.end !== null;
  }

  private *turn(which: 'open' | 'close', logprob: number | null = null): Generator<LoggedToken> {
    this.part = which === 'open' ? 'thought' : 'answer';
    const token = this.words.control(which);
    yield* this.log({ ...token, logprob: bounded(logprob) });
  }

  private *emit({ text, logprob, likely }: ReplyPiece): Generator<LoggedToken> {
    const kept = this.untilStop(text);
    yield* this.log({
      id: this.words.id(kept),
      text: kept,
      placement: 'joined',
      role: roleOf(this.part, kept),
      logprob: bounded(logprob),
      forced: false,
      alternatives: likely.slice(0, this.options.alternatives ?? 0).flatMap((one) => {
        const value = bounded(one.logprob);
        return value === null ? [] : [{ id: this.words.id(one.text), text: one.text, logprob: value }];
      }),
    });
  }

  private *log(token: LoggedToken): Generator<LoggedToken> {
    this.text += token.text;
    this.drawn += 1;
    this.stop?.add(token.text, 'joined');
    if (this.stop?.hasStopped() === true) this.end = 'stop';
    else if (this.drawn >= this.options.maxTokens) this.end = 'length';
    yield token;
  }

  /** A piece of several tokens may go on behind a text that ends the completion. */
  private untilStop(text: string): string {
    const all = this.text + text;
    const ends = (this.options.stop ?? []).flatMap((stop) => {
      const at = all.indexOf(stop, Math.max(0, this.text.length - stop.length + 1));
      return at < 0 ? [] : [at + stop.length];
    });
    return ends.length === 0 ? text : all.slice(this.text.length, Math.min(...ends));
  }
}

/** A logarithm of a probability, as a log may hold it. */
function bounded(logprob: number | null): number | null {
  return logprob === null || !Number.isFinite(logprob) ? null : Math.min(0, logprob);
}

/** Where the tag may begin in a text that ends amid it; the text's end where it does not. */
function beginningAt(text: string, tag: string): number {
  for (let at = Math.max(0, text.length - tag.length + 1); at < text.length; at++)
    if (tag.startsWith(text.slice(at))) return at;
  return text.length;
}

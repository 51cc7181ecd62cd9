import type { LoggedToken } from '#run/token.ts';

interface TextShape {
  /** End the text before the first of these. */
  readonly stops: readonly string[];
  /** Or after it. */
  readonly keepStop: boolean;
  /** The text goes on from another: its first word has a space before it. */
  readonly continues: boolean;
}

/**
 * The text of a completion, given out as soon as nothing can change it any more: a number that is written units first waits for its
 * last digit, and what may be the beginning of a stop string for what follows. The pieces joined are the text.
 */
export class GrowingText {
  /** All but a number that may still get digits. */
  private settled = '';
  private number = '';
  private given = 0;
  private end: number | null = null;

  constructor(private readonly shape: TextShape) {}

  /** A stop string was met: nothing more comes. */
  get stopped(): boolean {
    return this.end !== null;
  }

  /** Where the last token, or the number that it belongs to, begins in the text. */
  get lastStart(): number {
    return this.numberStart;
  }

  private numberStart = 0;

  /** Length of the text so far. */
  get length(): number {
    return this.settled.length + this.number.length;
  }

  /** Takes a token and gives what is sure of the text by then. Places are those of `TokenPlacement`. */
  add({ text, placement }: Pick<LoggedToken, 'text' | 'placement'>): string {
    if (placement === 'digit') {
      this.number = text + this.number;
      return '';
    }
    this.settle();
    if (placement === 'word' && (this.settled !== '' || this.shape.continues)) this.settled += ' ';
    this.numberStart = this.settled.length;
    if (/^[0-9?]+$/.test(text)) this.number = text;
    else this.settled += text;
    return this.give(this.settled.length - this.longestBegunStop());
  }

  /** What was held back, where no more tokens come. */
  rest(): string {
    this.settle();
    return this.give(this.settled.length);
  }

  private settle(): void {
    this.settled += this.number;
    this.number = '';
  }

  private give(until: number): string {
    if (this.end === null) this.end = this.firstStop();
    const piece = this.settled.slice(this.given, this.end ?? until);
    this.given += piece.length;
    return piece;
  }

  /** Where the text ends because of a stop string; nothing given out holds the beginning of one. */
  private firstStop(): number | null {
    const found = this.shape.stops
      .map((stop) => ({ stop, at: this.settled.indexOf(stop, this.given) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at)[0];
    if (!found) return null;
    return this.shape.keepStop ? found.at + found.stop.length : found.at;
  }

  /** Length of the longest end of the text that a stop string begins with. */
  private longestBegunStop(): number {
    let longest = 0;
    for (const stop of this.shape.stops)
      for (let length = stop.length - 1; length > longest; length--)
        if (this.settled.endsWith(stop.slice(0, length))) longest = length;
    return longest;
  }
}

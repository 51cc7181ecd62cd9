import type { TokenPlacement } from '#run/events.ts';

/** The growing text of one completion, to detect stop strings. */
export class StopText {
  private text = '';
  /** Where the last token's text begins; an earlier stop string does not count. */
  private lastStart = 0;
  /** Where the number being written begins: further digits are inserted there. */
  private numberStart = 0;

  constructor(private readonly stops: readonly string[]) {}

  /** Inserts a token's text: see `TokenPlacement`. */
  add(text: string, placement: TokenPlacement): void {
    if (placement === 'digit') {
      this.text = this.text.slice(0, this.numberStart) + text + this.text.slice(this.numberStart);
      this.lastStart = this.text.length - 1;
      return;
    }
    if (placement === 'word' && this.text !== '') this.text += ' ';
    this.numberStart = this.text.length;
    this.lastStart = this.text.length;
    this.text += text;
  }

  /** True if the last token completed a stop string, at its end or within it (as `.\n\n` within a longer token). */
  hasStopped(): boolean {
    return this.stops.some(
      (stop) => stop !== '' && this.text.includes(stop, Math.max(0, this.lastStart - stop.length + 1)),
    );
  }
}

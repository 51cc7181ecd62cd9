import type { TokenPlacement } from '#run/events.ts';

/** The text of one completion as it grows, to say when it comes to a stop string. */
export class StopText {
  private text = '';
  /** Where the last token's text begins; a stop string that was there before it does not count. */
  private lastStart = 0;
  /** Where the number being written begins: its further digits go in there. */
  private numberStart = 0;

  constructor(private readonly stops: readonly string[]) {}

  /** Puts a token's text in its place: see `TokenPlacement`. */
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

  /** Whether the last token completed a stop string: at its end, or within it, as `.\n\n` does the end of a paragraph before more. */
  hasStopped(): boolean {
    return this.stops.some(
      (stop) => stop !== '' && this.text.includes(stop, Math.max(0, this.lastStart - stop.length + 1)),
    );
  }
}

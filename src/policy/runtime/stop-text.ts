import type { TokenPlacement } from '../../run/events.ts';

/** The text of one completion as it grows, to say when it ends with a stop string. */
export class StopText {
  private text = '';
  /** Where the number being written begins: its further digits go in there. */
  private numberStart = 0;

  constructor(private readonly stops: readonly string[]) {}

  /** Puts a token's text in its place: see `TokenPlacement`. */
  add(text: string, placement: TokenPlacement): void {
    if (placement === 'digit') {
      this.text = this.text.slice(0, this.numberStart) + text + this.text.slice(this.numberStart);
      return;
    }
    if (placement === 'word' && this.text !== '') this.text += ' ';
    this.numberStart = this.text.length;
    this.text += text;
  }

  endsWithStop(): boolean {
    return this.stops.some((stop) => stop !== '' && this.text.endsWith(stop));
  }
}

import type { LoggedToken } from '#run/events.ts';

/**
 * Finds a closing tag among tokens as they come. A tag may be one token, several, or the middle of some: `</`, `think`,
 * `>\n\n`. Tokens that may turn out to belong to it are held back until that is known.
 */
export class ClosingTag {
  private held: LoggedToken[] = [];

  constructor(private readonly tag: string) {}

  /** What a token settles: tokens that belong to no tag, and those of the tag where it is complete. */
  take(token: LoggedToken): {
    readonly free: readonly LoggedToken[];
    readonly tag: readonly LoggedToken[] | null;
  } {
    this.held.push(token);
    const at = textOf(this.held).indexOf(this.tag);
    if (at >= 0) {
      const free = this.release(at);
      const tag = this.held;
      this.held = [];
      return { free, tag };
    }
    return { free: this.release(beginningAt(textOf(this.held), this.tag)), tag: null };
  }

  /** Those held back, where nothing more comes. */
  rest(): readonly LoggedToken[] {
    return this.held.splice(0);
  }

  /** Tokens whose text lies before a place. */
  private release(place: number): readonly LoggedToken[] {
    let end = 0;
    const beyond = this.held.findIndex(({ text }) => (end += text.length) > place);
    return this.held.splice(0, beyond < 0 ? this.held.length : beyond);
  }
}

/** Where the tag may begin in a text that ends amid it; the text's end where it does not. */
function beginningAt(text: string, tag: string): number {
  for (let at = Math.max(0, text.length - tag.length + 1); at < text.length; at++) {
    if (tag.startsWith(text.slice(at))) return at;
  }
  return text.length;
}

const textOf = (tokens: readonly LoggedToken[]): string => tokens.map(({ text }) => text).join('');

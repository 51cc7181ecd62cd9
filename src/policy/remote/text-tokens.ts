import type { TokenId } from '../language-model.ts';

/** Ids below are kept for marks that no text has. */
const firstText = 64;
const ids = 2 ** 52;

/**
 * Ids for pieces of text. Servers give texts, and their own ids, where they give any, cannot be asked for beforehand: so an id is
 * made of the text itself (FNV-1a, twice), the same on every day and every machine, and remembered.
 */
export class TextTokens {
  private readonly texts = new Map<TokenId, string>();

  id(text: string): TokenId {
    let id = firstText + (hash(text) % ids);
    // Two texts with one hash are not met in practice; where they are, the later one is the next.
    for (let known = this.texts.get(id); known !== text; known = this.texts.get(id)) {
      if (known === undefined) this.texts.set(id, text);
      else id += 1;
    }
    return id;
  }

  /** A token of an earlier run, as its log has it. */
  learn({ id, text }: { readonly id: TokenId; readonly text: string }): void {
    if (id >= firstText && !this.texts.has(id)) this.texts.set(id, text);
  }

  text(id: TokenId): string | undefined {
    return this.texts.get(id);
  }
}

/** 53 bits of a text. */
function hash(text: string): number {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193);
    low = Math.imul(low ^ text.charCodeAt(at), 0x85ebca6b) ^ (low >>> 13);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** A text in pieces of about a token each: words with the space before them, and white space by itself. */
export function wordPieces(text: string): readonly string[] {
  return text.match(/[ \t]?[^\s]+|\s+/g) ?? [];
}

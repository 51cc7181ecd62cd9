import { compact } from './node-words.ts';

/** What a text of the picture can be written as. */
export interface TextForms {
  readonly full: string;
  /** Without the blanks around operators. */
  readonly brief: string;
  /** Of an equation what it comes to, as its other side stands on the way there; else empty. */
  readonly result: string;
}

export function formsOf(full: string): TextForms {
  const brief = compact(full);
  return { full, brief, result: /^[^=]+(=[−-]?[\d.]+(?:[÷/]\d+)?)$/.exec(brief)?.[1] ?? '' };
}

/** How wide a text is in characters of the type; a Chinese one is as wide as its type is high. */
export function charactersOf(text: string): number {
  let characters = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x2e80 && code <= 0xffef) characters += 0.7;
  }
  return characters;
}

/** Less of a text says nothing. */
const fewest = 4;

/**
 * As many whole words of a text as there is room for, and that there are more. Empty where there is room for none.
 *
 * @param room in characters.
 * @param isBrief without the blanks around operators.
 */
export function cutToWords(text: string, room: number, isBrief: boolean): string {
  let [kept, said] = ['', ''];
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*/g) ?? []) {
    said += word;
    // What joins it to the next word says nothing without that.
    const whole = (isBrief ? compact(said) : said).replace(/[\s,;:.?!，；：。？！=+×÷*/−<>(-]+$/, '');
    if (charactersOf(whole) + 1 > room) break;
    kept = whole;
  }
  // A number that is more than that would be read as another.
  return kept.length + 1 < fewest || /^[\d.]+$/.test(kept) ? '' : `${kept}…`;
}

/** As much of a text as there is room for, cut within a word. */
export function cutAnywhere(text: string, room: number): string {
  return room < fewest ? '' : `${text.slice(0, Math.floor(room) - 1)}…`;
}

/**
 * What of a text is written, the fullest first; what follows is for where that would touch something.
 *
 * @param room in characters, for the whole of it or its result.
 * @param parts characters of its first words, where there is no room for all.
 * @param isBrief as those beside it are: without the blanks around operators.
 */
export function wishesFor(
  { full, brief, result }: TextForms,
  room: number,
  parts: readonly number[],
  isBrief: boolean,
): readonly string[] {
  const wishes: string[] = [];
  const add = (text: string) => {
    if (text !== '' && !wishes.includes(text)) wishes.push(text);
  };
  for (const text of [isBrief ? brief : full, brief, result]) if (charactersOf(text) <= room) add(text);
  // Rightwards a part has the same room as the whole.
  if (result === '' && (wishes.length === 0 || (parts[0] ?? 0) < room))
    for (const part of parts) if (part < full.length) add(cutToWords(full, part, isBrief));
  return wishes;
}

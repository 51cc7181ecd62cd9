import type { TokenPlacement, TokenRole } from '#run/events.ts';
import type { TokenId } from '../language-model.ts';
import type { TokenReader } from '../runtime/token-codec.ts';
import { skill } from './skills.ts';
import { control, type Vocabulary } from './vocabulary.ts';

export interface ReadToken {
  readonly text: string;
  readonly placement: TokenPlacement;
  readonly role: TokenRole;
}

const tags: ReadonlySet<string> = new Set(
  [...Object.values(control), ...Object.values(skill)].filter((text) => text !== control.wait),
);
const closing: ReadonlySet<string> = new Set([')', ']', ';', '.', ',', '?']);
const opening: ReadonlySet<string> = new Set(['(', '[']);

/** Reads a trace of an embedded model from its start: each token's part (thought, answer, …) and where its text goes. */
export class EmbeddedReader implements TokenReader {
  private part: TokenRole = 'prompt';
  private previous = '';
  /** Digits so far of the number being written; null if the trace may begin inside a number. */
  private digits: number | null = null;

  constructor(private readonly vocabulary: Vocabulary) {}

  read(token: TokenId): ReadToken {
    const written = this.vocabulary.text(token);
    const { text, placement } = this.place(token, written);
    this.previous = written;
    return { text, placement, role: this.role(written) };
  }

  private role(written: string): TokenRole {
    if (written === control.think) this.part = 'thought';
    if (written === control.endThink || written === control.none) this.part = 'answer';
    // A verdict on a thought is not part of it. After a worked example comes another problem.
    if (written === skill.judge || written === skill.value) this.part = 'answer';
    if (written === skill.next) this.part = 'prompt';
    if (tags.has(written)) return 'control';
    return written === control.wait ? 'wait' : this.part;
  }

  private place(token: TokenId, written: string): { text: string; placement: TokenPlacement } {
    const digit = this.vocabulary.placedDigit(token);
    if (!digit) {
      this.digits = 0;
      return {
        text: written,
        placement: closing.has(written) || opening.has(this.previous) ? 'joined' : 'word',
      };
    }
    const expected = this.digits ?? digit.place;
    const placement = expected === 0 ? 'word' : 'digit';
    this.digits = expected + 1;
    // A digit out of place doesn't make a number, so it isn't shown as a digit.
    return { text: digit.place === expected ? digit.digit : '?', placement };
  }
}

/** The texts of tokens as one line. */
export function joinTokens(tokens: Iterable<ReadToken>): string {
  let line = '';
  /** Where the number being written begins: further digits are inserted there. */
  let numberStart = 0;
  for (const { text, placement } of tokens) {
    if (placement === 'digit') {
      line = line.slice(0, numberStart) + text + line.slice(numberStart);
      continue;
    }
    if (placement === 'word' && line !== '') line += ' ';
    numberStart = line.length;
    line += text;
  }
  return line;
}

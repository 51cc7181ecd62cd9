import type { TextPart, ServedPiece, TokenAt } from './pieces.ts';

/** What a request cost, as the interface says it: the tokens of each prompt once, and all that were drawn. */
export class UsageCount {
  private drawn = 0;

  constructor(private readonly promptTokens: number) {}

  add(tokens: readonly TokenAt[]): void {
    this.drawn += tokens.filter(({ token }) => !token.forced).length;
  }

  get shown() {
    const { promptTokens, drawn } = this;
    return { prompt_tokens: promptTokens, completion_tokens: drawn, total_tokens: promptTokens + drawn };
  }
}

/** A choice that has come to its end. */
export interface WholeChoice extends Readonly<Record<TextPart, string>> {
  readonly choice: number;
  readonly tokens: readonly TokenAt[];
  readonly finish: ServedPiece['finish'];
}

/** All pieces, by choice. */
export async function joinPieces(
  pieces: AsyncIterable<ServedPiece>,
  usage: UsageCount,
): Promise<readonly WholeChoice[]> {
  const whole: WholeChoice[] = [];
  for await (const { choice, part, text, tokens, finish } of pieces) {
    usage.add(tokens);
    const before = whole[choice] ?? { choice, thought: '', answer: '', tokens: [], finish: null };
    whole[choice] = {
      ...before,
      [part]: before[part] + text,
      tokens: [...before.tokens, ...tokens],
      finish,
    };
  }
  return whole;
}

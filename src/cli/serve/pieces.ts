import type { LanguageModel, SampleEvent, SampleOptions, TokenId } from '#policy/language-model.ts';
import { mergeIterables } from '#policy/merge-iterables.ts';
import type { EndReason } from '#run/events.ts';
import type { LoggedToken } from '#run/token.ts';
import { GrowingText } from './growing-text.ts';

/** Which text of a choice a token belongs to; null where it is in none, as the end of text. */
export type TextPart = 'thought' | 'answer';

/** A token with where it begins in its text. */
export interface TokenAt {
  readonly token: LoggedToken;
  readonly offset: number;
  /** Nothing stands before it. */
  readonly first?: true;
}

/** The next piece of a choice's text, and the tokens since the piece before. */
export interface ServedPiece {
  readonly choice: number;
  readonly part: TextPart;
  readonly text: string;
  readonly tokens: readonly TokenAt[];
  /** Not null in the last piece of a choice. */
  readonly finish: 'stop' | 'length' | null;
}

/** A prompt to complete. */
export interface PromptToSample {
  readonly prefix: readonly TokenId[];
  readonly options: SampleOptions;
  /** Put before the text of each choice. */
  readonly echo: string;
  /** Put before its tokens. */
  readonly echoed: readonly TokenAt[];
}

export interface PieceShape {
  readonly n: number;
  readonly stops: readonly string[];
  readonly keepStop: boolean;
  /** The text goes on from the prompt. */
  readonly continues: boolean;
  readonly partOf: (token: LoggedToken) => TextPart | null;
}

/**
 * Completes prompts and gives the texts piece by piece, as they grow; a reply in one is all pieces joined. Choices are
 * numbered through all prompts. Throws what the model throws; whoever leaves early ends the sampling.
 */
export async function* piecesOf(
  model: LanguageModel,
  prompts: readonly PromptToSample[],
  shape: PieceShape,
  signal: AbortSignal,
): AsyncGenerator<ServedPiece> {
  const choices = prompts.flatMap((prompt, at) =>
    Array.from({ length: shape.n }, (_, index) => new Choice(at * shape.n + index, prompt, shape)),
  );
  let open = choices.length;
  const streams = prompts.map(({ prefix, options }) => model.sample(prefix, options, signal));
  for await (const batch of mergeIterables(streams)) {
    for (const { source, item } of batch) {
      const choice = choices[source * shape.n + item.index];
      if (!choice || choice.finished) continue;
      yield* choice.take(item);
      if (choice.finished) open -= 1;
    }
    if (open === 0) return;
  }
}

class Choice {
  finished = false;
  private part: TextPart = 'answer';
  private text: GrowingText;
  private tokens: TokenAt[];
  private echo: string;
  private readonly offset: number;

  constructor(
    private readonly index: number,
    { echo, echoed }: PromptToSample,
    private readonly shape: PieceShape,
  ) {
    this.echo = echo;
    this.offset = echo.length;
    this.tokens = [...echoed];
    this.text = new GrowingText(shape);
  }

  *take(event: SampleEvent): Generator<ServedPiece> {
    if (event.type === 'end') {
      yield this.piece(this.text.rest(), finishOf(event.reason));
      return;
    }
    const { token } = event;
    const part = this.shape.partOf(token);
    if (part === null) {
      this.tokens.push({ token, offset: this.offset + this.text.length });
      return;
    }
    if (part !== this.part) {
      const rest = this.text.rest();
      const { stopped } = this.text;
      if (rest !== '' || stopped) yield this.piece(rest, stopped ? 'stop' : null);
      if (stopped) return;
      this.part = part;
      this.text = new GrowingText(this.shape);
    }
    const text = this.text.add(token);
    this.tokens.push({ token, offset: this.offset + this.text.lastStart });
    if (text !== '' || this.text.stopped) yield this.piece(text, this.text.stopped ? 'stop' : null);
  }

  private piece(text: string, finish: ServedPiece['finish']): ServedPiece {
    const { index, part, tokens, echo } = this;
    this.tokens = [];
    this.echo = '';
    this.finished = finish !== null;
    return { choice: index, part, text: echo + text, tokens, finish };
  }
}

function finishOf(reason: EndReason): 'stop' | 'length' {
  return reason === 'end-of-text' || reason === 'stop' ? 'stop' : 'length';
}

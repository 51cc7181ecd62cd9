import type { Token } from './token.ts';

/** A position in a list of tokens. */
export class Cursor {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get here(): Token | undefined {
    return this.tokens[this.at];
  }

  peek(distance: number): Token | undefined {
    return this.tokens[this.at + distance];
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  sign(): string | null {
    return signOf(this.here);
  }

  /** Consumes the next token if it is one of these signs. */
  take<Sign extends string>(...signs: readonly Sign[]): Sign | null {
    const sign = this.sign();
    const taken = signs.find((one) => one === sign);
    if (taken === undefined) return null;
    this.at += 1;
    return taken;
  }

  isCommand(name: string): boolean {
    const { here } = this;
    return here?.kind === 'command' && here.name === name;
  }

  skip(count = 1): void {
    this.at += count;
  }

  mark(): number {
    return this.at;
  }

  back(mark: number): void {
    this.at = mark;
  }
}

export const signOf = (token: Token | undefined): string | null =>
  token?.kind === 'sign' ? token.sign : null;

/** The text is not mathematics that this parser knows. */
export class MathsSyntaxError extends Error {}

export function syntaxError(): never {
  throw new MathsSyntaxError();
}

import { syntaxError } from './cursor.ts';
import type { Token } from './token.ts';
import { FactorParser } from './parse-factor.ts';
import type { Tree } from './tree.ts';
import { timesTrees } from './vectors.ts';

/** Sums of products of factors, by recursive descent. */
export abstract class ExpressionParser extends FactorParser {
  protected sum(): Tree {
    const { cursor } = this;
    let left: Tree | null = null;
    const first = cursor.take('±', '∓');
    if (first) left = { kind: 'plus-minus', sign: first === '±' ? 1 : -1, left: null, right: this.term() };
    else left = this.term();
    for (let sign = cursor.take('+', '-', '±', '∓'); sign; sign = cursor.take('+', '-', '±', '∓')) {
      const right = this.term();
      if (sign === '±' || sign === '∓')
        left = { kind: 'plus-minus', sign: sign === '±' ? 1 : -1, left, right };
      else left = { kind: 'sum', left, right: sign === '-' ? { kind: 'negation', of: right } : right };
    }
    return left;
  }

  private term(): Tree {
    const { cursor } = this;
    const sign = cursor.take('+', '-');
    if (sign) {
      const of = this.term();
      return sign === '-' ? { kind: 'negation', of } : of;
    }
    let left = this.factor();
    for (;;) {
      if (cursor.take('*')) left = { kind: 'product', left, right: this.signed() };
      else if (cursor.take('×')) left = timesTrees(left, this.signed());
      else if (cursor.take('/', '÷')) left = { kind: 'quotient', left, right: this.signed() };
      // f ∘ g is not a product.
      else if (left.kind === 'degrees' && left.of.kind === 'name' && this.continues(cursor.here))
        return syntaxError();
      else if (left.kind === 'degrees' && isScale(cursor.here)) return left;
      else if (this.continues(cursor.here)) left = { kind: 'product', left, right: this.factor() };
      else return left;
    }
  }

  private signed(): Tree {
    const sign = this.cursor.take('+', '-');
    if (!sign) return this.factor();
    const of = this.signed();
    return sign === '-' ? { kind: 'negation', of } : of;
  }
}

/** The C of 25 °C. */
const isScale = (token: Token | undefined): boolean => token?.kind === 'name' && /^[CF]$/.test(token.name);

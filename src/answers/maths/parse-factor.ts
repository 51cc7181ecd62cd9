import { signOf, syntaxError } from './cursor.ts';
import type { Token } from './token.ts';
import { label, named, takeInverse } from './label.ts';
import { BracketParser } from './parse-bracket.ts';
import { parseMatrix } from './parse-matrix.ts';
import { isMinusOne, type Tree } from './tree.ts';

/** Numbers, letters, functions and brackets, with their exponents. */
export abstract class FactorParser extends BracketParser {
  /** True if a token right after a factor multiplies it. */
  protected continues(token: Token | undefined): boolean {
    switch (token?.kind) {
      case 'name':
      case 'function':
        return true;
      case 'constant':
        return 'πei∞'.includes(token.name);
      case 'command':
        return (
          token.name === 'frac' || token.name === 'sqrt' || token.name === 'binom' || token.name === 'begin'
        );
      case 'sign':
        return '([{⟨√⌊⌈'.includes(token.sign) && token.sign !== '';
      default:
        return false;
    }
  }

  protected factor(): Tree {
    return this.powers(this.primary());
  }

  /** Postfix operators: powers, factorials, degrees. */
  private powers(base: Tree): Tree {
    const { cursor } = this;
    let tree = base;
    for (;;) {
      if (cursor.take('!')) tree = { kind: 'call', name: 'factorial', of: [tree] };
      else if (cursor.take('°')) tree = { kind: 'degrees', of: tree };
      else if (cursor.sign() === '^') {
        cursor.skip();
        if (this.degreeSign()) tree = { kind: 'degrees', of: tree };
        else if (!this.ordinal()) return { kind: 'power', left: tree, right: this.exponent() };
      } else return tree;
    }
  }

  /** ^\circ and ^{\circ}. */
  private degreeSign(): boolean {
    const { cursor } = this;
    if (cursor.take('°')) return true;
    if (cursor.sign() !== '{' || signOf(cursor.peek(1)) !== '°' || signOf(cursor.peek(2)) !== '}')
      return false;
    cursor.skip(3);
    return true;
  }

  /** 10^{\text{th}}: an ordinal ending, which is ignored. */
  private ordinal(): boolean {
    const { cursor } = this;
    const inner = cursor.sign() === '{' ? cursor.peek(1) : cursor.here;
    if (inner?.kind !== 'word' || !/^(?:th|st|nd|rd)$/.test(inner.text)) return false;
    cursor.skip(cursor.sign() === '{' ? 3 : 1);
    return true;
  }

  private exponent(): Tree {
    const { cursor } = this;
    const sign = cursor.take('-', '+');
    const of = this.argument();
    // 2^{3^2} and 2^3^2 are towers. Nobody writes x^2! for a power of 2!.
    const raised: Tree =
      cursor.sign() === '^' ? { kind: 'power', left: of, right: (cursor.skip(), this.exponent()) } : of;
    return sign === '-' ? { kind: 'negation', of: raised } : raised;
  }

  /** A group in braces, or the next single item. */
  private argument(): Tree {
    const { cursor } = this;
    if (cursor.sign() === '{') return this.braced();
    const { here } = cursor;
    // x^2\frac12 means half of x².
    if (here?.kind === 'number' && cursor.peek(1)?.kind === 'command')
      return (cursor.skip(), { kind: 'number', value: here.value });
    return this.primary();
  }

  protected primary(): Tree {
    const { cursor } = this;
    const { here } = cursor;
    switch (here?.kind) {
      case 'number':
        return this.number(here);
      case 'name':
        cursor.skip();
        return this.applied(named(cursor, here.name));
      case 'constant':
        cursor.skip();
        if (cursor.sign() === '_' || cursor.sign() === "'")
          return { kind: 'name', name: named(cursor, here.name) };
        return { kind: 'constant', name: here.name };
      case 'function':
        cursor.skip();
        return this.call(here.name);
      case 'command':
        return this.command(here.name);
      case 'sign':
        return this.bracket(here.sign);
      default:
        return syntaxError();
    }
  }

  private number(token: Extract<Token, { kind: 'number' }>): Tree {
    const { cursor } = this;
    cursor.skip();
    const tree: Tree = { kind: 'number', value: token.value };
    if (cursor.sign() === '_') {
      cursor.skip();
      const base = label(this.cursor);
      return base === null
        ? syntaxError()
        : { kind: 'numeral', digits: token.text.replace(/[^0-9.]/g, ''), base };
    }
    if (token.value.denominator !== 1n || /[^0-9]/.test(token.text)) return tree;
    const part = this.mixedPart();
    return part ? { kind: 'sum', left: tree, right: part } : tree;
  }

  /** The fraction of a mixed number: 1\frac12, 1 1/2, 1½. */
  private mixedPart(): Tree | null {
    const { cursor } = this;
    const mark = cursor.mark();
    const { here } = cursor;
    if (here?.kind === 'number' && here.value.denominator !== 1n && here.text.length === 1) {
      cursor.skip();
      return { kind: 'number', value: here.value };
    }
    const [slash, below] = [cursor.peek(1), cursor.peek(2)];
    if (
      here?.kind === 'number' &&
      here.apart &&
      signOf(slash) === '/' &&
      below?.kind === 'number' &&
      isWhole(here.text) &&
      isWhole(below.text)
    ) {
      cursor.skip(3);
      return {
        kind: 'quotient',
        left: { kind: 'number', value: here.value },
        right: { kind: 'number', value: below.value },
      };
    }
    if (!cursor.isCommand('frac')) return null;
    const fraction = this.command('frac');
    if (fraction.kind === 'quotient' && fraction.left.kind === 'number' && fraction.right.kind === 'number')
      return fraction;
    cursor.back(mark);
    return null;
  }

  /** f(x): f and g are unknown functions. Other letters before brackets multiply, unless an equation defines them. */
  private applied(name: string): Tree {
    const { cursor } = this;
    if (/^[fgFG]$/.test(name) && takeInverse(cursor))
      return { kind: 'call', name: `function ${name}^-1`, of: [this.bracket('(')] };
    const left: Tree = { kind: 'name', name };
    if (cursor.sign() !== '(' || cursor.here?.apart || !/^[a-zA-Z](?:_.+|'+)?$/.test(name)) return left;
    const right = this.bracket('(');
    if (/^[fgFG]/.test(name))
      return { kind: 'call', name: `function ${name}`, of: right.kind === 'group' ? right.items : [right] };
    return right.kind === 'group'
      ? { kind: 'call', name: `function ${name}`, of: right.items }
      : { kind: 'product', left, right: this.powers(right), applied: true };
  }

  private command(name: string): Tree {
    const { cursor } = this;
    cursor.skip();
    switch (name) {
      case 'frac':
        return { kind: 'quotient', left: this.argument(), right: this.argument() };
      case 'binom':
        return { kind: 'call', name: 'binom', of: [this.argument(), this.argument()] };
      case 'sqrt':
        return this.call('sqrt');
      case 'overline':
        return { kind: 'name', name: `line ${label(this.cursor) ?? syntaxError()}` };
      case 'begin':
        return parseMatrix(cursor, () => this.deeper(() => this.relation()));
      default:
        return syntaxError();
    }
  }

  private call(name: string): Tree {
    const { cursor } = this;
    const base: Tree[] = [];
    if (name === 'sqrt' && cursor.sign() === '[') {
      cursor.skip();
      base.push(this.deeper(() => this.sum()));
      if (!cursor.take(']')) return syntaxError();
    }
    if (name === 'log' && cursor.take('_')) base.push(this.argument());
    const raised = name !== 'sqrt' && cursor.take('^') ? this.exponent() : null;
    if (name === 'log' && base.length === 0 && cursor.take('_')) base.push(this.argument());
    const given = this.callArgument(name);
    const inverse = raised && isMinusOne(raised) && ['sin', 'cos', 'tan'].includes(name);
    const tree: Tree = { kind: 'call', name: inverse ? `arc${name}` : name, of: [...given, ...base] };
    return raised && !inverse ? { kind: 'power', left: tree, right: raised } : tree;
  }

  /** A function's arguments: brackets, or the product that follows up to the next sign, bracket or function. */
  private callArgument(name: string): readonly Tree[] {
    const { cursor } = this;
    const sign = cursor.sign();
    if (sign && ['(', '[', '{', '|'].includes(sign)) {
      const tree = this.bracket(sign);
      return tree.kind === 'group' || tree.kind === 'list' ? tree.items : [tree];
    }
    if (name === 'sqrt' || name === 'cbrt') return [this.primary()];
    const minus = cursor.take('-') !== null;
    let tree = this.factor();
    while (
      this.continues(cursor.here) &&
      cursor.here?.kind !== 'function' &&
      !'([{'.includes(cursor.sign() ?? '.')
    )
      tree = { kind: 'product', left: tree, right: this.factor() };
    if (cursor.sign() === '/' && tree.kind !== 'number') {
      cursor.skip();
      tree = { kind: 'quotient', left: tree, right: this.factor() };
    }
    return [minus ? { kind: 'negation', of: tree } : tree];
  }
}

const isWhole = (text: string): boolean => /^[0-9]+$/.test(text);

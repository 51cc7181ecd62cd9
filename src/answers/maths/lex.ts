import { isKeyOf, lookUp } from '#experiment/keys-of.ts';
import { itemAt } from '#experiment/surely.ts';
import { integer } from '../rational.ts';
import { readNumber } from './numerals.ts';
import {
  boardLetters,
  commandConstants,
  commandSigns,
  layoutCommands,
  loweredDigits,
  mathFaces,
  raisedDigits,
  signCharacters,
  structuralCommands,
  textCommands,
  vulgarFractions,
} from './signs.ts';
import type { Token } from './token.ts';
import { functions, greekLetters, greekName, isWord } from './words.ts';

/** Texts with more tokens are not parsed: their key is the text itself. */
const mostTokens = 400;

/** Splits a text into tokens of mathematics; null if it holds anything else or is too long. Takes linear time. */
export function lex(text: string): readonly Token[] | null {
  const lexer = new Lexer(text);
  return lexer.run() ? lexer.tokens : null;
}

class Lexer {
  readonly tokens: Token[] = [];
  private at = 0;
  private apart = false;
  /** Depth of brackets, in which a comma always separates and never groups thousands. */
  private depth = 0;
  /** How many of the next arguments (of \frac or \sqrt) may be a single digit. */
  private single = 0;

  constructor(private readonly text: string) {}

  run(): boolean {
    while (this.at < this.text.length) {
      if (this.tokens.length > mostTokens || !this.next()) return false;
    }
    return true;
  }

  private push(
    token: { [Kind in Token['kind']]: Omit<Extract<Token, { kind: Kind }>, 'apart'> }[Token['kind']],
    length: number,
  ): true {
    this.tokens.push({ ...token, apart: this.apart });
    this.apart = false;
    this.at += length;
    this.single = Math.max(0, this.single - 1);
    return true;
  }

  private sign(sign: string, length: number): true {
    if ('([⦃⟨|'.includes(sign)) this.depth += 1;
    if (')]⦄⟩'.includes(sign)) this.depth = Math.max(0, this.depth - 1);
    return this.push({ kind: 'sign', sign }, length);
  }

  private next(): boolean {
    const { text, at } = this;
    const character = text.charAt(at);
    if (/\s/.test(character) || character === '~' || character === '\u200b') {
      this.at += 1;
      return (this.apart = true);
    }
    if (character === '\\') return this.command();
    if (/[0-9.]/.test(character)) {
      if (text.startsWith('...', at)) return this.sign('…', 3);
      const digit = this.single > 0 && /[0-9]/.test(character);
      const found = digit
        ? { value: integer(BigInt(character)), end: at + 1 }
        : readNumber(text, at, this.depth === 0);
      // 0.1(6) may be a repeating decimal or a product.
      if (
        found &&
        text.slice(at, found.end).includes('.') &&
        /^\([0-9]+\)/.test(text.slice(found.end, found.end + 20))
      )
        return false;
      if (found)
        return this.push(
          { kind: 'number', value: found.value, text: text.slice(at, found.end) },
          found.end - at,
        );
      return character === '.' && this.sign('.', 1);
    }
    const part = vulgarFractions[character];
    if (part)
      return this.push(
        { kind: 'number', value: { numerator: part[0], denominator: part[1] }, text: character },
        1,
      );
    if ('$€£¥'.includes(character)) {
      this.at += 1;
      return true;
    }
    if (raisedDigits.includes(character)) return this.index('^', raisedDigits);
    if (loweredDigits.includes(character)) return this.index('_', loweredDigits);
    const two = text.slice(at, at + 2);
    const pair = { '**': '^', '<=': '≤', '>=': '≥', '!=': '≠', '==': '=', '->': '→', '=>': '→' }[two];
    if (pair) return this.sign(pair, 2);
    if (character === 'π') return this.push({ kind: 'constant', name: 'π' }, 1);
    if (character === '∞') return this.push({ kind: 'constant', name: '∞' }, 1);
    if (character === '∅') return this.push({ kind: 'constant', name: '∅' }, 1);
    if (character === 'ℝ') return this.push({ kind: 'constant', name: 'ℝ' }, 1);
    const sign = Object.hasOwn(signCharacters, character) ? signCharacters[character] : undefined;
    if (sign !== undefined) return this.sign(sign, 1);
    const letter = greekName(character);
    if (letter) return this.push({ kind: 'name', name: letter }, 1);
    return this.letters();
  }

  /** Superscript or subscript digits. */
  private index(operator: '^' | '_', digits: string): true {
    let [end, number] = [this.at, ''];
    for (; end < this.text.length && digits.includes(this.text.charAt(end)) && number.length < 6; end++)
      number += digits.indexOf(this.text.charAt(end));
    this.sign(operator, 0);
    return this.push({ kind: 'number', value: integer(BigInt(number)), text: number }, end - this.at);
  }

  private letters(): boolean {
    const speed =
      this.tokens.at(-1)?.kind === 'number'
        ? /^(?:m|ft)\/s(?![\p{L}])/u.exec(this.text.slice(this.at, this.at + 5))?.[0]
        : undefined;
    if (speed !== undefined) return this.push({ kind: 'word', text: speed }, speed.length);
    const run = /^\p{L}+(?:[-’'](?=\p{L}{2})\p{L}+)*/u.exec(this.text.slice(this.at, this.at + 40))?.[0];
    if (!run) return false;
    const lower = run.toLowerCase();
    const named = run === 'MAX' ? undefined : lookUp(functions, lower);
    if (named !== undefined) return this.push({ kind: 'function', name: named }, run.length);
    if (lower === 'pi') return this.push({ kind: 'constant', name: 'π' }, 2);
    if (lower === 'infinity' || lower === 'inf' || run === 'oo')
      return this.push({ kind: 'constant', name: '∞' }, run.length);
    if (lower === 'union' || run === 'U') return this.sign('∪', run.length);
    if (greekLetters.has(run) && run !== 'in') return this.push({ kind: 'name', name: run }, run.length);
    if (lower === 'and' || lower === 'or') return this.push({ kind: 'word', text: lower }, run.length);
    // ax + by: letters after a sign, not the word "by".
    const before = this.tokens.at(-1);
    const behindSign = before?.kind === 'sign' && ['+', '-', '='].includes(before.sign);
    if (
      /^[a-z]{2}$/.test(run) &&
      (behindSign || (!before && /^\s?[-+^]\s?[a-z0-9]/.test(this.text.slice(this.at + 2, this.at + 8))))
    ) {
      for (const letter of run) this.letter(letter);
      return true;
    }
    if (isWord(run)) return this.push({ kind: 'word', text: run }, run.length);
    for (const letter of run) this.letter(letter);
    return true;
  }

  private letter(letter: string): true {
    if (letter === 'e' || letter === 'i') return this.push({ kind: 'constant', name: letter }, 1);
    return this.push({ kind: 'name', name: letter }, 1);
  }

  private command(): boolean {
    const { text, at } = this;
    const word = /^\\([a-zA-Z]+|[\s\S])/.exec(text.slice(at, at + 30))?.[1];
    if (word === undefined) return false;
    const length = word.length + 1;
    const name = /^[dtc]frac$/.test(word) ? 'frac' : /^[dt]binom$/.test(word) ? 'binom' : word;
    if (name === 'frac' || name === 'binom') {
      this.push({ kind: 'command', name }, length);
      this.single = this.bareDigits() ? 2 : 0;
      return true;
    }
    if (structuralCommands.has(name)) return this.push({ kind: 'command', name }, length);
    if (name === 'left' || name === 'right') {
      // \left. and \right. are invisible brackets.
      this.at +=
        length + (/^\s*\.(?![0-9])/.exec(text.slice(at + length, at + length + 10))?.[0].length ?? 0);
      return true;
    }
    if (name === '{' || name === '}') return this.sign(name === '{' ? '⦃' : '⦄', length);
    if (name === '%') return this.sign('%', length);
    if (name === '|' || name === 'Vert') return this.sign('‖', length);
    if (name === '&') return this.push({ kind: 'word', text: 'and' }, length);
    if (name === '$' || name === '#' || name === '_') {
      this.at += length;
      return true;
    }
    if (layoutCommands.has(name)) {
      this.at += length;
      return (this.apart = true);
    }
    const sign = lookUp(commandSigns, name);
    if (sign !== undefined) return this.sign(sign, length);
    if (isKeyOf(commandConstants, name))
      return this.push({ kind: 'constant', name: commandConstants[name] }, length);
    const named = lookUp(functions, name);
    if (named !== undefined) return this.push({ kind: 'function', name: named }, length);
    if (greekLetters.has(name)) return this.push({ kind: 'name', name }, length);
    if (name === 'mathbb') return this.board(length);
    if (name === 'angle' || name === 'triangle') {
      const corners = /^\s*\{?\s*([A-Z]{1,5})\s*\}?/.exec(text.slice(at + length, at + length + 20));
      return (
        corners !== null &&
        this.push({ kind: 'name', name: `${name} ${corners[1]}` }, length + corners[0].length)
      );
    }
    return textCommands.test(name) && this.worded(name, length);
  }

  /** \frac12, \frac 1{2}: each digit is an argument. */
  private bareDigits(): boolean {
    return /^\s*[0-9]\s*[0-9{\\]/.test(this.text.slice(this.at, this.at + 12));
  }

  private board(length: number): boolean {
    const found = /^\s*\{?\s*([RZNQC])\s*\}?/.exec(this.text.slice(this.at + length, this.at + length + 10));
    const letter = found?.[1];
    return (
      found !== null &&
      letter !== undefined &&
      isKeyOf(boardLetters, letter) &&
      this.push({ kind: 'constant', name: boardLetters[letter] }, length + found[0].length)
    );
  }

  /** \text{…} and similar: one word, or the mathematics in it if it holds nothing else. */
  private worded(name: string, length: number): boolean {
    const found =
      /^\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/.exec(
        this.text.slice(this.at + length, this.at + length + 300),
      ) ?? /^\s*([a-zA-Z])(?![a-zA-Z])/.exec(this.text.slice(this.at + length, this.at + length + 4));
    if (!found) return false;
    const inner = itemAt(found, 1).replace(/\$/g, '').trim();
    const whole = length + found[0].length;
    if (name === 'vec' || name === 'hat' || name === 'bar')
      return inner.length <= 3 && this.push({ kind: 'name', name: `${name} ${inner}` }, whole);
    if (inner === '') {
      this.at += whole;
      return (this.apart = true);
    }
    if (/^[a-zA-Z]$/.test(inner) && mathFaces.test(name)) {
      if (name === 'mathbf' || name === 'boldsymbol' || name === 'bm')
        return this.push({ kind: 'name', name: `bold ${inner}` }, whole);
      this.at += whole - 1;
      return this.letter(inner);
    }
    // Text with numbers (“3 and” before −7, “hours 20 minutes” after 3) is read as if it stood outside \text{}.
    const holdsNumbers = /(?:^|\s)[-+$]?[0-9]/.test(inner.replace(/\([^()]*\)/g, ''));
    if (
      !/\p{L}/u.test(inner.replace(/\\[a-zA-Z]+/g, '')) ||
      holdsNumbers ||
      /^(?:boxed|fbox|underline)$/.test(name)
    ) {
      const nested = lex(inner);
      if (!nested) return false;
      this.tokens.push(...nested);
      this.at += whole;
      return true;
    }
    const named = lookUp(functions, inner);
    if (named !== undefined) return this.push({ kind: 'function', name: named }, whole);
    return this.push(
      {
        kind: 'word',
        text: inner
          .replace(/\\(?:[,;! ]|text\w*)/g, ' ')
          .replace(/[{}]/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      },
      whole,
    );
  }
}

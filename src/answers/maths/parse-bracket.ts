import { type Cursor, syntaxError } from './cursor.ts';
import { behindColon } from './set-builder.ts';
import type { Tree } from './tree.ts';

/** Levels of nested brackets. */
const deepest = 40;
const closing: Readonly<Record<string, readonly string[]>> = {
  '(': [')', ']'],
  '[': [']', ')'],
  '⟨': ['⟩'],
  '{': ['}'],
  '⦃': ['⦄'],
};

/** What stands in brackets, which may hold any structure. */
export abstract class BracketParser {
  private depth = 0;

  constructor(protected readonly cursor: Cursor) {}

  /** A list of expressions, in any order. */
  protected abstract items(): Tree;
  /** A chain of comparisons, or one side alone. */
  protected abstract relation(): Tree;
  /** Terms joined by plus, minus or plus-minus. */
  protected abstract sum(): Tree;
  /** A factor without its exponent. */
  protected abstract primary(): Tree;

  protected braced(): Tree {
    const { cursor } = this;
    if (!cursor.take('{')) return syntaxError();
    const tree = this.deeper(() => this.items());
    return cursor.take('}') ? tree : syntaxError();
  }

  protected deeper<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > deepest) return syntaxError();
    const result = read();
    this.depth -= 1;
    return result;
  }

  protected bracket(open: string): Tree {
    const { cursor } = this;
    cursor.skip();
    switch (open) {
      case '{': {
        cursor.back(cursor.mark() - 1);
        const tree = this.braced();
        return tree.kind === 'list' ? { ...tree, set: true } : tree;
      }
      case '(':
      case '[':
      case '⟨':
      case '⦃':
        return this.group(open);
      case '|':
      case '⌊':
      case '⌈': {
        const of = this.deeper(() => this.sum());
        const close = { '|': '|', '⌊': '⌋', '⌈': '⌉' }[open];
        return cursor.take(close)
          ? { kind: 'call', name: { '|': 'abs', '⌊': 'floor', '⌈': 'ceil' }[open], of: [of] }
          : syntaxError();
      }
      case '√':
        return {
          kind: 'call',
          name: 'sqrt',
          of: [cursor.sign() === '(' ? this.bracket('(') : this.primary()],
        };
      case '…':
        return { kind: 'dots' };
      default:
        return syntaxError();
    }
  }

  private group(open: '(' | '[' | '⟨' | '⦃'): Tree {
    const { cursor } = this;
    const items: Tree[] = [];
    if (open === '⦃' && cursor.take('⦄')) return { kind: 'constant', name: '∅' };
    this.deeper(() => {
      items.push(this.relation());
      while (cursor.take(',', ';')) items.push(this.relation());
    });
    const [only] = items;
    // { x | x > 2 } is read as its condition on x.
    if (open === '⦃' && items.length === 1 && cursor.take('∣', '|')) {
      const condition = this.deeper(() => this.items());
      return cursor.take('⦄') && (condition.kind === 'relation' || condition.kind === 'list')
        ? condition
        : syntaxError();
    }
    const close = cursor.take(...(closing[open] ?? []));
    if (!close || !only) return syntaxError();
    const condition = open === '⦃' && items.length === 1 ? behindColon(only) : null;
    if (condition) return condition;
    if (open === '⦃') return { kind: 'list', set: true, items };
    const shape = { open: open === '[' ? '[' : '(', close: close === ']' ? ']' : ')' } as const;
    if (items.length > 1) return { kind: 'group', ...shape, items };
    return shape.open === '('
      ? shape.close === ')'
        ? only
        : syntaxError()
      : shape.close === ']'
        ? only
        : syntaxError();
  }
}

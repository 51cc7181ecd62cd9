import { evaluateExpression, type Expression } from '#answers/expression.ts';
import { numberIn } from '#answers/value.ts';
import { equals, negate, rationalText, type Rational } from '#answers/rational.ts';
import type { ArithmeticProblem } from '#experiment/problem.ts';
import type { Answer } from '#run/events.ts';
import type { Fault } from '#run/facts/fault.ts';
import { chainsIn, falseChain, falseClaim, hasWords, readChain, type Chain } from './equalities.ts';
import type { Proof } from './step-proof.ts';

/**
 * A sum of products worked out: each chain of equalities starts with a product of the problem or with the sum of what was
 * found, in the problem's order, and all its sides are equal. "Wait" begins a check here, not a new start: what is wrong
 * with a product or the sums stays wrong until they are written anew, and sums of a product that has changed don't count.
 * In a step with words every equality must hold.
 */
export class ArithmeticProof implements Proof {
  /** Signed, as last written; null before. */
  private readonly values: (Rational | null)[];
  private readonly wrongProducts: (Fault | null)[];
  private sum: { readonly total: Rational; readonly terms: number } | null = null;
  private wrongSum: Fault | null = null;
  /** A claim that belongs to nothing in the problem. */
  private stray: Fault | null = null;
  /** What the last equality in words came to. */
  private said: Rational | null = null;

  constructor(private readonly problem: ArithmeticProblem) {
    this.values = problem.terms.map(() => null);
    this.wrongProducts = problem.terms.map(() => null);
  }

  isProse(text: string): boolean {
    return hasWords(text);
  }

  restart(): void {
    this.stray = null;
  }

  take(text: string, inWords: boolean): void {
    if (inWords) {
      this.stray ??= falseClaim(text);
      const last = chainsIn(text).at(-1)?.at(-1);
      this.said = last ? evaluateExpression(last.expression) : this.said;
      return;
    }
    for (const claim of text.replace(/\b(?:ok|fix)\b/g, '').split(/[;\n]/))
      if (claim.trim() !== '') this.claim(claim.trim());
  }

  faults(): readonly Fault[] {
    return [...this.wrongProducts, this.wrongSum, this.stray].filter((fault) => fault !== null);
  }

  answerFault(answer: Answer): Fault | null {
    const value = numberIn(answer);
    const own = this.result() ?? this.said;
    if (!value) return { kind: 'answer-no-number' };
    if (!own) return { kind: 'answer-from-nothing' };
    return equals(value, own)
      ? null
      : {
          kind: 'answer-not-as-worked',
          answer: rationalText(value),
          worked: rationalText(own),
          by: 'sums',
        };
  }

  private claim(text: string): void {
    const sides = readChain(text);
    const end = sides?.at(-1);
    const last = end ? evaluateExpression(end.expression) : null;
    if (!sides || !last) {
      this.stray ??= { kind: 'no-equation', claim: text.slice(0, 40) };
      return;
    }
    const named = this.named(sides[0].expression);
    if (named.length > 0) this.takeProduct(named, last, falseChain(sides));
    else this.takeSum(sides, last);
  }

  private takeProduct(terms: readonly number[], value: Rational, fault: Fault | null): void {
    for (const term of terms) {
      const signed = this.problem.terms[term]?.sign === '-' ? negate(value) : value;
      const before = this.values[term];
      if (before && !equals(before, signed)) [this.sum, this.wrongSum] = [null, null];
      this.values[term] = signed;
      this.wrongProducts[term] = fault;
    }
  }

  private takeSum(sides: Chain, total: Rational): void {
    const [head, ...added] = summands(sides[0].expression);
    const from = this.sumFrom(head);
    const known =
      added.length > 0 &&
      from !== null &&
      added.every((summand, index) => this.isTerm(summand, from + index));
    if (!known) {
      this.stray ??= { kind: 'not-in-problem', claim: sides[0].text };
      return;
    }
    // A sum that starts anew makes good what was wrong with the last one; one that goes on does not.
    if (from === 1) this.wrongSum = null;
    this.wrongSum ??= falseChain(sides);
    this.sum = { total, terms: from + added.length };
  }

  /** The term that comes after the head of a sum: it goes on from the total so far, or starts with the first product. */
  private sumFrom(head: Expression): number | null {
    const value = evaluateExpression(head);
    if (this.sum && this.sum.terms < this.values.length && value && equals(value, this.sum.total))
      return this.sum.terms;
    return this.isTerm(head, 0) ? 1 : null;
  }

  /** Whether the summand is this term of the problem: its product, or what that was found to be. */
  private isTerm(summand: Expression, term: number): boolean {
    const found = this.values[term];
    const value = evaluateExpression(summand);
    const bare = summand.kind === 'negation' ? summand.operand : summand;
    const sign = summand.kind === 'negation' ? '-' : '+';
    if (this.named(bare).includes(term) && this.problem.terms[term]?.sign === sign) return true;
    return found !== null && found !== undefined && value !== null && equals(value, found);
  }

  /** The problem's terms that are this product. */
  private named(expression: Expression): readonly number[] {
    if (expression.kind !== 'operation' || expression.operator !== '*') return [];
    const { left, right } = expression;
    if (left.kind !== 'number' || right.kind !== 'number') return [];
    const [first, second] = [Number(left.value), Number(right.value)];
    return this.problem.terms.flatMap((term, index) => {
      const same = (a: number, b: number) => term.left === a && term.right === b;
      return same(first, second) || same(second, first) ? [index] : [];
    });
  }

  /** What the trace found, if it found all of it. */
  private result(): Rational | null {
    if (this.values.length === 1) return this.values[0] ?? null;
    return this.sum?.terms === this.values.length ? this.sum.total : null;
  }
}

/** a + b − c as a, b, −c. */
function summands(expression: Expression): readonly [Expression, ...Expression[]] {
  if (expression.kind !== 'operation') return [expression];
  const { operator, left, right } = expression;
  switch (operator) {
    case '+':
      return [...summands(left), ...summands(right)];
    case '-':
      return [...summands(left), { kind: 'negation', operand: right }];
    case '*':
    case '/':
      return [expression];
  }
}

import { gameFaults } from '#answers/countdown.ts';
import { applyOperator, type ExpressionOperator } from '#answers/expression.ts';
import { expressionIn } from '#answers/value.ts';
import { equals, integer, rational, rationalText, type Rational } from '#answers/rational.ts';
import type { CountdownProblem } from '#experiment/problem.ts';
import type { Answer } from '#run/events.ts';
import type { Fault } from '#run/facts/fault.ts';
import { falseClaim, hasWords } from './equalities.ts';
import type { Proof } from './step-proof.ts';

const number = String.raw`[-−]?\d{1,15}(?:/\d{1,15})?`;
/** `a op b = c`, then the numbers left: `[9 14]`, `(left: 9 14)`, `, left 9 14`, or nothing. */
const stepPattern = new RegExp(
  `^(${number}) ?([-+−*×/÷]) ?(${number}) ?= ?(${number})(?:,? ?[[(]? ?(?:left:? ?)?(${number}(?:,? ${number})*) ?[\\])]?)?[.;]?$`,
);
const signs: ReadonlyMap<string, ExpressionOperator> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['*', '*'],
  ['×', '*'],
  ['/', '/'],
  ['÷', '/'],
]);
const longestStep = 300;

/**
 * A countdown played step by step: each step takes two of the numbers left and puts their exact result in their place.
 * The list of what is left may be missing; written, it must be right. In a step with words every equality must hold.
 */
export class CountdownProof implements Proof {
  private left: readonly Rational[];
  private wrong: Fault | null = null;

  constructor(private readonly problem: CountdownProblem) {
    this.left = problem.numbers.map(integer);
  }

  isProse(text: string): boolean {
    return hasWords(text);
  }

  restart(): void {
    this.left = this.problem.numbers.map(integer);
    this.wrong = null;
  }

  take(text: string, inWords: boolean): void {
    const step = text.replace(/\s+/g, ' ').trim();
    if (this.wrong || step === '') return;
    this.wrong = inWords ? falseClaim(step) : this.play(step);
  }

  faults(): readonly Fault[] {
    return this.wrong ? [this.wrong] : [];
  }

  answerFault(answer: Answer): Fault | null {
    const expression = expressionIn(answer);
    if (!expression) return { kind: 'answer-no-expression' };
    const faults = gameFaults(this.problem, expression);
    return faults.length === 0 ? null : { kind: 'answer-wrong', faults };
  }

  /** Those that the attempt has still to use, as far as it is right. */
  numbersLeft(): readonly Rational[] {
    return this.left;
  }

  private play(step: string): Fault | null {
    const [, leftText, sign, rightText, resultText, listText] =
      (step.length <= longestStep && stepPattern.exec(step)) || [];
    const operator = signs.get(sign ?? '');
    if (!operator || leftText === undefined || rightText === undefined || resultText === undefined)
      return { kind: 'no-step', claim: step.slice(0, 40) };
    const [left, right, result] = [read(leftText), read(rightText), read(resultText)];
    if (!left || !right || !result) return { kind: 'claim-divides-by-zero', claim: step };
    const taken = without(this.left, left);
    const rest = taken && without(taken, right);
    if (!rest) return { kind: 'number-not-left', number: taken ? rightText : leftText };
    const exact = applyOperator(operator, left, right);
    const claim = `${leftText} ${sign} ${rightText}`;
    if (!exact) return { kind: 'claim-divides-by-zero', claim };
    if (!equals(exact, result))
      return { kind: 'false-equality', claim, value: rationalText(exact), said: resultText };
    const after = [...rest, result];
    if (listText !== undefined && !sameNumbers(after, listText.split(/,? /).map(read)))
      return { kind: 'other-numbers-left', left: after.map(rationalText).join(' '), said: listText };
    this.left = after;
    return null;
  }
}

function read(text: string): Rational | null {
  const [above = '', below = '1'] = text.replace('−', '-').split('/');
  return rational(BigInt(above), BigInt(below));
}

/** The numbers less one of those that equal `value`; null where there is none. */
function without(numbers: readonly Rational[], value: Rational): readonly Rational[] | null {
  const at = numbers.findIndex((other) => equals(other, value));
  return at < 0 ? null : numbers.toSpliced(at, 1);
}

function sameNumbers(numbers: readonly Rational[], listed: readonly (Rational | null)[]): boolean {
  const rest = listed.reduce<readonly Rational[] | null>(
    (left, value) => left && value && without(left, value),
    numbers,
  );
  return rest !== null && rest.length === 0;
}

import { operate, valueOf, type Fact, type Term } from '#experiment/puzzle/fact.ts';
import { itemAt } from '#experiment/surely.ts';
import type { Fault } from '#run/facts/fault.ts';
import { operators, things, type Operator } from '#experiment/puzzle/words.ts';

/**
 * What a step writes: `Bob has Ann + 5 = 7 + 5 = 12`, or only some of that: `Bob has 12`, or the plan `Bob has Ann + 5`. A
 * verdict stands at the end of a check.
 */
interface Claim {
  readonly subject: string;
  readonly formula: Computation<string> | null;
  readonly working: Computation<number> | null;
  /** Null in a plan. */
  readonly result: number | null;
  readonly verdict: 'ok' | 'fix' | null;
}

interface Computation<T> {
  readonly left: T;
  readonly operator: Operator;
  readonly right: T;
}

const claimPattern = new RegExp(
  String.raw`^(?:([A-Z][a-z]+) has|(together|difference|bags)|((?:\d+ \* )?[a-z]) =) (.+?)(?: (?:${things.join('|')}))?(?: (ok|fix))?$`,
);
const number = /^\d+$/;

/**
 * The steps of a word problem or of equations. Every step must say a fact of the chain, worked out from what is believed, or
 * how it follows. "Wait" begins a check of one step: what it finds is believed from then on, and where that is something new,
 * all later steps are forgotten until they are written again.
 */
export class ChainProof {
  /** Values as last written, by the fact's place in the chain; null before. */
  private readonly believed: (number | null)[];
  private readonly wrong: (Fault | null)[];
  /** A step that the question does not need. */
  private stray: Fault | null = null;
  private checking = false;
  /** The place after the step that was checked last. */
  private unchecked = 0;

  constructor(private readonly chain: readonly Fact[]) {
    this.believed = chain.map(() => null);
    this.wrong = chain.map(() => null);
  }

  restart(): void {
    this.stray = null;
    this.checking = true;
  }

  faults(): readonly Fault[] {
    return [...this.wrong, this.stray].filter((fault) => fault !== null);
  }

  /** What the thought has come to; null before its end. */
  result(): number | null {
    return this.believed.at(-1) ?? null;
  }

  isStep(text: string): boolean {
    return readClaim(text) !== null;
  }

  take(step: string): void {
    const claim = readClaim(step);
    const place = claim && this.placeOf(claim);
    if (!claim || place === null) {
      this.stray ??= claim
        ? { kind: 'not-needed', subject: claim.subject }
        : { kind: 'no-step', claim: step.slice(0, 40) };
      return;
    }
    const misnamed = claim.formula && formulaFault(itemAt(this.chain, place), claim.formula);
    if (claim.result !== null) {
      this.settle(place, claim, claim.result);
      if (this.checking) this.unchecked = (place + 1) % this.chain.length;
      this.checking = false;
    }
    if (misnamed) this.wrong[place] = misnamed;
  }

  private settle(place: number, { working, verdict }: Claim, result: number): void {
    const before = this.believed[place] ?? null;
    const fact = itemAt(this.chain, place);
    const differs = before !== null && before !== result;
    const ownFault = () =>
      (working && this.workingFault(fact, working, result)) ??
      (result === fact.value ? null : valueFault(fact, result));
    if (differs && verdict === 'ok') {
      // What it says may be true; only the verdict on what was written before is not.
      this.wrong[place] = ownFault() ?? { kind: 'not-as-before', before: `${before}`, result: `${result}` };
      return;
    }
    if (differs) {
      this.believed.fill(null, place);
      this.wrong.fill(null, place);
    }
    this.believed[place] = result;
    this.wrong[place] = ownFault();
  }

  private workingFault(fact: Fact, working: Computation<number>, result: number): Fault | null {
    const { left, operator, right } = working;
    const written = `${left} ${operator} ${right}`;
    const exact = operate(left, operator, right);
    if (exact === null) return { kind: 'no-whole-number', claim: written };
    if (exact !== result)
      return { kind: 'false-equality', claim: written, value: `${exact}`, said: `${result}` };
    if (!fact.working) return { kind: 'given', subject: fact.subject, value: fact.value };
    const missing = [fact.working.left, fact.working.right].find((term) => this.known(term) === null);
    if (missing !== undefined && typeof missing !== 'number')
      return { kind: 'not-known-yet', subject: missing.subject };
    if (follows(working, fact, (term) => this.known(term))) return null;
    const own = `${this.known(fact.working.left)} ${fact.working.operator} ${this.known(fact.working.right)}`;
    return { kind: 'other-fact', subject: fact.subject, fact: own, said: written };
  }

  private known(term: Term): number | null {
    return typeof term === 'number' ? term : (this.believed[this.chain.indexOf(term)] ?? null);
  }

  /** Which of the facts about its subject a step says: the first that has no value, else the last; in a check one that it is true of, else the next in turn. */
  private placeOf(claim: Claim): number | null {
    const places = this.chain.flatMap((fact, place) => (fact.subject === claim.subject ? [place] : []));
    if (!this.checking) return places.find((place) => this.believed[place] === null) ?? places.at(-1) ?? null;
    const inTurn = [
      ...places.filter((place) => place >= this.unchecked),
      ...places.filter((place) => place < this.unchecked),
    ];
    return inTurn.find((place) => isTrue(itemAt(this.chain, place), claim)) ?? inTurn[0] ?? null;
  }
}

function readClaim(step: string): Claim | null {
  const [, person, word, letter, body = '', verdict] = claimPattern.exec(step) ?? [];
  const subject = person ?? word ?? letter;
  const parts = body.split(' = ');
  const result = number.test(parts.at(-1) ?? '') ? Number(parts.pop()) : null;
  const computations = parts.map(readComputation);
  const last = computations.at(-1);
  const working =
    last && number.test(last.left) && number.test(last.right)
      ? { ...last, left: Number(last.left), right: Number(last.right) }
      : null;
  const [formula = null, ...rest] = working ? computations.slice(0, -1) : computations;
  const says = result !== null || (formula !== null && working === null);
  if (subject === undefined || !says || rest.length > 0 || computations.includes(null)) return null;
  return {
    subject,
    formula,
    working,
    result,
    verdict: verdict === 'ok' || verdict === 'fix' ? verdict : null,
  };
}

function readComputation(text: string): Computation<string> | null {
  const [, left = '', sign, right = ''] = /^(\w+) ([-+*/]) (\w+)$/.exec(text) ?? [];
  const operator = operators.find((one) => one === sign);
  return operator ? { left, operator, right } : null;
}

function isTrue(fact: Fact, { working, result }: Claim): boolean {
  return result === fact.value && (!working || follows(working, fact, valueOf));
}

/** Whether a fact follows so, its terms being worth `value`, or called so. Sums and products may be turned round. */
function follows<T>(
  { left, operator, right }: Computation<T>,
  { working: own }: Fact,
  value: (term: Term) => T | null,
): boolean {
  if (!own || operator !== own.operator) return false;
  const [first, second] = [value(own.left), value(own.right)];
  const turns = operator === '+' || operator === '*';
  return (left === first && right === second) || (turns && left === second && right === first);
}

const nameOf = (term: Term): string => (typeof term === 'number' ? `${term}` : term.subject);

/** What is wrong with a fact following so, in names. */
function formulaFault(fact: Fact, formula: Computation<string>): Fault | null {
  if (follows(formula, fact, nameOf)) return null;
  const own = fact.working
    ? `${nameOf(fact.working.left)} ${fact.working.operator} ${nameOf(fact.working.right)}`
    : `${fact.value}`;
  const said = `${formula.left} ${formula.operator} ${formula.right}`;
  return { kind: 'other-fact', subject: fact.subject, fact: own, said };
}

function valueFault({ subject, working, value }: Fact, result: number): Fault {
  const exact = working
    ? `${valueOf(working.left)} ${working.operator} ${valueOf(working.right)}`
    : `${value}`;
  return { kind: 'other-fact', subject, fact: exact, said: `${result}` };
}

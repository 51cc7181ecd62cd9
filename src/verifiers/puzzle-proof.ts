import { evaluateExpression } from '#answers/expression.ts';
import { numberIn } from '#answers/value.ts';
import { equals, integer, rationalText, type Rational } from '#answers/rational.ts';
import { puzzleOf } from '#answers/solve-puzzle.ts';
import type { PuzzleProblem } from '#experiment/problem.ts';
import { canonicalPuzzle, isPuzzleWord, puzzleWords } from '#experiment/puzzle/canonical.ts';
import type { Answer } from '#run/events.ts';
import type { Fault } from '#run/facts/fault.ts';
import { chainsIn, falseClaim } from './equalities.ts';
import { ChainProof } from './puzzle-chain.ts';
import { KnightsProof } from './puzzle-knights.ts';
import type { Proof } from './step-proof.ts';

/** What stands in a thought and claims nothing: a question, or the problem once more; so do its own sentences. */
const aside = /^(?:in other words|sub-question)\b/i;
const prompted = /^answer(?: \d+)?:\s*/i;
/** Words of steps that problems do without. */
const stepWords: ReadonlySet<string> = new Set([
  'difference',
  'suppose',
  'clash',
  'fits',
  'ok',
  'fix',
  'open',
]);

/**
 * A puzzle thought through in the steps of its small language, each checked: see `ChainProof` and `KnightsProof`. In a
 * thought with other words every equality must hold.
 */
export class PuzzleProof implements Proof {
  private readonly steps: ChainProof | KnightsProof;
  private readonly sentences: ReadonlySet<string>;
  /** A false equality among words. */
  private falsehood: Fault | null = null;
  /** What the last equality in words came to. */
  private said: Rational | null = null;

  constructor(problem: PuzzleProblem) {
    this.sentences = new Set(problem.text.split(/(?<=[.?]) /));
    const puzzle = puzzleOf(problem);
    this.steps = puzzle.kind === 'knights' ? new KnightsProof(puzzle) : new ChainProof(puzzle.chain);
  }

  isProse(text: string): boolean {
    return claims(text).some((claim) =>
      puzzleWords(claim).some((word) => /^\p{L}/u.test(word) && !isPuzzleWord(word) && !stepWords.has(word)),
    );
  }

  restart(): void {
    this.falsehood = null;
    this.steps.restart();
  }

  take(text: string, inWords: boolean): void {
    if (!inWords) {
      const said = claims(text).map(canonicalPuzzle);
      for (const claim of said)
        if (this.steps.isStep(claim) || !this.sentences.has(`${claim} .`)) this.steps.take(claim);
      return;
    }
    this.falsehood ??= falseClaim(text);
    const last = chainsIn(text).at(-1)?.at(-1);
    this.said = last ? evaluateExpression(last.expression) : this.said;
  }

  faults(): readonly Fault[] {
    return [...this.steps.faults(), ...(this.falsehood ? [this.falsehood] : [])];
  }

  answerFault(answer: Answer): Fault | null {
    if (this.steps instanceof KnightsProof)
      return this.steps.answerFault(answer.value.kind === 'names' ? answer.value.names : []);
    const value = numberIn(answer);
    const result = this.steps.result();
    const own = result === null ? this.said : integer(result);
    if (!value) return { kind: 'answer-no-number' };
    if (!own) return { kind: 'answer-from-nothing' };
    return equals(value, own)
      ? null
      : {
          kind: 'answer-not-as-worked',
          answer: rationalText(value),
          worked: rationalText(own),
          by: 'steps',
        };
  }
}

/** The steps of a text, without what claims nothing. */
function claims(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !aside.test(part))
    .map((part) => part.replace(prompted, '').replace(/\.$/, ''));
}

import { given, worked, type Fact, type Term } from './fact.ts';
import { matchSentence } from './match.ts';
import { inSentence, Misread } from './misread.ts';
import { equationPatterns, equationQuestions, type Said } from './patterns.ts';
import type { Variable } from './words.ts';

/** A chain of definitions and linear equations. */
export interface EquationsPuzzle {
  readonly kind: 'equations';
  /** What has to be worked out, each after what it needs; the last is the answer. */
  readonly chain: readonly Fact[];
  readonly answer: number;
}

interface Definition {
  readonly words: readonly string[];
  readonly said: Said<typeof equationPatterns>;
}

/** Throws Misread. */
export function readEquations(
  sentences: readonly (readonly string[])[],
  question: readonly string[],
): EquationsPuzzle {
  const definitions = new Map<Variable, Definition>();
  for (const words of sentences) {
    inSentence(words, () => {
      const said = matchSentence(equationPatterns, words);
      if (definitions.has(said.variable))
        throw new Misread({ why: 'defined-twice', variable: said.variable });
      definitions.set(said.variable, { words, said });
    });
  }
  const { variable } = inSentence(question, () => matchSentence(equationQuestions, question));
  const chain = new Chain(definitions);
  const answer = inSentence(question, () => chain.find(variable));
  const puzzle: EquationsPuzzle = { kind: 'equations', chain: [...chain.facts], answer: answer.value };
  // What nobody needs must make sense too.
  for (const other of definitions.keys()) chain.find(other);
  return puzzle;
}

/** Works out letters depth first, in the order in which operands are read. */
class Chain {
  readonly facts: Fact[] = [];
  private readonly found = new Map<Variable, Fact>();
  private readonly open = new Set<Variable>();

  constructor(private readonly definitions: ReadonlyMap<Variable, Definition>) {}

  find(variable: Variable): Fact {
    const known = this.found.get(variable);
    if (known) return known;
    const definition = this.definitions.get(variable);
    if (!definition) throw new Misread({ why: 'undefined', variable });
    if (this.open.has(variable)) throw new Misread({ why: 'defined-by-itself', variable });
    this.open.add(variable);
    const fact = inSentence(definition.words, () => this.follow(definition.said));
    this.facts.push(fact);
    this.found.set(variable, fact);
    return fact;
  }

  private follow(said: Definition['said']): Fact {
    switch (said.form) {
      case 'number':
        return given(said.variable, said.number);
      case 'operation':
        if (typeof said.left === 'number' && typeof said.right === 'number')
          throw new Misread({ why: 'no-letter' });
        return worked(said.variable, this.term(said.left), said.operator, this.term(said.right));
      case 'plus':
      case 'minus': {
        const product = worked(
          `${said.factor} * ${said.variable}`,
          this.term(said.sum),
          said.form === 'plus' ? '-' : '+',
          said.added,
        );
        this.facts.push(product);
        return worked(said.variable, product, '/', said.factor);
      }
    }
  }

  private term(operand: Variable | number): Term {
    return typeof operand === 'number' ? operand : this.find(operand);
  }
}

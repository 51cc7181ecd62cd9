import { matchSentence } from './match.ts';
import { inSentence, Misread } from './misread.ts';
import { knightPatterns, knightQuestions, type Said } from './patterns.ts';
import { names, type Name } from './words.ts';

/** Knights always tell the truth, knaves always lie. */
export interface KnightsPuzzle {
  readonly kind: 'knights';
  /** In alphabetical order, as the knights. */
  readonly people: readonly Name[];
  readonly statements: readonly Statement[];
  readonly knights: readonly Name[];
}

export type Statement = Said<typeof knightPatterns>;

const mostPeople = 5;

/** Throws Misread. */
export function readKnights(
  sentences: readonly (readonly string[])[],
  question: readonly string[],
): KnightsPuzzle {
  const statements = sentences.map((words) => inSentence(words, () => matchSentence(knightPatterns, words)));
  inSentence(question, () => matchSentence(knightQuestions, question));
  const named = new Set(statements.flatMap(peopleOf));
  if (named.size > mostPeople)
    throw new Misread({ why: 'too-many-people', people: named.size, most: mostPeople });
  const people = names.filter((name) => named.has(name));
  const solutions = assignments(people).filter((knights) =>
    statements.every((statement) => fits(statement, knights)),
  );
  const [knights] = solutions;
  if (!knights) throw new Misread({ why: 'no-way' });
  if (solutions.length > 1) throw new Misread({ why: 'many-ways', ways: solutions.length });
  return { kind: 'knights', people, statements, knights: [...knights] };
}

/** Who speaks, then who is spoken of. */
export function peopleOf(statement: Statement): readonly Name[] {
  return 'third' in statement
    ? [statement.who, statement.whom, statement.third]
    : [statement.who, statement.whom];
}

/** What a statement says, word for word, without its full stop. */
export function statementText(statement: Statement): string {
  const slots: Readonly<Record<string, unknown>> = { ...statement };
  return knightPatterns[statement.form]
    .replace(' .', '')
    .replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot]));
}

/** Every way in which people can be knights and knaves, as the sets of knights. */
export function assignments(people: readonly Name[]): readonly ReadonlySet<Name>[] {
  return people.reduce<readonly ReadonlySet<Name>[]>(
    (sets, name) => [...sets, ...sets.map((set) => new Set([...set, name]))],
    [new Set()],
  );
}

/** Whether a knight says what is true here, or a knave what is not. */
export function fits(statement: Statement, knights: ReadonlySet<Name>): boolean {
  return knights.has(statement.who) === isTrue(statement, knights);
}

function isTrue(statement: Statement, knights: ReadonlySet<Name>): boolean {
  const first = knights.has(statement.whom);
  switch (statement.form) {
    case 'knight':
      return first;
    case 'knave':
      return !first;
    case 'same':
      return first === knights.has(statement.third);
    case 'different':
      return first !== knights.has(statement.third);
    case 'both':
      return first && knights.has(statement.third);
    case 'or':
      return first || knights.has(statement.third);
  }
}

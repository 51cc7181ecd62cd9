import { assignments, fits, peopleOf, type KnightsPuzzle } from '../experiment/puzzle/knights.ts';
import type { Name } from '../experiment/puzzle/words.ts';

const stepPattern = /^(?:(suppose )?([A-Z][a-z]+) (?:is a )?(knight|knave)|clash ([A-Z][a-z]+)|(fits))$/;

/**
 * An attempt at knights and knaves: it supposes something of somebody, and from then on every step must follow from what is
 * known and one statement alone. "Wait" begins an attempt anew.
 */
export class KnightsProof {
  /** Who is a knight, of those of whom it is known in this attempt. */
  private known = new Map<Name, boolean>();
  private clashed = false;
  private wrong: string | null = null;

  constructor(private readonly puzzle: KnightsPuzzle) {}

  restart(): void {
    this.known = new Map();
    this.clashed = false;
    this.wrong = null;
  }

  fault(): string | null {
    return this.wrong;
  }

  /** What is wrong with these being the knights. */
  answerFault(knights: readonly Name[]): string | null {
    const stranger = knights.find((name) => !this.puzzle.people.includes(name));
    if (stranger) return `nobody speaks of ${stranger}`;
    const broken = this.puzzle.statements.find((statement) => !fits(statement, new Set(knights)));
    return broken ? `what ${broken.who} says does not fit the answer` : null;
  }

  isStep(text: string): boolean {
    return stepPattern.test(text);
  }

  take(step: string): void {
    this.wrong ??= this.follow(step);
  }

  private follow(step: string): string | null {
    const [, supposed, written, status, clash, end] = stepPattern.exec(step) ?? [];
    if (this.clashed) return 'after a clash nothing follows';
    if (end !== undefined) return this.ending();
    const name = this.puzzle.people.find((one) => one === (written ?? clash));
    if (!name) return `“${step.slice(0, 40)}” is not a step`;
    if (status === undefined) return this.clash(name);
    const knight = status === 'knight';
    const before = this.known.get(name);
    if (before !== undefined && before !== knight) return `${name} is a ${before ? 'knight' : 'knave'} in this attempt`;
    if (before === undefined && supposed === undefined && !this.follows(name, knight)) return `nothing shows that ${name} is a ${status}`;
    this.known.set(name, knight);
    return null;
  }

  private ending(): string | null {
    const open = this.puzzle.people.find((name) => !this.known.has(name));
    if (open) return `nothing is known of ${open} yet`;
    const broken = this.puzzle.statements.find((statement) => !fits(statement, this.knights()));
    return broken ? `what ${broken.who} says does not fit` : null;
  }

  private clash(name: Name): string | null {
    this.clashed = this.puzzle.statements.some((statement) => statement.who === name && this.ways(statement).length === 0);
    return this.clashed ? null : `what ${name} says can still fit`;
  }

  private follows(name: Name, knight: boolean): boolean {
    return this.puzzle.statements.some((statement) => {
      const ways = peopleOf(statement).includes(name) ? this.ways(statement) : [];
      return ways.length > 0 && ways.every((way) => way.has(name) === knight);
    });
  }

  /** Every way in which a statement fits what is known, as the knights among those it is about. */
  private ways(statement: KnightsPuzzle['statements'][number]): readonly ReadonlySet<Name>[] {
    const people = peopleOf(statement);
    return assignments(people).filter((way) => fits(statement, way) && people.every((name) => this.known.get(name) === undefined || this.known.get(name) === way.has(name)));
  }

  private knights(): ReadonlySet<Name> {
    return new Set([...this.known].flatMap(([name, knight]) => (knight ? [name] : [])));
  }
}

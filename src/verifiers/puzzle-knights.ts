import {
  assignments,
  fits,
  peopleOf,
  statementText,
  type KnightsPuzzle,
  type Statement,
} from '#experiment/puzzle/knights.ts';
import type { Fault } from '#run/facts/fault.ts';
import type { Name } from '#experiment/puzzle/words.ts';

/** `Ann says Bob is a knave , Bob knave`: what somebody says and what comes of it, or only that; or a supposition, or the end. */
const linePattern =
  /^(?:([A-Z][a-z]+ says [^,]+) , )?(clash|ok|open|fits|(?:suppose )?(?:[A-Z][a-z]+ (?:is a )?(?:knight|knave)(?: |$))+)$/;

/**
 * An attempt at knights and knaves: it supposes something of somebody, and from then on every line must follow from what is
 * known and one statement alone. "Wait" begins an attempt anew.
 */
export class KnightsProof {
  /** Who is a knight, of those of whom it is known in this attempt. */
  private known = new Map<Name, boolean>();
  private clashed = false;
  private wrong: Fault | null = null;

  constructor(private readonly puzzle: KnightsPuzzle) {}

  restart(): void {
    this.known = new Map();
    this.clashed = false;
    this.wrong = null;
  }

  faults(): readonly Fault[] {
    return this.wrong ? [this.wrong] : [];
  }

  /** What is wrong with these being the knights. */
  answerFault(knights: readonly string[]): Fault | null {
    const stranger = knights.find((name) => !this.puzzle.people.some((one) => one === name));
    if (stranger !== undefined) return { kind: 'stranger', name: stranger };
    const named = new Set(this.puzzle.people.filter((name) => knights.includes(name)));
    const broken = this.puzzle.statements.find((statement) => !fits(statement, named));
    return broken ? { kind: 'answer-misfit', who: broken.who } : null;
  }

  isStep(text: string): boolean {
    return linePattern.test(text);
  }

  take(step: string): void {
    this.wrong ??= this.follow(step);
  }

  private follow(step: string): Fault | null {
    const [, quote, said] = linePattern.exec(step) ?? [];
    if (this.clashed) return { kind: 'after-clash' };
    if (said === undefined) return { kind: 'no-step', claim: step.slice(0, 40) };
    if (said === 'fits') return this.ending();
    if (quote === undefined && /^(clash|ok|open)$/.test(said))
      return { kind: 'verdict-of-nothing', verdict: said };
    const statement = this.puzzle.statements.find((one) => statementText(one) === quote);
    if (quote !== undefined && !statement) return { kind: 'never-said', quote };
    if (statement && (said === 'clash' || said === 'ok' || said === 'open'))
      return this.verdict(statement, said);
    return this.tell(said, statement ? [statement] : this.puzzle.statements);
  }

  /** What is wrong with who is said to be what, as far as it is not known, and does not follow from one of the statements. */
  private tell(said: string, statements: readonly Statement[]): Fault | null {
    const supposed = said.startsWith('suppose ');
    const told = [...said.matchAll(/([A-Z][a-z]+) (?:is a )?(knight|knave)/g)].map(([, name, status]) => ({
      name,
      knight: status === 'knight',
    }));
    const before = new Map(this.known);
    for (const { name: written, knight } of told) {
      const name = this.puzzle.people.find((one) => one === written);
      if (!name) return { kind: 'stranger', name: written ?? '' };
      const status = before.get(name);
      if (status !== undefined && status !== knight)
        return { kind: 'status-otherwise', name, status: status ? 'knight' : 'knave' };
      const follows = statements.some((statement) => this.forces(statement, before, name) === knight);
      if (status === undefined && !supposed && !follows)
        return { kind: 'status-unshown', name, status: knight ? 'knight' : 'knave' };
      this.known.set(name, knight);
    }
    return null;
  }

  private verdict(statement: Statement, said: 'clash' | 'ok' | 'open'): Fault | null {
    const ways = this.ways(statement, this.known);
    const unknown = peopleOf(statement).filter((name) => !this.known.has(name));
    this.clashed = said === 'clash' && ways.length === 0;
    const surely = ways.length === 2 ** unknown.length;
    const { who } = statement;
    switch (said) {
      case 'clash':
        return this.clashed ? null : { kind: 'can-still-fit', who };
      case 'ok':
        if (surely) return null;
        return { kind: ways.length === 0 ? 'misfit' : 'not-sure-to-fit', who };
      case 'open':
        return surely ||
          ways.length === 0 ||
          unknown.some((name) => this.forces(statement, this.known, name) !== null)
          ? { kind: 'decides-something', who }
          : null;
    }
  }

  private ending(): Fault | null {
    const open = this.puzzle.people.find((name) => !this.known.has(name));
    if (open) return { kind: 'nothing-known', name: open };
    const broken = this.puzzle.statements.find((statement) => !fits(statement, this.knights()));
    return broken ? { kind: 'misfit', who: broken.who } : null;
  }

  /** What a statement makes of somebody, given what is known; null where it leaves both open. */
  private forces(statement: Statement, known: ReadonlyMap<Name, boolean>, name: Name): boolean | null {
    const ways = peopleOf(statement).includes(name) ? this.ways(statement, known) : [];
    const [first] = ways;
    return first && ways.every((way) => way.has(name) === first.has(name)) ? first.has(name) : null;
  }

  /** Every way in which a statement fits what is known, as the knights among those it is about. */
  private ways(statement: Statement, known: ReadonlyMap<Name, boolean>): readonly ReadonlySet<Name>[] {
    const people = peopleOf(statement);
    return assignments(people).filter(
      (way) =>
        fits(statement, way) &&
        people.every((name) => known.get(name) === undefined || known.get(name) === way.has(name)),
    );
  }

  private knights(): ReadonlySet<Name> {
    return new Set([...this.known].flatMap(([name, knight]) => (knight ? [name] : [])));
  }
}

import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { longestPuzzle, problemText, puzzleProblem } from '../problem.ts';
import { puzzles } from '../puzzles.ts';
import { anyEquations, anyKnights, anyPuzzleText, anyStory } from './testing/arbitrary.ts';
import { canonicalPuzzle, puzzleKind, readablePuzzle } from './canonical.ts';
import { operate, valueOf, type Fact } from './fact.ts';
import { assignments, fits } from './knights.ts';
import { parsePuzzle } from './parse.ts';

const chainOf = (text: string): string => {
  const puzzle = parsePuzzle(text);
  if (puzzle.kind === 'failure') return puzzle.reason.why;
  return puzzle.kind === 'knights' ? puzzle.knights.join(' ') : puzzle.chain.map(written).join('; ');
};
const written = ({ subject, working, value }: Fact): string =>
  working
    ? `${subject}: ${valueOf(working.left)} ${working.operator} ${valueOf(working.right)} = ${value}`
    : `${subject}: ${value}`;

describe('a word problem', () => {
  it.each([
    ['Ann has 7 apples. How many apples does Ann have?', 'Ann: 7'],
    [
      'Ann has 7 apples. Bob has 5 more apples than Ann. How many apples does Bob have?',
      'Ann: 7; Bob: 7 + 5 = 12',
    ],
    [
      'Ann has 7 apples. Bob has 5 fewer apples than Ann. How many apples does Bob have?',
      'Ann: 7; Bob: 7 - 5 = 2',
    ],
    [
      'Ann has 7 apples. Bob has 3 times as many apples as Ann. How many apples does Bob have?',
      'Ann: 7; Bob: 7 * 3 = 21',
    ],
    [
      'Ann has 8 apples. Bob has half as many apples as Ann. How many apples does Bob have?',
      'Ann: 8; Bob: 8 / 2 = 4',
    ],
    [
      'Ann has 8 pears. Bob has 9 pears. Cid has as many pears as Ann and Bob together. How many pears does Cid have?',
      'Ann: 8; Bob: 9; Cid: 8 + 9 = 17',
    ],
    [
      'Ann has 8 pears. Ann finds 3 pears. Ann loses 4 pears. How many pears does Ann have?',
      'Ann: 8; Ann: 8 + 3 = 11; Ann: 11 - 4 = 7',
    ],
    [
      'Ann has 8 coins. Ann buys 3 bags of 5 coins. How many coins does Ann have?',
      'Ann: 8; bags: 3 * 5 = 15; Ann: 8 + 15 = 23',
    ],
    [
      'Ann has 8 coins. Bob has 4 coins. Ann gives 3 coins to Bob. How many coins do Ann and Bob have together?',
      'Ann: 8; Bob: 4; Ann: 8 - 3 = 5; Bob: 4 + 3 = 7; together: 5 + 7 = 12',
    ],
    // All that becomes of the coins, up to the answer.
    [
      'Ann has 8 coins. Bob has 4 coins. Ann gives 3 coins to Bob. Cid has 2 more coins than Bob. Bob loses 2 coins. How many coins does Cid have?',
      'Ann: 8; Bob: 4; Ann: 8 - 3 = 5; Bob: 4 + 3 = 7; Cid: 7 + 2 = 9',
    ],
    [
      'Ann has 8 coins. Bob has 4 coins. Ann is 9 years old. Ann has 3 books. How many more coins does Ann have than Bob?',
      'Ann: 8; Bob: 4; difference: 8 - 4 = 4',
    ],
  ])('%s', (text, chain) => expect(chainOf(text)).toBe(chain));
});

describe('equations', () => {
  it.each([
    ['v = 7. v?', 'v: 7'],
    ['v = w + 5. w = 7. v?', 'w: 7; v: 7 + 5 = 12'],
    ['v = u - w. w = 7. u = w * 3. x = 4. v?', 'w: 7; u: 7 * 3 = 21; v: 21 - 7 = 14'],
    ['v = w / w. w = 7. v?', 'w: 7; v: 7 / 7 = 1'],
    ['3 * v + 4 = 19. v?', '3 * v: 19 - 4 = 15; v: 15 / 3 = 5'],
    ['3 * v - 4 = w. w = 11. v?', 'w: 11; 3 * v: 11 + 4 = 15; v: 15 / 3 = 5'],
  ])('%s', (text, chain) => expect(chainOf(text)).toBe(chain));
});

describe('knights and knaves', () => {
  it.each([
    [
      'Ann says Bob is a knave. Bob says Ann and Cid are different. Cid says Bob is a knight. Who is a knight?',
      'Bob Cid',
    ],
    [
      'Ann says Bob and Cid are different. Bob says Ann is a knight. Cid says Ann is a knight. Who is a knight?',
      '',
    ],
  ])('%s', (text, knights) => expect(chainOf(text)).toBe(knights));

  it('has exactly the one way to fit', () => {
    fc.assert(
      fc.property(anyKnights, (text) => {
        const puzzle = parsePuzzle(text);
        if (puzzle.kind !== 'knights') throw new Error(text);
        const ways = assignments(puzzle.people).filter((way) =>
          puzzle.statements.every((statement) => fits(statement, way)),
        );
        expect(ways.map((way) => [...way])).toEqual([puzzle.knights]);
      }),
    );
  });
});

describe('what a person writes', () => {
  it('is brought to the one form that models read', () => {
    expect(canonicalPuzzle('ann HAS 07 Apples.how many apples DOES Ann have ?')).toBe(
      'Ann has 7 apples . How many apples does Ann have ?',
    );
    expect(canonicalPuzzle('V = w×3−2÷1.\n w?')).toBe('v = w * 3 - 2 / 1 . w ?');
    expect(canonicalPuzzle('constructor toString?')).toBe('constructor toString ?');
    expect(readablePuzzle('v = w * 3 . w ?')).toBe('v = w × 3. w?');
  });

  it('of any puzzle, read and written again, stays the same', () => {
    fc.assert(
      fc.property(anyPuzzleText, (text) => {
        expect(canonicalPuzzle(text)).toBe(text);
        expect(canonicalPuzzle(readablePuzzle(text).toUpperCase())).toBe(text);
        expect(v.parse(puzzleProblem, { family: 'puzzle', text: readablePuzzle(text) })).toEqual({
          family: 'puzzle',
          text,
        });
        expect(problemText({ family: 'puzzle', text })).toBe(readablePuzzle(text));
      }),
    );
  });

  it('never breaks the reader', () => {
    const word = fc.constantFrom(
      'Ann',
      'Bob',
      'has',
      '7',
      'apples',
      '.',
      '?',
      'v',
      '=',
      '+',
      '3',
      'says',
      'is',
      'a',
      'knight',
      'Who',
      'How',
      'many',
      'toString',
      '__proto__',
      '\u{1f600}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          expect(parsePuzzle(text).kind).toMatch(/story|equations|knights|failure/);
          expect(v.safeParse(puzzleProblem, { family: 'puzzle', text }).success).toBe(
            parsePuzzle(text).kind !== 'failure',
          );
        },
      ),
    );
  });

  it('that is too long is refused', () => {
    const long = `${'Ann is 9 years old. '.repeat(80)}Ann has 7 apples. How many apples does Ann have?`;
    expect(long.length).toBeGreaterThan(longestPuzzle);
    expect(v.safeParse(puzzleProblem, { family: 'puzzle', text: long }).success).toBe(false);
    const tight = long.replaceAll(' ', '').slice(0, longestPuzzle);
    expect(v.safeParse(puzzleProblem, { family: 'puzzle', text: tight }).success).toBe(false);
  });

  it('is refused with a reason', () => {
    const [issue] = v.safeParse(puzzleProblem, { family: 'puzzle', text: 'Ann has. v?' }).issues!;
    expect(issue.message).toBe('unknown-word');
  });
});

it('the kind is known by the question', () => {
  for (const [kind, { text }] of Object.entries(puzzles)) expect(puzzleKind(text)).toBe(kind);
  for (const text of ['', 'v = 7 .', 'Who is a knight ? .']) expect(puzzleKind(text)).toBeNull();
  fc.assert(
    fc.property(anyPuzzleText, (text) => {
      expect(parsePuzzle(text).kind).toBe(puzzleKind(text));
    }),
  );
});

it('every fact of a chain is true, within bounds, and rests on facts before it', () => {
  fc.assert(
    fc.property(fc.oneof(anyStory, anyEquations), (text) => {
      const puzzle = parsePuzzle(text);
      if (puzzle.kind !== 'story' && puzzle.kind !== 'equations') throw new Error(JSON.stringify(puzzle));
      const { chain, answer } = puzzle;
      expect(chain.at(-1)!.value).toBe(answer);
      for (const [place, { value, working }] of chain.entries()) {
        expect(value >= 0 && value <= 99 && Number.isInteger(value)).toBe(true);
        if (!working) continue;
        expect(operate(valueOf(working.left), working.operator, valueOf(working.right))).toBe(value);
        for (const term of [working.left, working.right])
          if (typeof term !== 'number') expect(chain.indexOf(term)).toBeLessThan(place);
      }
      if (puzzle.kind === 'story') return;
      const used = new Set(chain.flatMap(({ working }) => (working ? [working.left, working.right] : [])));
      for (const fact of chain.slice(0, -1)) expect(used.has(fact)).toBe(true);
    }),
  );
});

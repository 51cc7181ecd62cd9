import * as fc from 'fast-check';
import { canonicalPuzzle } from '../canonical.ts';
import { parsePuzzle } from '../parse.ts';
import { equationPatterns, knightPatterns, type slots, storyPatterns, storyQuestions } from '../patterns.ts';
import { names, operators, things, variables } from '../words.ts';

/** Any puzzle of each kind, as its canonical text, for property tests. */

const valid = (text: string): boolean => parsePuzzle(text).kind !== 'failure';
const join = (sentences: readonly string[], question: string): string =>
  canonicalPuzzle([...sentences, question].join(' '));

/** A pattern with anything in its slots; names differ. */
function filled(patterns: Readonly<Record<string, string>>, people: number): fc.Arbitrary<string> {
  const number = (most: number) => fc.integer({ min: 0, max: most }).map(String);
  const letter = fc.constantFrom(...variables.slice(0, 6));
  const operand = fc.oneof(letter, number(20));
  const values = fc.record({
    named: fc.shuffledSubarray(names.slice(0, people), { minLength: 3, maxLength: 3 }),
    thing: fc.constantFrom(...things.slice(0, 2)),
    count: fc.integer({ min: 2, max: 12 }).map(String),
    size: fc.integer({ min: 2, max: 9 }).map(String),
    bags: fc.integer({ min: 2, max: 9 }).map(String),
    variable: letter,
    left: operand,
    right: operand,
    sum: operand,
    operator: fc.constantFrom(...operators),
    number: number(99),
    factor: fc.integer({ min: 2, max: 9 }).map(String),
    added: fc.integer({ min: 1, max: 20 }).map(String),
  });
  return fc
    .tuple(fc.constantFrom(...Object.values(patterns)), values)
    .map(([pattern, { named, ...rest }]) => {
      const own: Readonly<Record<keyof typeof slots, string>> = {
        ...rest,
        who: named[0]!,
        whom: named[1]!,
        third: named[2]!,
      };
      return pattern.replace(/\{(\w+)\}/g, (_, slot: keyof typeof slots) => own[slot]);
    });
}

/** As many of the sentences as make sense one after another. */
function grown(first: string, sentences: readonly string[], question: string): readonly string[] {
  return sentences.reduce<readonly string[]>(
    (kept, sentence) => (valid(join([...kept, sentence], question)) ? [...kept, sentence] : kept),
    [first],
  );
}

export const anyStory: fc.Arbitrary<string> = fc
  .tuple(fc.array(filled(storyPatterns, 4), { maxLength: 12 }), filled(storyQuestions, 4))
  .map(([sentences, question]) => {
    const usual = `How many ${things[0]} does ${names[0]} have ?`;
    const kept = grown(`${names[0]} has 9 ${things[0]} .`, sentences, usual);
    return valid(join(kept, question)) ? join(kept, question) : join(kept, usual);
  });

export const anyEquations: fc.Arbitrary<string> = fc
  .tuple(fc.array(filled(equationPatterns, 3), { maxLength: 10 }), fc.nat(), fc.nat())
  .map(([sentences, asked, turned]) => {
    const kept = grown('v = 6 .', sentences, 'v ?');
    const letters = kept.map((sentence) => /[a-z]/.exec(sentence)![0]);
    const at = turned % kept.length;
    return join([...kept.slice(at), ...kept.slice(0, at)], `${letters[asked % letters.length]} ?`);
  });

export const anyKnights: fc.Arbitrary<string> = fc
  .array(filled(knightPatterns, 3), { minLength: 2, maxLength: 5 })
  .map((sentences) => join(sentences, 'Who is a knight ?'))
  .filter(valid);

export const anyPuzzleText: fc.Arbitrary<string> = fc.oneof(anyStory, anyEquations, anyKnights);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldOutArithmetic } from '#experiment/held-out/arithmetic.ts';
import { heldOutCountdown } from '#experiment/held-out/countdown.ts';
import { heldOutPuzzles } from '#experiment/held-out/puzzle.ts';
import { type Problem } from '#experiment/problem.ts';
import { readProblemSet } from './read-problem-set.ts';
import { asCsv, asJsonLines } from './testing/write-set.ts';
import { problemsIn, badLines, questionInWords as question } from './testing/reading.ts';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map((text) => text.trim());
const anyQuestion = fc
  .record({ text: words, answer: fc.option(words, { nil: undefined }) })
  .filter(
    ({ text, answer }) =>
      text !== '' && answer !== '' && !/\0/.test(text + (answer ?? '')) && !/#{4}|\\[bf]/.test(answer ?? ''),
  )
  .map(({ text, answer }) => question(text, answer));
const anyProblem = fc.oneof(
  anyQuestion,
  fc.constantFrom(...heldOutArithmetic().map(({ problem }): Problem => problem)),
  fc.constantFrom(...heldOutCountdown().map(({ problem }): Problem => problem)),
  fc.constantFrom(...heldOutPuzzles('held-out').map(({ problem }): Problem => problem)),
);
const anySet = fc.array(anyProblem, { minLength: 1, maxLength: 12 });

describe('properties', () => {
  it('what was written is read again', () => {
    fc.assert(
      fc.property(anySet, fc.constantFrom(',', ';', '\t'), (problems, delimiter) => {
        expect(problemsIn(asJsonLines(problems))).toEqual(problems);
        expect(problemsIn(JSON.stringify(problems, null, 1))).toEqual(problems);
        expect(problemsIn(asCsv(problems, delimiter))).toEqual(problems);
      }),
    );
  });

  it('the line that is named is the bad one', () => {
    const damage = fc.constantFrom('oops', '{"question": 7}', '{"answer": "7"}', '[]', '{"question": "One?"');
    fc.assert(
      fc.property(anySet, damage, fc.nat(), fc.constantFrom('\n', '\r\n'), (problems, bad, place, ending) => {
        const lines = asJsonLines(problems).trimEnd().split('\n');
        const at = 1 + (place % lines.length);
        const text = lines.toSpliced(at, 0, bad).join(ending);
        expect(badLines(text)).toEqual([[at + 1, expect.any(String)]]);
        expect(problemsIn(text, 'a', { leaveOut: true })).toEqual(problems);
        const array = `[\n${lines.toSpliced(at, 0, '7').join(',\n')}]`;
        expect(badLines(array)).toEqual([[at + 2, 'not-an-object']]);
        const rows = [...problems].toSpliced(at, 0, question('bad'));
        const before = asCsv(rows.slice(0, at)).split(/\r\n|\n|\r/).length;
        const csv = `${asCsv(rows.slice(0, at))}\nonly,two${asCsv(rows.slice(at + 1)).replace(/^[^\n]*/, '')}`;
        expect(badLines(csv)).toEqual([[before + 1, 'columns']]);
      }),
    );
  });

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      '\n',
      '\r',
      ';',
      '\\',
      'question',
      ':',
      '7',
      'family',
      'answer',
      '\u0000',
      '####',
      '\\boxed{',
      ' ',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anyText, fc.string(), fc.boolean(), (text, fileName, leaveOut) => {
        for (const begin of ['', '{', '[', 'question,answer\n']) {
          const read = readProblemSet(begin + text, fileName, { leaveOut });
          expect(read.name).not.toBe('');
          if (read.ok) expect(read.problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});

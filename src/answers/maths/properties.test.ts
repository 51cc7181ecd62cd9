import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractAnswer } from '../extract.ts';
import { compare } from './compare.ts';
import { hintsFrom, readMaths } from './read.ts';

const hints = hintsFrom('');
const read = (text: string) => readMaths(text, hintsFrom(''));
const key = (text: string) => read(text)?.key;

/** A node of mathematics as it is written in several ways, every one of them the same. */
interface Written {
  /** One of them is picked for each place by the numbers given. */
  write(pick: () => number): string;
}

const one = (...ways: readonly string[]): Written => ({ write: (pick) => ways[pick() % ways.length]! });
const numbers: fc.Arbitrary<Written> = fc.integer({ min: 2, max: 99 }).map((value) => one(`${value}`));
const letters: fc.Arbitrary<Written> = fc
  .constantFrom('x', 'y', 'n', '\\theta')
  .map((name) => one(name, `{${name}}`));
const space = ['', ' ', '\\,', '\\;', '\\!', '~'];

const expressions: fc.Arbitrary<Written> = fc.letrec<{ tree: Written }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    numbers,
    letters,
    fc.tuple(tie('tree'), tie('tree')).map(([above, below]): Written => ({
      write: (pick) =>
        `${['\\frac', '\\dfrac', '\\tfrac'][pick() % 3]}${space[pick() % 2]}{${above.write(pick)}}${space[pick() % 2]}{1+(${below.write(pick)})^2}`,
    })),
    fc.tuple(tie('tree'), tie('tree')).map(([left, right]): Written => ({
      write: (pick) => {
        const [first, second] = [left.write(pick), right.write(pick)];
        const [a, b] = pick() % 2 === 0 ? [first, second] : [second, first];
        return pick() % 2 === 0
          ? `(${a}${space[pick() % 6]}+${space[pick() % 6]}${b})`
          : `\\left(${a} + ${b}\\right)`;
      },
    })),
    fc.tuple(tie('tree'), tie('tree')).map(([left, right]): Written => ({
      write: (pick) => {
        const [first, second] = [left.write(pick), right.write(pick)];
        const [a, b] = pick() % 2 === 0 ? [first, second] : [second, first];
        return `(${a})${['\\cdot ', '\\times ', '*', ' ', '\\,', '×'][pick() % 6]}(${b})`;
      },
    })),
    tie('tree').map((inner): Written => ({
      write: (pick) => `(${inner.write(pick)})${['^2', '^{2}', '²', '^ 2'][pick() % 4]}`,
    })),
    tie('tree').map((inner): Written => ({
      write: (pick) => `\\sqrt${['', ' '][pick() % 2]}{1+(${inner.write(pick)})^2}`,
    })),
    tie('tree').map((inner): Written => ({
      write: (pick) => `${['-', '−', '- '][pick() % 3]}(${inner.write(pick)})`,
    })),
  ),
})).tree;

const wrappers = [
  (text: string) => text,
  (text: string) => `$${text}$`,
  (text: string) => `\\(${text}\\)`,
  (text: string) => `$$${text}$$`,
  (text: string) => ` ${text} `,
  (text: string) => `\\displaystyle ${text}`,
  (text: string) => `${text}.`,
  (text: string) => `\\boxed{${text}}`,
  (text: string) => `**${text}**`,
  (text: string) => `{${text}}`,
];

/** A stream of choices that is the same for the same seed. */
function picks(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}

describe('keys', () => {
  test('are the same however the same mathematics is formatted', () => {
    fc.assert(
      fc.property(expressions, fc.integer(), fc.integer(), (tree, a, b) => {
        const [first, second] = [a, b].map((seed) => {
          const pick = picks(seed);
          return wrappers[pick() % wrappers.length]!(tree.write(pick));
        });
        // What is too large for a key stands for itself; two spellings of it may then be two.
        const [own, other] = [key(first!), key(second!)];
        if (!own?.startsWith('text: ') && !other?.startsWith('text: '))
          expect(other, `${first} and ${second}`).toBe(own);
      }),
      { numRuns: 300 },
    );
  });

  const answers = [
    '\\frac{13}{27}',
    '3x^2-5x+2',
    '(2, -7)',
    '[3, 8)',
    '\\sqrt{13}+4',
    '\\{4, 9, 25\\}',
    '2\\pi r^2',
    'y^2 = 4x',
    '3 < x \\le 8',
    '\\begin{pmatrix}2&3\\\\5&7\\end{pmatrix}',
    '5-12i',
    '\\log_3 7',
    '4\\pm\\sqrt{7}',
    '2^{13}',
    '\\sin 3x',
    '(1,4)\\cup[6,9]',
    '13!',
    '\\frac{a-b}{a+b}',
    '1234_7',
    '0.375',
  ];

  /** One character changed into another of its kind, a sign turned or put in. */
  const changed = (text: string, at: number, by: number): string => {
    const character = text[at]!;
    if (/[0-9]/.test(character))
      return `${text.slice(0, at)}${(Number(character) + 1 + (by % 8)) % 10}${text.slice(at + 1)}`;
    if (character === '-' || character === '+')
      return `${text.slice(0, at)}${character === '-' ? '+' : '-'}${text.slice(at + 1)}`;
    if (character === '<') return `${text.slice(0, at)}>${text.slice(at + 1)}`;
    if (
      /[xyrab]/.test(character) &&
      !/[a-zA-Z\\]/.test(text[at - 1] ?? ' ') &&
      !/[a-z]/.test(text[at + 1] ?? ' ')
    )
      return `${text.slice(0, at)}${'zwkq'[by % 4]}${text.slice(at + 1)}`;
    if (character === '[' || character === ']')
      return `${text.slice(0, at)}${character === '[' ? '(' : ')'}${text.slice(at + 1)}`;
    if (character === '!' || character === '^')
      return `${text.slice(0, at)}${character === '^' ? '+' : ''}${text.slice(at + 1)}`;
    return text;
  };

  test('differ after a change of a digit, sign, letter, bracket or operator', () => {
    fc.assert(
      fc.property(fc.constantFrom(...answers), fc.nat(200), fc.nat(), (answer, place, by) => {
        const other = changed(answer, place % answer.length, by);
        // −5 for +5 in a pair of solutions or a reordered set is the same set.
        // An interval is the same for every letter: compare tells x < 5 from y < 5.
        if (other !== answer && !answer.includes('\\pm'))
          expect(compare(read(other)!, read(answer)!, hints).same, `${answer} and ${other}`).toBe(false);
        if (other !== answer && !answer.includes('\\pm') && !/[<]/.test(answer))
          expect(key(other), `${answer} and ${other}`).not.toBe(key(answer));
      }),
      { numRuns: 2000 },
    );
  });

  test('an answer is its own reference, and two are each other’s or neither’s', () => {
    fc.assert(
      fc.property(fc.constantFrom(...answers), fc.constantFrom(...answers), (a, b) => {
        expect(compare(read(a)!, read(a)!, hints).same).toBe(true);
        expect(compare(read(a)!, read(b)!, hints).same).toBe(compare(read(b)!, read(a)!, hints).same);
        expect(compare(read(a)!, read(b)!, hints).same).toBe(a === b);
      }),
    );
  });
});

describe('any text', () => {
  test('is read without an error, and what is shown is short', () => {
    const pieces = [
      '\\frac',
      '{',
      '}',
      '\\sqrt',
      '^',
      '_',
      '(',
      ')',
      '[',
      ']',
      '\\begin{pmatrix}',
      '\\end{pmatrix}',
      '&',
      '\\\\',
      '1',
      '27',
      'x',
      '+',
      '-',
      '=',
      '<',
      ',',
      '\\text{',
      '!',
      '%',
      '°',
      '|',
      '\\left',
      '\\right',
      '\\pm',
      '\\cup',
      '\\in',
      '$',
      '\ud83d',
      '\\boxed{',
      'the answer is ',
      '\n',
      '**',
      ' and ',
      '\\infty',
      '\\pi',
      '\\',
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const reading = read(text);
          if (reading) expect(reading.key.length).toBeLessThan(300);
          expect(
            extractAnswer({ family: 'question', text: 'Why?' }, text)?.display.length ?? 0,
          ).toBeLessThanOrEqual(200);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    '(',
    '{',
    '[',
    '\\frac{',
    '\\sqrt{',
    '\\boxed{',
    '\\left(',
    '2^',
    '9^{',
    '-',
    '\\text{',
    '$',
    '**',
    '1,',
    'x=',
    'the answer is ',
    '\\sin ',
    '\\ln(',
    '\ud800',
    'a',
    '\\begin{pmatrix}',
    '|',
    '\\[',
    '\\boxed{\\sin x}, ',
    'So it is 5. ',
    '!',
  ])('%j a million deep ends', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(() => {
      read(text);
      extractAnswer({ family: 'question', text: 'Why?' }, text);
      extractAnswer({ family: 'question', text: 'Why?' }, `\\boxed{${unit.repeat(150)}}`);
    }).not.toThrow();
  });

  test('what is too large stands for itself', () => {
    for (const text of [
      '9^{9^{9^9}}',
      '9^{9^{9^8}}',
      '100000!',
      '2^{10^{10}}',
      'x^{10^{12}}',
      '\\binom{10^9}{10^8}',
      '7^{-9^9}',
    ])
      expect(key(text)).toBe(`text: ${text}`);
  });
});

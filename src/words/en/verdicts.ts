import type { GradeReason } from '#run/facts/grade-reason.ts';
import { room } from '../language.ts';
import type { Sayings } from '../say.ts';
import { list } from './format.ts';
import { gameFaultsText } from './game-faults.ts';

/** Names as a person says them; nobody where there are none. */
const people = (names: readonly string[]) => (names.length === 0 ? 'nobody' : list(names));

/** What graders find. */
export const verdicts = room('verdicts', {
  /** Why an answer is right or wrong, behind “it”; why it is not graded, as a clause of its own. */
  grades: {
    'makes-target': ({ target }) => `makes ${target} with each number once`,
    faults: ({ faults }) => gameFaultsText(faults),
    'no-expression': () => 'is not an expression',
    'exact-result': () => 'is the exact result',
    'other-number': ({ right }) => `is not ${right}`,
    'no-number': () => 'is not a number',
    'all-fits': () => 'makes everything fit that was said',
    'other-names': ({ right }) => `is not ${people(right)}`,
    'no-names': () => 'is not a list of names',
    'same-value': ({ both }) => `is the reference answer: both are ${both}`,
    'same-in-another-unit': ({ unit, reference }) =>
      `is the reference answer in another unit, ${unit} for ${reference}`,
    'same-as-share': ({ percent, share }) => `is the reference answer: ${percent}% is ${share}`,
    'same-as-percentage': ({ percent }) => `is the reference answer, as a percentage: both are ${percent}%`,
    'same-digits-and-base': () => 'is the reference answer: the same digits in the same base',
    'same-digits': () => 'is the reference answer: the same digits, the base as one of them says',
    'same-ratio': () => 'is the reference answer: a ratio and its quotient',
    'same-equation': () => 'is the reference answer: the same equation',
    'same-coordinates': () => 'is the reference answer: the same coordinates',
    'same-choice': ({ letter }) => `is the reference answer, choice ${letter}`,
    'same-left-side': ({ left }) => `is the reference answer for ${left}`,
    'same-remainder': ({ remainder }) => `is the reference answer: the remainder is ${remainder}`,
    'same-with-unit': () => 'is the reference answer, with its unit',
    'same-time': () => 'is the reference answer, the same time',
    'not-the-reference': ({ reference, apart }) =>
      apart
        ? `is not the reference answer, ${reference}: at ${apart.at.map(({ name, value }) => `${name} = ${value}`).join(', ')} it is ${apart.given}, not ${apart.reference}`
        : `is not the reference answer, ${reference}`,
    'other-unit': ({ unit, reference }) => `is in ${unit}, the reference answer in ${reference}`,
    'other-name': ({ name, reference }) =>
      `says what ${name} is, the reference answer says what ${reference} is`,
    'no-reference': () => 'no reference answer was given',
    logged: () => 'so it stands in the log',
    'as-saved': ({ text }) => text,
  } satisfies Sayings<GradeReason>,
  it: (reason: string) => `It ${reason}.`,
  /** Of what is not graded. */
  clause: (reason: string) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
});

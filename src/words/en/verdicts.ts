import type { GradeReason } from '#run/facts/grade-reason.ts';
import { room } from '../language.ts';
import type { Sayings } from '../say.ts';
import { list } from './format.ts';
import { gameFaultsText } from './game-faults.ts';

/** Names as a person says them; nobody where there are none. */
const people = (names: readonly string[]) => (names.length === 0 ? 'nobody' : list(names));

/** What graders find. */
export const verdicts = room('verdicts', {
  /** Why an answer is right or wrong, or not graded: a sentence each. */
  grades: {
    'makes-target': ({ target }) => `It makes ${target} with each number once.`,
    faults: ({ faults }) => `It ${gameFaultsText(faults)}.`,
    'no-expression': () => 'It is not an expression.',
    'exact-result': () => 'It is the exact result.',
    'other-number': ({ right }) => `It is not ${right}.`,
    'no-number': () => 'It is not a number.',
    'all-fits': () => 'It makes everything fit that was said.',
    'other-names': ({ right }) => `It is not ${people(right)}.`,
    'no-names': () => 'It is not a list of names.',
    'same-value': ({ both }) => `It is the reference answer: both are ${both}.`,
    'same-in-another-unit': ({ unit, reference }) =>
      `It is the reference answer in another unit, ${unit} for ${reference}.`,
    'same-as-share': ({ percent, share }) => `It is the reference answer: ${percent}% is ${share}.`,
    'same-as-percentage': ({ percent }) =>
      `It is the reference answer, as a percentage: both are ${percent}%.`,
    'same-digits-and-base': () => 'It is the reference answer: the same digits in the same base.',
    'same-digits': () => 'It is the reference answer: the same digits, the base as one of them says.',
    'same-ratio': () => 'It is the reference answer: a ratio and its quotient.',
    'same-equation': () => 'It is the reference answer: the same equation.',
    'same-coordinates': () => 'It is the reference answer: the same coordinates.',
    'same-choice': ({ letter }) => `It is the reference answer, choice ${letter}.`,
    'same-left-side': ({ left }) => `It is the reference answer for ${left}.`,
    'same-remainder': ({ remainder }) => `It is the reference answer: the remainder is ${remainder}.`,
    'same-with-unit': () => 'It is the reference answer, with its unit.',
    'same-time': () => 'It is the reference answer, the same time.',
    'not-the-reference': ({ reference, apart }) =>
      apart
        ? `It is not the reference answer, ${reference}: at ${apart.at.map(({ name, value }) => `${name} = ${value}`).join(', ')} it is ${apart.given}, not ${apart.reference}.`
        : `It is not the reference answer, ${reference}.`,
    'other-unit': ({ unit, reference }) => `It is in ${unit}, the reference answer in ${reference}.`,
    'other-name': ({ name, reference }) =>
      `It says what ${name} is, the reference answer says what ${reference} is.`,
    'no-reference': () => 'No reference answer was given.',
    logged: () => 'So it stands in the log.',
    'as-saved': ({ text }) => `The saved run says: ${text}.`,
  } satisfies Sayings<GradeReason>,
});

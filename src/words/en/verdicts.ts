import type { Fault, GameFault } from '#run/facts/fault.ts';
import type { GradeReason } from '#run/facts/grade-reason.ts';
import { room } from '../language.ts';
import { say, type Sayings } from '../say.ts';
import { list, number } from './format.ts';

const times = (count: number): string =>
  ['never', 'once', 'twice', 'three times', 'four times'][count] ?? `${number(count)} times`;

/** Persons have values, letters and sums are some. */
const verb = (subject: string): string => (/^[A-Z]/.test(subject) ? 'has' : 'is');

const gameFaults: Sayings<GameFault> = {
  'not-given': (fault) => `uses ${fault.number}, which is not given`,
  'left-out': (fault) => `leaves out ${fault.number}`,
  'used-times': ({ number: used, used: count, given }) =>
    given === 1
      ? `uses ${used} ${times(count)}`
      : `uses ${used} ${times(count)}, but it is given ${times(given)}`,
  'divides-by-zero': () => 'divides by zero',
  makes: ({ value, target }) => `makes ${value}, not ${target}`,
};
const gameFaultsText = (faults: readonly GameFault[]) =>
  faults.map((fault) => say(gameFaults, fault)).join(', ');

/** Names as a person says them; nobody where there are none. */
const people = (names: readonly string[]) => (names.length === 0 ? 'nobody' : list(names));

/** What proof checkers and graders find. */
export const verdicts = room('verdicts', {
  /** What is wrong with a trace, behind a colon. */
  faults: {
    'no-answer': () => 'there is no answer',
    'claim-divides-by-zero': ({ claim }) => `${claim} divides by zero`,
    'false-equality': ({ claim, value, said }) => `${claim} is ${value}, not ${said}`,
    'no-equation': ({ claim }) => `“${claim}” is not an equation`,
    'no-step': ({ claim }) => `“${claim}” is not a step`,
    'not-in-problem': ({ claim }) => `“${claim}” is not in the problem`,
    'number-not-left': (fault) => `${fault.number} is not among the numbers left`,
    'other-numbers-left': ({ left, said }) => `the numbers left are ${left}, not ${said}`,
    'answer-no-number': () => 'the answer is not a number',
    'answer-no-expression': () => 'the answer is not an expression',
    'answer-wrong': ({ faults }) => `the answer ${gameFaultsText(faults)}`,
    'answer-from-nothing': () => 'nothing that was written leads to the answer',
    'answer-not-as-worked': ({ answer, worked, by }) =>
      by === 'sums'
        ? `the answer is ${answer}, but its sums say ${worked}`
        : `the answer is ${answer}, but its steps say ${worked}`,
    'not-needed': ({ subject }) => `nothing has to be known of ${subject}`,
    'no-whole-number': ({ claim }) => `${claim} is not a whole number`,
    'not-as-before': ({ before, result }) => `“ok” although ${before} was written before, not ${result}`,
    given: ({ subject, value }) =>
      `it is said that ${subject} ${verb(subject)} ${value}: nothing is to be worked out`,
    'not-known-yet': ({ subject }) => `${subject} ${verb(subject)} no number yet`,
    'other-fact': ({ subject, fact, said }) => `${subject} ${verb(subject)} ${fact}, not ${said}`,
    stranger: ({ name }) => `nobody speaks of ${name}`,
    'answer-misfit': ({ who }) => `what ${who} says does not fit the answer`,
    'after-clash': () => 'after a clash nothing follows',
    'verdict-of-nothing': ({ verdict }) => `“${verdict}” is said of no statement`,
    'never-said': ({ quote }) => `“${quote}” is nowhere said`,
    'status-otherwise': ({ name, status }) => `${name} is a ${status} in this attempt`,
    'status-unshown': ({ name, status }) => `nothing shows that ${name} is a ${status}`,
    'can-still-fit': ({ who }) => `what ${who} says can still fit`,
    misfit: ({ who }) => `what ${who} says does not fit`,
    'not-sure-to-fit': ({ who }) => `what ${who} says is not sure to fit yet`,
    'decides-something': ({ who }) => `what ${who} says does decide something`,
    'nothing-known': ({ name }) => `nothing is known of ${name} yet`,
    'as-saved': ({ text }) => text,
  } satisfies Sayings<Fault>,
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
    'as-saved': ({ text }) => text,
  } satisfies Sayings<GradeReason>,
  /** Of a reply held against a reference. */
  responses: {
    noAnswer: 'gives no answer',
    emptyReference: 'cannot be compared: nothing is in the reference',
  },
  it: (reason: string) => `It ${reason}.`,
  /** Of what is not graded. */
  clause: (reason: string) => `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
});

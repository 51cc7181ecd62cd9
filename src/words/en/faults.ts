import type { Fault } from '#run/facts/fault.ts';
import { room } from '../language.ts';
import type { Sayings } from '../say.ts';
import { gameFaultsText } from './game-faults.ts';

/** Persons have values, letters and sums are some. */
const verb = (subject: string): string => (/^[A-Z]/.test(subject) ? 'has' : 'is');

/** What proof checkers find wrong with a trace, behind a colon. */
export const faults = room('faults', {
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
  'answer-wrong': (fault) => `the answer ${gameFaultsText(fault.faults)}`,
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
  // It may have a number already that something said later still changes.
  'not-known-yet': ({ subject }) =>
    `${/^[A-Z]/.test(subject) ? `what ${subject} has` : subject} is not fully worked out yet`,
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
} satisfies Sayings<Fault>);

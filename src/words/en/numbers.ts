import type { NumberFault, NumberRange } from '#experiment/typed-number.ts';
import { room } from '../language.ts';
import { number } from './format.ts';

/** What is wrong with a number that was typed: sentences that stand alone. */
export const numbers = room('numbers', {
  fault: faultText,
  faultOf: (name: string, fault: NumberFault) => `${name}: ${faultText(fault)}`,
});

function faultText(fault: NumberFault): string {
  switch (fault.why) {
    case 'missing':
      return `A number is missing: write ${rangeText(fault.range)}.`;
    case 'out-of-range':
      return `“${fault.typed}” is out of range: write ${rangeText(fault.range)}.`;
    case 'no-number':
      return `“${fault.typed}” is not a number: write it in digits, such as ${fault.example}.`;
    case 'odd-thousands':
      return `“${fault.typed}” is not a number: thousands stand in groups of three digits.`;
    case 'fraction':
      return `“${fault.typed}” is not a whole number: write it without a fraction.`;
    case 'full-stop':
      return `“${fault.typed}” may be ${fault.readings.join(' or ')}: write it without the full stop.`;
    case 'comma':
      return `“${fault.typed}” may be ${fault.readings.join(' or ')}: write a decimal point, or no comma.`;
  }
}

/** `a whole number from 1 to 1,000,000` */
function rangeText({ min, max, whole }: NumberRange): string {
  return `a ${whole ? 'whole ' : ''}number from ${number(min, 4)} to ${number(max, 4)}`;
}

import { withoutStepEnd } from '#run/step-text.ts';

/** A sum or product of two numbers, which says the same with them exchanged. */
const exchangeable = /^(-?\d+(?:\/\d+)?) ?([+*]) ?(-?\d+(?:\/\d+)?) ?= ?(-?\d+(?:\/\d+)?)$/;

/**
 * Equal for steps that say the same. The paper compares embeddings of sentences; the steps of the small models are exact, so here
 * it is their text, without spaces, capitals and the list of numbers that are left, and `4 + 9 = 13` is `9 + 4 = 13`.
 */
export function sameStep(text: string): string {
  const plain = withoutStepEnd(text).replace(/\s+/g, ' ').trim().toLowerCase();
  const [, left, sign, right, result] = exchangeable.exec(plain) ?? [];
  if (left === undefined || right === undefined) return plain;
  return `${[left, right].toSorted().join(` ${sign} `)} = ${result}`;
}

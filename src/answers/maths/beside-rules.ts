import type { GradeReason } from '#run/facts/grade-reason.ts';
import { rationalKey } from '../rational.ts';
import type { Reading } from './read.ts';
import { namesOf } from './tree.ts';

/** n ≡ 7 (mod 10), where the reference is 7. */
function byRemainder(given: Reading, reference: Reading): GradeReason | null {
  const found = /^(?:[a-zA-Z]\s*(?:\\equiv|≡)\s*)?(-?[0-9]{1,20})\s*\(?\s*(?:\\[pb]?mod|mod)(?![a-z])/.exec(
    given.display,
  );
  return found && reference.tree?.kind === 'number' && found[1] === reference.key
    ? { kind: 'same-remainder', remainder: found[1] ?? '' }
    : null;
}

const unitLetters = /^\s?(?:m|g|s|h|l|L|N|J|W|V|A|K|Hz|Pa)$/;

/** 20 m where the reference is 20: the letter behind a number and a space is a unit. */
function byUnitLetter({ tree, display }: Reading, { tree: wanted, key }: Reading): GradeReason | null {
  if (
    tree?.kind !== 'product' ||
    tree.left.kind !== 'number' ||
    tree.right.kind !== 'name' ||
    !wanted ||
    namesOf(wanted).length > 0
  )
    return null;
  const [, number, letter] = /^([0-9.,]+)(\s\p{L}+)$/u.exec(display) ?? [];
  return number !== undefined && unitLetters.test(letter ?? '') && rationalKey(tree.left.value) === key
    ? { kind: 'same-with-unit' }
    : null;
}

/** 3:30 where one of the two says whether morning or evening. */
function byTime(given: Reading, reference: Reading): GradeReason | null {
  const clock = ({ key }: Reading): string =>
    key
      .replace(/^time /, '')
      .replace(/ [ap]m$/, '')
      .replace(/^ratio (\d+) : (\d+)$/, '$1:$2')
      .replace(/:00?$/, '');
  const halves = [given, reference].filter(({ key }) => key.startsWith('time ')).length;
  return halves === 1 && clock(given) === clock(reference) ? { kind: 'same-time' } : null;
}

/** What stands beside a number in one of two answers alone: a modulus, a unit's letter, the half of the day. */
export const besideRules = [byRemainder, byUnitLetter, byTime] as const;

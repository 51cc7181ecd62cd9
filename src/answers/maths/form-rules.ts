import { paired } from '#experiment/surely.ts';
import type { GradeReason } from '#run/facts/grade-reason.ts';
import { zerosKey } from './fingerprint.ts';
import { keyOf } from './key.ts';
import type { QuestionHints, Reading } from './read.ts';
import { givenName } from './relation-key.ts';
import { StepBudget } from './step-budget.ts';
import { children, lastSide, namesOf, type Tree } from './tree.ts';

/** y = 2x + 3 is the equation 2x − y + 3 = 0 too. */
function byEquation({ tree: given }: Reading, { tree: reference }: Reading): GradeReason | null {
  if (given?.kind !== 'relation' || reference?.kind !== 'relation') return null;
  const [own, right] = [zeros(given), zeros(reference)];
  return own && own === right ? { kind: 'same-equation' } : null;
}

function zeros({ first, rest }: Extract<Tree, { kind: 'relation' }>): string | null {
  const [only] = rest;
  if (rest.length !== 1 || only?.operator !== '=') return null;
  return zerosKey(
    { kind: 'sum', left: first, right: { kind: 'negation', of: only.side } },
    false,
    new StepBudget(),
  );
}

/** A vector as a column and as a tuple; x = 3, y = 5 and (3, 5). */
function byPoint(
  { tree: given }: Reading,
  { tree: reference }: Reading,
  hints: QuestionHints,
): GradeReason | null {
  // 4, 7 where an ordered pair is asked for.
  const ordered =
    /\b(?:ordered|coordinates|point|vertex|pair|triple)\b/i.test(hints.text) &&
    given?.kind === 'list' &&
    !given.set &&
    reference?.kind === 'group' &&
    given.items.every((item) => item.kind !== 'relation');
  const [own, right] = [
    ordered && given.kind === 'list' ? given.items : coordinates(given),
    coordinates(reference),
  ];
  if (!own || !right || own.length !== right.length || given?.kind === reference?.kind) return null;
  const key = (tree: Tree): string | null => keyOf(tree, hints, new StepBudget());
  return paired(own, right).every(([part, other]) => key(part) !== null && key(part) === key(other))
    ? { kind: 'same-coordinates' }
    : null;
}

function coordinates(tree: Tree | null): readonly Tree[] | null {
  if (tree?.kind === 'group') return tree.open === '(' && tree.close === ')' ? tree.items : null;
  if (tree?.kind === 'matrix')
    return tree.shape === 'matrix' && (tree.rows.length === 1 || tree.rows.every((row) => row.length === 1))
      ? tree.rows.flat()
      : null;
  if (tree?.kind !== 'list' || tree.set) return null;
  const names = tree.items.map(givenName);
  const sorted = names.every((name): name is string => name !== null) ? names.toSorted() : [];
  if (sorted.length === 0 || new Set(sorted).size !== names.length || sorted.join() !== names.join())
    return null;
  return tree.items.flatMap((item) =>
    item.kind === 'relation' ? item.rest.slice(0, 1).map(({ side }) => side) : [],
  );
}

/** (C) and C. Plane where the reference is a letter. */
function byLetter(given: Reading, reference: Reading): GradeReason | null {
  const letter = /^words: ([a-j])$/.exec(reference.key)?.[1];
  const said = letter && /^\(?([A-J])\)?(?:[.):]\s|\s*[)]|\s{2}|$)|^\(([A-J])\)/.exec(given.display);
  return said && (said[1] ?? said[2])?.toLowerCase() === letter
    ? { kind: 'same-choice', letter: letter.toUpperCase() }
    : null;
}

/** a + b = 7, where the question asks for a + b; where no question is known, behind letters alone, which are what was asked for. */
function byLeftSide(given: Reading, reference: Reading, hints: QuestionHints): GradeReason | null {
  const { tree } = given;
  if (
    tree?.kind !== 'relation' ||
    tree.rest.some(({ operator }) => operator !== '=') ||
    reference.tree?.kind === 'relation'
  )
    return null;
  const left = given.display.slice(0, given.display.indexOf('=')).replace(/[\s$]/g, '');
  const question = hints.text.replace(/\\left|\\right|[\s$]/g, '');
  const asksFor =
    question === ''
      ? namesOf(tree.first).length > 0 && withoutNumbers(tree.first)
      : left.length > 1 && question.includes(left) && !question.includes(`${left}=`);
  return asksFor && keyOf(lastSide(tree), hints, new StepBudget()) === reference.key
    ? { kind: 'same-left-side', left }
    : null;
}

/** |z|, sin A, m + n, a² + b²: no numbers but exponents. */
function withoutNumbers(tree: Tree): boolean {
  if (tree.kind === 'power') return withoutNumbers(tree.left);
  return tree.kind !== 'number' && children(tree).every(withoutNumbers);
}

/** The same thing in another form: an equation, a point, a choice by its letter, what was asked for with its left side. */
export const formRules = [byEquation, byPoint, byLetter, byLeftSide] as const;

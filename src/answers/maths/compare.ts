import type { GradeReason } from '#run/facts/grade-reason.ts';
import { keyText } from '../key-text.ts';
import { besideRules } from './beside-rules.ts';
import { difference } from './difference.ts';
import { formRules } from './form-rules.ts';
import { measure, numberRules } from './number-rules.ts';
import type { QuestionHints, Reading } from './read.ts';
import { givenName } from './relation-key.ts';

export interface ReferenceMatch {
  readonly same: boolean;
  /** The rule that decided. */
  readonly reason: GradeReason;
}

const yes = (reason: GradeReason): ReferenceMatch => ({ same: true, reason });
const no = (reason: GradeReason): ReferenceMatch => ({ same: false, reason });

/** Whether an answer is the reference: by their keys, and where these differ by what the reference leaves open. */
export function compare(given: Reading, reference: Reading, hints: QuestionHints): ReferenceMatch {
  if (given.key === reference.key)
    return clash(given, reference) ?? yes({ kind: 'same-value', both: keyText(given.key, given.display) });
  for (const rule of [...numberRules, ...formRules, ...besideRules]) {
    const reason = rule(given, reference, hints);
    if (reason) return yes(reason);
  }
  const apart = difference(given.tree, reference.tree);
  return no({ kind: 'not-the-reference', reference: reference.display, apart });
}

/** Equal numbers of different things: km and m, x and y. */
function clash({ tree: given }: Reading, { tree: reference }: Reading): ReferenceMatch | null {
  if (!given || !reference) return null;
  const [own, right] = [measure(given), measure(reference)];
  if (
    own &&
    right &&
    (own.unit.dimension !== right.unit.dimension ||
      own.unit.size !== right.unit.size ||
      own.power !== right.power)
  ) {
    return no({ kind: 'other-unit', unit: own.name, reference: right.name });
  }
  const [name, wanted] = [givenName(given), givenName(reference)];
  if (name !== null && wanted !== null && name.toLowerCase() !== wanted.toLowerCase())
    return no({ kind: 'other-name', name, reference: wanted });
  return null;
}

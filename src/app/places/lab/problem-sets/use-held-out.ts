import { useEffect, useState } from 'react';
import type { Failure } from '#run/events.ts';
import { toFailure } from '#policy/policy-error.ts';
import { explainMissing } from '#worker/new-version.ts';
import type { Family } from '#experiment/families.ts';
import type { HeldOutSet } from '#experiment/families/sheet.ts';
import { heldOutProblems } from '#experiment/held-out.ts';
import type { Problem } from '#experiment/problem.ts';

interface HeldOutCame {
  readonly family: Family;
  readonly set: HeldOutSet;
  readonly problems: readonly Problem[] | null;
  readonly failure: Failure | null;
}

/** The problems of a held-out set, fetched when they are first wanted; null until they have come. */
export function useHeldOut(family: Family, set: HeldOutSet): Pick<HeldOutCame, 'problems' | 'failure'> {
  const [came, setCame] = useState<HeldOutCame | null>(null);
  useEffect(() => {
    let gone = false;
    const take = (one: Pick<HeldOutCame, 'problems' | 'failure'>) => gone || setCame({ family, set, ...one });
    const failed = async (error: unknown) =>
      take({ problems: null, failure: await explainMissing(toFailure(error)) });
    heldOutProblems(family, set)
      .then((problems) => take({ problems, failure: null }), failed)
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [family, set]);
  return came?.family === family && came.set === set ? came : { problems: null, failure: null };
}

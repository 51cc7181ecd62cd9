import type { Sweep } from '#lab/sweeps/spec.ts';
import { problems as problemWords } from '#words/en/problems.ts';
import { sweepWords } from '#words/en/sweeps.ts';

/** What a sweep is called: by its person, or by what it asks. */
export function sweepTitle({ title, arms, problems }: Sweep): string {
  return (
    title ??
    sweepWords.untitled({
      arms: arms.length,
      problems: problems.kind === 'own' ? problems.name : problemWords.several[problems.family],
    })
  );
}

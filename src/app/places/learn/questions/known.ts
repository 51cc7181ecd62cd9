import { allQuestions, type QuestionId } from '#learn/questions/questions.ts';
import { usePreference } from '#app/preferences.ts';

/** What is kept: ids with blanks between them. What is no question is left out. */
export function readKnown(kept: string): ReadonlySet<QuestionId> {
  const ids = new Set(kept.split(' '));
  return new Set(allQuestions.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
}

/** The questions that a person says they can answer, kept on this computer; and what ticks or unticks one. */
export function useKnown(): readonly [ReadonlySet<QuestionId>, (id: QuestionId, knows: boolean) => void] {
  const [kept, keep] = usePreference('questions.known', '');
  const known = readKnown(kept);
  return [
    known,
    (id, knows) => keep([...[...known].filter((one) => one !== id), ...(knows ? [id] : [])].join(' ')),
  ];
}

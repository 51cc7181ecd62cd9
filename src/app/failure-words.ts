import { learnFailures } from '#words/explain.ts';
import { laterPart } from './later-part.ts';

/** The words of most failures. They come right after the first drawing, and again with each failure that lacks them. */
export const failureWords = laterPart(async () => {
  const { failures } = await import('#words/en/failures.ts');
  learnFailures(failures);
  return failures;
});

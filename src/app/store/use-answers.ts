import { loadReplies } from '#replies';
import { useEffect, useState } from 'react';
import { answerForm, type Problem } from '#experiment/problem.ts';
import type { Answer, Grade } from '#run/events.ts';

/** What a load brings, once it is there; null before, and where it is not wanted. */
function useLoaded<T>(load: (() => Promise<T>) | null): T | null {
  const [found, setFound] = useState<{ readonly by: unknown; readonly value: T } | null>(null);
  useEffect(() => {
    if (!load) return;
    let wanted = true;
    // Without it nothing is graded or previewed; the next visit tries again.
    load().then(
      (value) => {
        if (wanted) setFound({ by: load, value });
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  return found?.by === load ? found.value : null;
}

/** What reads problems in words, fetched where it is needed. */
export function useReplies(needed: boolean): Awaited<ReturnType<typeof loadReplies>> | null {
  return useLoaded(needed ? loadReplies : null);
}

async function gradeForms(): Promise<(problem: Problem, answer: Answer) => Grade> {
  return (await import('#answers/grade.ts')).grade;
}

async function gradeWords(): Promise<(problem: Problem, answer: Answer) => Grade> {
  await loadReplies();
  return gradeForms();
}

/** Grades answers that the log does not; null until what it takes is there. */
export function useGrade(problem: Problem | undefined): ((problem: Problem, answer: Answer) => Grade) | null {
  const inWords = answerForm(problem) === 'words';
  return useLoaded(problem === undefined ? null : inWords ? gradeWords : gradeForms);
}

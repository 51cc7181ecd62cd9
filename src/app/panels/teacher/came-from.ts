import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { deepEqual } from '#experiment/deep-equal.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { QuestionId } from '#learn/questions/questions.ts';
import { useApp } from '#app/store/use-app.tsx';

/** The question whose answer was shown last in Play, and what was set up for it. */
const cameFrom = createStore<{ readonly question: QuestionId; readonly setup: Experiment } | null>(
  () => null,
);

export function noteQuestion(question: QuestionId, setup: Experiment): void {
  cameFrom.setState({ question, setup }, true);
}

/** The question that led to what is set up; null once something else is. */
export function useQuestionBefore(): QuestionId | null {
  const from = useStore(cameFrom);
  const same = useApp(
    ({ draft }) =>
      from !== null &&
      deepEqual(draft.problem, from.setup.problem) &&
      deepEqual(draft.strategy, from.setup.strategy),
  );
  return same && from ? from.question : null;
}

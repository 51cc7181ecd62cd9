import { useMemo } from 'react';
import type { StrategyKind } from '#experiment/strategies.ts';
import { isSolvable } from '#answers/solvable.ts';
import type { Finding } from '#run/what-happened/findings.ts';
import { whatHappened } from '#run/what-happened/what-happened.ts';
import { whatNow } from '#run/what-happened/what-now.ts';
import { teacher } from '#words/en/teacher.ts';
import { elsewhereSentences } from '#words/elsewhere.ts';
import { findingSentence, nowSentences, outcomeSentences } from '#words/what-happened.ts';
import { stepRules } from '#app/false-steps.ts';
import { isHeld } from '#app/store/transitions.ts';
import { useGrade } from '#app/store/use-answers.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { usePart } from '#app/ui/use-part.ts';
import type { NextExperiment } from './next-experiment.ts';
import { nextExperiments } from './next-experiments.ts';

/** What the teacher has to say at the cursor. */
export type Lesson =
  | { readonly kind: 'intro'; readonly strategy: StrategyKind; readonly said: readonly string[] }
  /** A tree that was not grown here. */
  | { readonly kind: 'elsewhere'; readonly strategy: StrategyKind; readonly said: readonly string[] }
  | { readonly kind: 'now'; readonly strategy: StrategyKind; readonly said: readonly string[] }
  | {
      readonly kind: 'happened';
      readonly strategy: StrategyKind;
      /** How it ended and what explains it best; then what else there is to know. */
      readonly said: readonly string[];
      readonly also: readonly string[];
      /** Something of it was found by the rules of the family. */
      readonly byRule: boolean;
      readonly next: readonly NextExperiment[];
    };

/** Findings beside the first one. */
const mostAlso = 4;

/** The lesson at the cursor, from the log alone. */
export function useLesson(): Lesson {
  const view = useApp((state) => state.view);
  const entries = useApp((state) => state.log?.entries ?? null);
  const draftKind = useApp((state) => state.draft.strategy.kind);
  const library = useApp((state) => state.library);
  const app = useActions();
  /** Whether there is nothing to press. */
  const unasked = useApp(
    (state) => state.phase !== 'idle' || isHeld(state) || app.setup.blocked(state) !== null,
  );
  const rules = usePart(stepRules);
  const findFalse = rules?.falseSteps ?? null;
  // There alone answers on the way are compared.
  const grade = useGrade(
    view.experiment?.strategy.kind === 'budget-forcing' ? view.experiment.problem : undefined,
  );
  return useMemo((): Lesson => {
    const { experiment } = view;
    if (!experiment) {
      const first = entries?.[0]?.event;
      const strategy = first?.type === 'run-started' ? first.experiment.strategy.kind : draftKind;
      return {
        kind: 'intro',
        strategy,
        said: entries ? [teacher.before] : unasked ? [] : [teacher.nothingYet],
      };
    }
    const strategy = experiment.strategy.kind;
    if (view.elsewhere)
      return { kind: 'elsewhere', strategy, said: elsewhereSentences(view, view.elsewhere) };
    const now = whatNow(view, entries?.[view.cursor - 1]?.event ?? null);
    if (now) return { kind: 'now', strategy, said: nowSentences(now) };
    const happened = whatHappened(
      view,
      findFalse,
      grade && ((answer) => grade(experiment.problem, answer).outcome),
    );
    if (!happened) return { kind: 'now', strategy, said: [] };
    const { outcome, main, findings } = happened;
    const shown = findings.slice(0, mostAlso);
    const all = main ? [main, ...shown] : shown;
    const unsolvable = isSolvable(experiment.problem) ? [] : [teacher.outcome.noSolution];
    return {
      kind: 'happened',
      strategy,
      said: [...outcomeSentences(outcome, view), ...unsolvable, ...(main ? [findingSentence(main)] : [])],
      also: shown.map(findingSentence),
      byRule: all.some(isByRule),
      next: nextExperiments(happened, experiment, library),
    };
  }, [view, entries, draftKind, library, unasked, findFalse, grade]);
}

function isByRule({ kind }: Finding): boolean {
  return kind === 'fooled' || kind === 'first-false' || kind === 'slip' || kind === 'all-true';
}

import { useEffect, useState } from 'react';
import { heldOutProblems } from '#experiment/held-out.ts';
import type { Problem } from '#experiment/problem.ts';
import { rolloutExperiment, rolloutsOf } from '#lab/rollouts/rollouts.ts';
import { firstToStudy, studiedTrace } from '#lab/rollouts/studied-trace.ts';
import type { LabelledStep } from '#lab/step-values/agreement.ts';
import { exactLabels } from '#lab/step-values/exact-labels.ts';
import { rolloutLabels } from '#lab/step-values/rollout-labels.ts';
import type { EmbeddedModel } from '#policy/model-handle.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { Failure } from '#run/failure.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import { labWorkers } from '../../lab-workers.ts';
import { ownExperiment } from '../rollouts/use-study.ts';
import { valuePrefixes, headValues } from './use-values.ts';

export const surveyedProblems = 30;

interface Survey {
  readonly steps: readonly LabelledStep[];
  readonly done: number;
  readonly running: boolean;
  readonly failure: Failure | null;
  readonly start: () => void;
  readonly stop: () => void;
}

interface Found {
  readonly of: string;
  readonly byProblem: readonly (readonly LabelledStep[])[];
  readonly running: boolean;
  readonly failure: Failure | null;
}

/** One trace each of many held-out problems, its steps labelled in every way. */
export function useSurvey(model: EmbeddedModel | undefined, head: string | null, k: number): Survey {
  const key = JSON.stringify([model?.id, head, k]);
  const [found, setFound] = useState<Found | null>(null);
  const shown = found?.of === key ? found : null;
  const running = shown?.running ?? false;
  useEffect(() => {
    if (!running || !model) return;
    const stop = new AbortController();
    const change = (how: (before: Found) => Found) =>
      setFound((before) => (before?.of === key && !stop.signal.aborted ? how(before) : before));
    survey(model, head, k, stop.signal, (steps) =>
      change((before) => ({ ...before, byProblem: [...before.byProblem, steps] })),
    ).then(
      () => change((before) => ({ ...before, running: false })),
      (error: unknown) => change((before) => ({ ...before, running: false, failure: toFailure(error) })),
    );
    return () => stop.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says what is compared
  }, [key, running]);
  return {
    steps: shown?.byProblem.flat() ?? [],
    done: shown?.byProblem.length ?? 0,
    running,
    failure: shown?.failure ?? null,
    start: () => setFound({ of: key, byProblem: [], running: true, failure: null }),
    stop: () => setFound((before) => before && { ...before, running: false }),
  };
}

async function survey(
  model: EmbeddedModel,
  head: string | null,
  k: number,
  signal: AbortSignal,
  onProblem: (steps: readonly LabelledStep[]) => void,
): Promise<void> {
  const [family] = model.families;
  if (!family) return;
  const problems = (await heldOutProblems(family)).slice(0, surveyedProblems);
  const waiting = [...problems.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, problem] = next;
      onProblem(await labelled(model, problem, place, head, k, signal));
    }
  };
  await Promise.all(Array.from({ length: labWorkers().cores }, work));
}

async function labelled(
  model: EmbeddedModel,
  problem: Problem,
  seed: number,
  head: string | null,
  k: number,
  signal: AbortSignal,
): Promise<readonly LabelledStep[]> {
  const run = fold(emptyRun, await labWorkers().run(ownExperiment(model, problem, seed), { signal }));
  const place = firstToStudy(run, null);
  const trace = place && studiedTrace(run, place);
  if (!trace) return [];
  const batches = await Promise.all(
    trace.steps.map(async (_, step) =>
      rolloutsOf(
        await labWorkers().run(rolloutExperiment(trace, step + 1, 0, k), { signal }),
        trace.stepEnds,
      ),
    ),
  );
  const prefixes = valuePrefixes(trace, [null, ...batches.map(({ prefix }) => prefix)]);
  const values = prefixes && head !== null ? await headValues(model.id, prefixes, head, signal) : null;
  const exact = exactLabels(trace);
  return trace.steps.map((_, step): LabelledStep => {
    const labels = rolloutLabels(batches[step]?.rollouts ?? [], k);
    return {
      soft: labels?.soft.share ?? null,
      hard: labels?.hard ?? null,
      value: values?.[step] ?? null,
      exact: exact[step] ?? null,
    };
  });
}

import { useEffect, useMemo, useState } from 'react';
import { strategyFor, samplingFor } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { Family } from '#experiment/families.ts';
import { heldOutProblems } from '#experiment/held-out.ts';
import {
  firstToStudy,
  type PointedAt,
  type StudiedTrace,
  studiedTrace,
} from '#lab/rollouts/studied-trace.ts';
import type { EmbeddedModel } from '#policy/model-handle.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { BranchPlace } from '#run/branch.ts';
import type { LogEntry } from '#run/events.ts';
import type { Failure } from '#run/failure.ts';
import { fold } from '#run/fold.ts';
import { emptyRun, type RunState } from '#run/state.ts';
import type { TokenSelection } from '#app/store/app-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { labWorkers } from '../../lab-workers.ts';
import { thinkers } from './thinkers.ts';

/** Where the trace comes from that a lens looks at. */
export type StudyFrom =
  /** The run on Play's stage. `place`: where its trace ends; null for the one selected there, or chosen. */
  | { readonly kind: 'play'; readonly place: BranchPlace | null }
  /** One drawn for the lens, by a model that ships, on a held-out problem. */
  | { readonly kind: 'own'; readonly model: string; readonly problem: number; readonly seed: number };

export interface Study {
  readonly from: StudyFrom;
  readonly choose: (from: StudyFrom) => void;
  /** The run in Play, if it has traces that can be looked into. */
  readonly played: RunState | null;
  /** The run that the trace is of; null while it is drawn. */
  readonly run: RunState | null;
  readonly place: BranchPlace | null;
  readonly trace: StudiedTrace | null;
  /** How many held-out problems there are; null before they have come. */
  readonly problems: number | null;
  readonly failure: Failure | null;
}

/** A sum of three products, and a seed with which its first product comes out wrong. */
export const firstOwn = {
  kind: 'own',
  model: 'arithmetic',
  problem: 2,
  seed: 4,
} as const satisfies StudyFrom;

/** The trace that a lens looks at: of Play's run where there is one, else one of its own. */
export function useStudy(): Study {
  const played = usePlayed();
  const selection = useApp((state) => state.selection);
  const [chosen, choose] = useState<StudyFrom | null>(null);
  const from: StudyFrom = chosen ?? (played ? { kind: 'play', place: null } : firstOwn);
  const own = useOwnRun(from.kind === 'own' ? from : null);
  const run = from.kind === 'play' ? played : own.run;
  const pointed = from.kind === 'play' ? pointedAt(selection) : null;
  const wanted = from.kind === 'play' ? from.place : null;
  const place = useMemo(() => wanted ?? (run && firstToStudy(run, pointed)), [wanted, run, pointed]);
  const trace = useMemo(() => run && place && studiedTrace(run, place), [run, place]);
  return { from, choose, played, run, place, trace, problems: own.problems, failure: own.failure };
}

function usePlayed(): RunState | null {
  const log = useApp((state) => (state.phase === 'idle' ? state.log : null));
  return useMemo(() => {
    const run = log && fold(emptyRun, log.entries);
    const place = run && firstToStudy(run, null);
    return run && place && studiedTrace(run, place) ? run : null;
  }, [log]);
}

function pointedAt(selection: TokenSelection | null): PointedAt {
  switch (selection?.kind) {
    case 'node':
      return selection;
    case 'trace':
    case 'token':
      return { kind: 'trace', sequence: selection.sequence };
    case 'votes':
    case 'step':
    case undefined:
      return null;
  }
}

/** A chain of thought at self-consistency's temperature: greedily there would be one trace a problem. */
export function ownExperiment(
  model: EmbeddedModel,
  problem: Experiment['problem'],
  seed: number,
): Experiment {
  return {
    problem,
    model: model.id,
    strategy: strategyFor(model, 'chain-of-thought'),
    sampling: samplingFor(model, 'self-consistency'),
    seed,
    budget: { tokens: 0 },
  };
}

interface OwnRun {
  readonly run: RunState | null;
  readonly problems: number | null;
  readonly failure: Failure | null;
}

const nothing: OwnRun = { run: null, problems: null, failure: null };

function useOwnRun(own: Extract<StudyFrom, { readonly kind: 'own' }> | null): OwnRun {
  const [found, setFound] = useState<OwnRun>(nothing);
  const key = own && JSON.stringify(own);
  useEffect(() => {
    const model = own && thinkers().find(({ id }) => id === own.model);
    const [family] = model?.families ?? [];
    if (!own || !model || !family) return;
    const stop = new AbortController();
    setFound(({ problems }) => ({ ...nothing, problems }));
    draw(own, model, family, stop.signal).then(
      (drawn) => stop.signal.aborted || setFound(drawn),
      (error: unknown) => stop.signal.aborted || setFound({ ...nothing, failure: toFailure(error) }),
    );
    return () => stop.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says what is asked for
  }, [key]);
  return own ? found : nothing;
}

async function draw(
  { problem, seed }: Extract<StudyFrom, { readonly kind: 'own' }>,
  model: EmbeddedModel,
  family: Family,
  signal: AbortSignal,
): Promise<OwnRun> {
  const problems = await heldOutProblems(family);
  const asked = problems[problem % problems.length];
  if (!asked) return { ...nothing, problems: 0 };
  const log: readonly LogEntry[] = await labWorkers().run(ownExperiment(model, asked, seed), { signal });
  const run = fold(emptyRun, log);
  return { run, problems: problems.length, failure: run.failure };
}

import { familySheet } from '#experiment/families.ts';
import { startSchema, type Experiment } from '#experiment/experiment.ts';
import type { Answer, Grade } from '#run/answer.ts';
import { type BranchPlace, startTokens, tokensAt } from '#run/branch.ts';
import type { NodeId } from '#run/search-events.ts';
import { type RunState, type Sequence, sequenceOf } from '#run/state.ts';
import { withoutStepEnd } from '#run/step-text.ts';
import type { LoggedToken } from '#run/token.ts';
import { traceText } from '#run/trace-text.ts';
import { endsStep, splitSteps } from '#verifiers/split-steps.ts';
import * as v from 'valibot';

/** A step of a trace's thought. */
export interface StudiedStep {
  /** As a person reads it, without the list of numbers or the sign that ends it. */
  readonly text: string;
  /** The thought up to this step and with it: what an experiment starts from to go on behind it. */
  readonly thought: string;
  /** All that was written in it, tags and what follows the thought included. */
  readonly tokens: readonly LoggedToken[];
  /** What stands behind its thought: nothing where it has the sign that ends a step, else the end of thinking and the answer. */
  readonly behind: readonly LoggedToken[];
}

/** A finished trace, in steps, to be gone on from any of them. */
export interface StudiedTrace {
  /** What the trace came from. */
  readonly experiment: Experiment;
  /** How steps end in what this model writes. */
  readonly stepEnds: readonly string[];
  /** Written in the steps of its family, or in sentences. */
  readonly formal: boolean;
  readonly steps: readonly StudiedStep[];
  /** Steps that stand too deep in a long thought to start from. */
  readonly leftOut: number;
  readonly answer: Answer | null;
  readonly right: boolean | null;
}

/** Models in words write paragraphs: `ModelInfo.stepEnds` of those on the graphics processor. */
const paragraphs = ['\n\n'] as const;

/** The trace that ends at a place of a run; null where nothing was thought in steps. */
export function studiedTrace(run: RunState, place: BranchPlace): StudiedTrace | null {
  const { experiment, model } = run;
  if (!experiment || !model) return null;
  // Models that ship with the page write the steps of their family; WebLLM's say which driver they run on, and write sentences.
  const trained = model.driver === undefined ? familySheet(experiment.problem).trained : null;
  const stepEnds = trained?.stepEnds ?? paragraphs;
  let written = startTokens(experiment.start?.text ?? '');
  const steps: StudiedStep[] = [];
  for (const tokens of splitSteps(tokensAt(run, place), stepEnds)) {
    const own = tokens.filter(isThought);
    const text = traceText(own).trim();
    if (text === '') continue;
    written = [...written, ...own];
    const behind = endsStep(tokens, stepEnds) ? [] : tokens.slice(tokens.findLastIndex(isThought) + 1);
    steps.push({ text: withoutStepEnd(text), thought: traceText(written), tokens, behind });
  }
  const reached = steps.filter(({ thought }) => v.is(startSchema, { text: thought }));
  const end = endAt(run, place);
  return steps.length === 0
    ? null
    : {
        experiment,
        stepEnds,
        formal: trained !== null,
        steps: reached,
        leftOut: steps.length - reached.length,
        answer: end?.answer ?? null,
        right: rightness(end?.grade ?? null),
      };
}

const isThought = ({ role }: LoggedToken): boolean => role === 'thought' || role === 'wait';

const rightness = (grade: Grade | null): boolean | null =>
  grade === null || grade.outcome === 'ungraded' ? null : grade.outcome === 'right';

function endAt(run: RunState, place: BranchPlace): Pick<Sequence, 'answer' | 'grade'> | undefined {
  return place.kind === 'node' ? run.tree[place.node] : sequenceOf(run, place.sequence);
}

/** Where the finished traces of a run end, in the order of their numbers. Attempts that go on from others are none. */
export function traceEnds(run: RunState): readonly BranchPlace[] {
  const traces = run.sequences.filter(
    ({ label, from, end }) =>
      from === null &&
      end !== null &&
      (label.kind === 'only-trace' ||
        label.kind === 'trace' ||
        (label.kind === 'attempt' && label.attempt === 1)),
  );
  const leaves = run.tree.filter(({ end }) => end === 'terminal');
  return [
    ...traces.map(({ sequence, tokens }): BranchPlace => ({
      kind: 'trace',
      sequence,
      tokens: tokens.length,
    })),
    ...leaves.map(({ node }): BranchPlace => ({ kind: 'node', node })),
  ];
}

/** What a person points at in a run: a trace by its number, or a node. */
export type PointedAt =
  | { readonly kind: 'trace'; readonly sequence: number }
  | { readonly kind: 'node'; readonly node: NodeId }
  | null;

/** The trace to begin with: the one pointed at, else the first that came to the chosen answer, else the first. */
export function firstToStudy(run: RunState, pointed: PointedAt): BranchPlace | null {
  const ends = traceEnds(run);
  const key = run.chosen?.answer?.key;
  return (
    ends.find((place) => isAt(place, pointed)) ??
    ends.find((place) => key !== undefined && endAt(run, place)?.answer?.key === key) ??
    ends[0] ??
    null
  );
}

function isAt(place: BranchPlace, pointed: PointedAt): boolean {
  if (pointed === null) return false;
  return place.kind === 'node'
    ? pointed.kind === 'node' && pointed.node === place.node
    : pointed.kind === 'trace' && pointed.sequence === place.sequence;
}

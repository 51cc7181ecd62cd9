import * as v from 'valibot';
import { failureSchema } from '#run/failure-schema.ts';
import type { Failure } from '#run/failure.ts';
import { grade } from '#answers/grade.ts';
import { hasReference } from '#experiment/problem.ts';
import type { Answer, Grade } from '#run/answer.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun, type RunState } from '#run/state.ts';

/** A trace as far as votes and choices can be counted again. */
export interface TraceOutcome {
  /** Equal answers have equal keys; null where it gave none. */
  readonly answer: string | null;
  /** Null where it gave no answer, or nobody knows the right one. */
  readonly right: boolean | null;
  /** What the verifier made of the whole trace, in [0, 1]; null where none judged it. */
  readonly score: number | null;
  /** Its natural logarithm, of a product too small to be told apart otherwise. */
  readonly log?: number;
  /** Tokens it wrote, forced ones among them. */
  readonly tokens: number;
}

/** What a trace would have answered after so many waits. */
export interface RoundOutcome {
  readonly round: number;
  readonly right: boolean | null;
  /** Spent up to here; null where it was not asked. */
  readonly thinkingTokens: number | null;
}

/** What a sweep keeps of a run. */
export interface Outcome {
  /** No answer is wrong. Null where nobody knows the right one, or the run failed. */
  readonly right: boolean | null;
  /** Key of the answer that was chosen. */
  readonly answer: string | null;
  /** In the order of their numbers; the steps of a search are none. */
  readonly traces: readonly TraceOutcome[];
  /** Of budget forcing, by round; [] elsewhere. */
  readonly rounds: readonly RoundOutcome[];
  /** Drawn or forced, those of verifiers and of rejected steps included. */
  readonly tokens: number;
  readonly forwards: number;
  /** Inside model forwards. */
  readonly modelSeconds: number;
  /** Wall time of the run, alone on its core. */
  readonly seconds: number;
  /** Why the run came to no end; nothing else of the outcome says anything of its arm then. */
  readonly failure?: Failure;
}

const outcomeRight = v.nullable(v.boolean());
const key = v.nullable(v.pipe(v.string(), v.maxLength(4000)));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const score = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));

/** An outcome as it is kept; what was kept may be anything. */
export const outcomeSchema = v.strictObject({
  right: outcomeRight,
  answer: key,
  traces: v.pipe(
    v.array(
      v.strictObject({
        answer: key,
        right: outcomeRight,
        score,
        log: v.exactOptional(v.pipe(v.number(), v.maxValue(0))),
        tokens: count,
      }),
    ),
    v.maxLength(4096),
  ),
  rounds: v.pipe(
    v.array(v.strictObject({ round: count, right: outcomeRight, thinkingTokens: v.nullable(count) })),
    v.maxLength(1024),
  ),
  tokens: count,
  forwards: count,
  modelSeconds: amount,
  seconds: amount,
  failure: v.exactOptional(failureSchema),
});

/** What is kept of a run, from its whole log. One whose models did not open failed before it started. */
export function outcomeOf(log: readonly LogEntry[]): Outcome {
  const last = log.at(-1)?.event;
  return last?.type === 'run-failed' && log[0]?.event.type !== 'run-started'
    ? outcomeOfRun({ ...emptyRun, failure: last.failure })
    : outcomeOfRun(fold(emptyRun, log));
}

function outcomeOfRun(run: RunState): Outcome {
  const { experiment, failure } = run;
  const rightness = (answer: Answer | null): boolean | null =>
    experiment && answer ? asRight(grade(experiment.problem, answer)) : null;
  const traces = run.sequences.filter(({ label }) => traceLabels.has(label.kind));
  return {
    right: failure ? null : run.grade ? asRight(run.grade) : knownWrong(run),
    answer: run.chosen?.answer?.key ?? null,
    traces: traces.map((trace) => ({
      answer: trace.answer?.key ?? null,
      right: trace.grade && asRight(trace.grade),
      score: trace.score?.score ?? null,
      ...(trace.score?.log === undefined ? {} : { log: trace.score.log }),
      tokens: trace.tokens.length,
    })),
    rounds: traces.flatMap(({ rounds }) =>
      rounds.map(({ round, answer, asked, thinkingTokens }) => ({
        round,
        right: asked ? (rightness(answer) ?? (answer ? null : knownWrong(run))) : null,
        thinkingTokens,
      })),
    ),
    tokens: run.usage.decodedTokens,
    forwards: run.usage.forwards,
    modelSeconds: run.usage.modelSeconds,
    seconds: run.elapsedMs / 1000,
    ...(failure ? { failure } : {}),
  };
}

/** Sequences that are whole traces, not steps or what a verifier had to write. */
const traceLabels: ReadonlySet<string> = new Set(['only-trace', 'trace', 'attempt']);

const asRight = ({ outcome }: Grade): boolean | null => (outcome === 'ungraded' ? null : outcome === 'right');

/** No answer at all is wrong wherever there is a right one. */
const knownWrong = ({ experiment }: RunState): boolean | null =>
  experiment && hasReference(experiment.problem) ? false : null;

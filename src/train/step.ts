import type { Effort } from '#experiment/experiment.ts';
import type { LanePool } from './lane-pool.ts';
import type { StepMeasures } from './events.ts';
import { type JudgedGroup, judgeGroup } from './judged.ts';
import type { SequenceLogs, WrittenTrace } from './lane.ts';
import { lessonsOf, ruleOf, type WeighedTrace, weighedTraces } from './lessons.ts';
import type { DrawProblem } from './problems/draw.ts';
import { written } from './rewards.ts';
import type { TrainingSetup } from './setup.ts';
import { problemStream, seedAt } from './streams.ts';

/** How often groups without a signal are drawn anew in a step, at most. */
const mostRedraws = 3;
/** Steps over which the learning rate rises, and the length at which gradients are cut: those of `training/rl/grpo/`. */
const warmUp = 5;
const maxNorm = 1;

/**
 * The groups of a step. With dynamic sampling (DAPO, arXiv 2503.14476, section 3.2) those without a signal are made up for by groups on
 * new problems, three times at most: where hardly any group has one, a step would never end.
 */
export async function drawGroups(
  setup: TrainingSetup,
  step: number,
  pool: LanePool,
  draw: DrawProblem,
  signal: AbortSignal,
): Promise<readonly JudgedGroup[]> {
  const { method, problems, group, temperature, maxTokens } = setup;
  const again = method.kind === 'grpo' && method.dynamicSampling ? mostRedraws : 0;
  const groups: JudgedGroup[] = [];
  for (let round = 0; round <= again; round += 1) {
    const missing = problems - groups.filter(({ silent }) => !silent).length;
    if (missing === 0) break;
    const wishes = Array.from({ length: missing }, (_, at) => {
      const seed = seedAt(setup.seed, step, groups.length + at);
      const random = problemStream(seed);
      const problem = draw(random);
      const effort: Effort = setup.effort === 'both' ? (random.next() < 0.5 ? 'low' : 'high') : setup.effort;
      return { problem, effort, count: group, seed, temperature, maxTokens };
    });
    const traces = await pool.sample(wishes, signal);
    groups.push(
      ...wishes.map(({ problem, effort }, at) =>
        judgeGroup(method, { problem, effort, traces: traces[at] ?? [] }),
      ),
    );
  }
  return groups;
}

/** What learning from a step's groups came to. Sums over all tokens that were learnt from. */
export interface StepLearning {
  readonly tokens: number;
  readonly kl: number;
  readonly clipped: number;
  /** Lengths of the gradients before they were cut, one an update. */
  readonly lengths: readonly number[];
}

/**
 * Learns from a step's groups: updates, each on its share of them. The first is on the policy that wrote the traces; from the second on
 * the ratio and its clipping matter. Groups without a signal are left out, as in `training/`: they would only be pulled back to the
 * reference, and cost time.
 *
 * Log-probabilities of the policy that wrote the traces are taken from f32, as it stands before the step; the sampler's own, of the same
 * weights in 8 bits, differ a little. Rejects with AbortError as long as nothing has been learnt yet; from then on it goes through.
 *
 * @returns null where a gradient was no number: it changes nothing, and no update follows it.
 */
export async function learnStep(
  setup: TrainingSetup,
  step: number,
  groups: readonly JudgedGroup[],
  pool: LanePool,
  signal: AbortSignal,
): Promise<StepLearning | null> {
  const told = groups.filter(({ silent }) => !silent);
  const parts = Array.from({ length: setup.updates }, (_, part) =>
    told.filter((_group, at) => at % setup.updates === part).flatMap((group) => weighedTraces(setup, group)),
  ).filter(({ length }) => length > 0);
  const logs = await logsBefore(setup, parts, pool);
  signal.throwIfAborted();
  let [tokens, kl, clipped] = [0, 0, 0];
  const lengths: number[] = [];
  for (const [at, traces] of parts.entries()) {
    const sum = await pool.gradient(lessonsOf(setup, traces, logs[at] ?? null), ruleOf(setup, traces.length));
    if (at === 0) signal.throwIfAborted();
    const rate = setup.rate * Math.min(1, step / warmUp);
    const length = await pool.apply(sum.gradient, { rate, maxNorm });
    if (!Number.isFinite(length)) return null;
    lengths.push(length);
    tokens += sum.tokens;
    kl += sum.kl;
    clipped += sum.clipped;
  }
  return { tokens, kl, clipped, lengths };
}

/** What the step's updates need to know of the policy before the first of them, and of the reference. */
async function logsBefore(
  { method, temperature }: TrainingSetup,
  parts: readonly (readonly WeighedTrace[])[],
  pool: LanePool,
): Promise<readonly (readonly SequenceLogs[] | null)[]> {
  if (method.kind === 'star') return parts.map(() => null);
  const reference = method.beta > 0 ? (['reference'] as const) : [];
  const [first = [], ...rest] = parts;
  const of = async (traces: readonly WeighedTrace[], weights: readonly ('policy' | 'reference')[]) =>
    weights.length === 0 || traces.length === 0
      ? null
      : pool.logs(
          traces.map(({ trace }) => trace.sequence),
          { weights, temperature },
        );
  const others = await of(rest.flat(), ['policy', ...reference]);
  let from = 0;
  return [
    await of(first, reference),
    ...rest.map(({ length }) => others?.slice(from, (from += length)) ?? null),
  ];
}

/** What a step came to, as the log has it. */
export function stepMeasures(
  { method }: TrainingSetup,
  groups: readonly JudgedGroup[],
  { tokens, kl, clipped, lengths }: StepLearning,
): StepMeasures {
  const traces = groups.flatMap((group) => group.traces);
  const mean = (of: (trace: WrittenTrace) => number) => sum(traces.map(of)) / traces.length;
  const learnt = tokens > 0;
  return {
    reward: sum(groups.flatMap(({ rewards }) => rewards)) / traces.length,
    accuracy: mean(({ right }) => Number(right)),
    formed: mean(({ formed }) => Number(formed)),
    thinking: mean(({ thought }) => Number(thought > 0)),
    tokens: mean(written),
    waits: mean(({ waits }) => waits),
    kl: learnt && method.kind === 'grpo' && method.beta > 0 ? kl / tokens : null,
    clipped: learnt ? clipped / tokens : null,
    gradient: learnt ? sum(lengths) / lengths.length : null,
    groups: groups.length,
    silentGroups: groups.filter(({ silent }) => silent).length,
    written: sum(traces.map(written)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

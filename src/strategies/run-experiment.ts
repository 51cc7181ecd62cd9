import { loadReplies } from '#replies';
import { grade } from '#answers/grade.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { answerForm, hasReference, withoutReference } from '#experiment/problem.ts';
import { secondModel, secondModelWrites } from '#experiment/second-model.ts';
import { verifierUse, type Strategy, type StrategyKind } from '#experiment/strategies.ts';
import { discriminatorUnfit, unavailable } from '#experiment/fit.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { partMissing, PolicyError, toFailure } from '#policy/policy-error.ts';
import { TokenBudget } from '#policy/session/budget.ts';
import { Numbers } from '#policy/session/numbers.ts';
import type { Recall } from '#policy/session/recall.ts';
import type { Session } from '#policy/session/session.ts';
import { withStart } from '#policy/session/with-start.ts';
import { addUsage, subtractUsage } from '#policy/usage.ts';
import { type Answer, type LogEntry, type ModelStamp, noUsage, type RunEvent } from '#run/events.ts';
import { interruptedRun, otherWeights } from '#run/interrupted.ts';
import { prunes } from '#run/prune.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { atHand } from './at-hand.ts';
import type { Algorithms, StrategyRun } from './strategy.ts';

/** What the runner gets from the world around it. */
export interface RunEnvironment {
  /** Milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Opens the model that an experiment names besides its own, as verifier or discriminator, by its id. Called only where one does; rejects with PolicyError, or AbortError. */
  readonly openVerifier?: (id: string) => Promise<LanguageModel>;
  /** Rejects where a part of the program that is being fetched never comes. Waited for without end unless given. */
  readonly unlessStalled?: <Part>(part: Promise<Part>) => Promise<Part>;
}

/**
 * Runs an experiment to its end and yields its log. The last entry is `run-finished`, `run-cancelled` or `run-failed`;
 * nothing is thrown. Grades come from here: strategies never see the reference.
 *
 * @param interrupted the log of a run of the same experiment, to go on from. What it has written is recalled instead of
 *   drawn again; on a model whose outputs are the same each time, the whole is the run that was never interrupted.
 */
export async function* runExperiment(
  experiment: Experiment,
  model: LanguageModel,
  surroundings: RunEnvironment,
  interrupted?: readonly LogEntry[],
): AsyncGenerator<LogEntry, void> {
  const { now, signal } = surroundings;
  const broken = (error: unknown): RunEvent =>
    signal.aborted ? { type: 'run-cancelled' } : { type: 'run-failed', failure: toFailure(error) };
  const earlier = interrupted ? interruptedRun(interrupted) : null;
  let second: LanguageModel | null;
  let recall: Recall | null = null;
  try {
    await loadReader(experiment, surroundings);
    if (earlier && interrupted) recall = new (await loadSearches(surroundings)).Recall(interrupted);
    second = await openSecond(experiment, model, surroundings);
  } catch (error) {
    yield { at: 0, event: broken(error) };
    return;
  }
  const started = now();
  // A model that judges itself is counted once.
  const models = [...new Set([model, ...(second ? [second] : [])])];
  const spent = () => models.map((one) => one.usage()).reduce(addUsage);
  const spentBefore = spent();
  const entry = (event: RunEvent): LogEntry => ({ at: Math.round(now() - started), event });
  const usage = (): LogEntry =>
    entry({ type: 'usage', usage: addUsage(earlier?.spent ?? noUsage, subtractUsage(spent(), spentBefore)) });
  const gradeOf = (answer: Answer) => grade(experiment.problem, answer);

  const other =
    earlier &&
    (
      [
        [earlier.model, model],
        [earlier.verifierModel, second],
      ] as const
    ).find(([then, here]) => then?.weightsSha256 !== here?.info.weightsSha256);
  if (other) {
    yield entry({ type: 'run-failed', failure: otherWeights((other[1] ?? model).info.name) });
    return;
  }
  yield entry({
    type: 'run-started',
    experiment,
    model: stampOf(model),
    ...(second ? { verifierModel: stampOf(second) } : {}),
    ...(earlier ? { resumed: { spent: earlier.spent } } : {}),
  });
  let chosen: Answer | null = null;
  try {
    const { problem, sampling, strategy, budget, seed } = experiment;
    const pruned = prunes(experiment);
    const session: Session = {
      problem: withoutReference(problem),
      sampling,
      signal,
      budget: new TokenBudget(budget.tokens),
      numbers: new Numbers(seed),
      ...(pruned ? { pruned } : {}),
      ...(second ? asSecond(second, experiment) : {}),
      ...(recall ? { recall } : {}),
      ...(experiment.start ? withStart(model, experiment.start.text) : { model }),
      ...('verifier' in strategy && strategy.verifier.kind === 'oracle' && hasReference(problem)
        ? { oracle: gradeOf }
        : {}),
    };
    for await (const event of await start(strategy, session, surroundings)) {
      recall?.follow(event);
      yield entry(event);
      if (event.type === 'answer-extracted' && event.answer) {
        yield entry({ type: 'answer-graded', sequence: event.sequence, grade: gradeOf(event.answer) });
      }
      if (event.type === 'sequence-ended') yield usage();
      if (event.type === 'answer-chosen') chosen = event.answer;
    }
  } catch (error) {
    yield usage();
    yield entry(broken(error));
    return;
  }
  yield usage();
  yield entry({ type: 'run-finished', grade: chosen && gradeOf(chosen) });
}

/** The model that the experiment names besides its own; null where it names none. */
async function openSecond(
  { strategy }: Experiment,
  policy: LanguageModel,
  { openVerifier }: RunEnvironment,
): Promise<LanguageModel | null> {
  const id = secondModel(strategy);
  if (id === null) return null;
  if (id === policy.info.id) return policy;
  if (!openVerifier)
    throw new PolicyError({ code: 'unsupported', why: { kind: 'no-second-model', model: id } });
  const second = await openVerifier(id);
  const reason = secondModelWrites(strategy) ? discriminatorUnfit(policy.info, second.info) : null;
  if (reason !== null) throw new PolicyError({ code: 'unsupported', why: { kind: 'discriminator', reason } });
  return second;
}

/** What the other model is there for: it completes traces that begin as the policy's do, or its value head scores. */
function asSecond(
  model: LanguageModel,
  { strategy, start: begun }: Experiment,
): Pick<Session, 'discriminator' | 'verifierModel'> {
  if (!secondModelWrites(strategy)) return { verifierModel: model };
  return { discriminator: begun ? withStart(model, begun.text).model : model };
}

function stampOf({ info: { id, name, weightsSha256, driver } }: LanguageModel): ModelStamp {
  return { id, name, weightsSha256, ...(driver ? { driver } : {}) };
}

/** Of problems in words: what reads their answers is fetched with the first of them. */
async function loadReader(
  { problem }: Experiment,
  { signal, unlessStalled = (part) => part }: RunEnvironment,
): Promise<void> {
  if (answerForm(problem) !== 'words') return;
  try {
    await unlessStalled(loadReplies());
  } catch (cause) {
    signal.throwIfAborted();
    throw partMissing('answer-reader', cause);
  }
}

/** What is not at hand is fetched with the first run that needs it. */
async function loadSearches({ signal, unlessStalled = (part) => part }: RunEnvironment) {
  try {
    return await unlessStalled(import('./searches.ts'));
  } catch (cause) {
    signal.throwIfAborted();
    throw partMissing('searches', cause);
  }
}

async function algorithms(kind: StrategyKind, surroundings: RunEnvironment): Promise<Partial<Algorithms>> {
  return Object.hasOwn(atHand, kind) ? atHand : (await loadSearches(surroundings)).searches;
}

async function start(
  strategy: Strategy,
  session: Session,
  surroundings: RunEnvironment,
): Promise<StrategyRun> {
  const { [strategy.kind]: algorithm } = await algorithms(strategy.kind, surroundings);
  if (!algorithm) throw new Error(`The strategy ${strategy.kind} has no algorithm`);
  const { info } = session.model;
  const lacks = unavailable(strategy, { ...info, thinks: info.thinking !== undefined });
  if (lacks) throw new PolicyError({ code: 'unsupported', why: { kind: lacks, model: info.name } });
  const verifier =
    'verifier' in strategy
      ? (await loadSearches(surroundings)).createVerifier(
          strategy.verifier,
          session,
          verifierUse(strategy) ?? 'traces',
        )
      : null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both belong to the same kind, which the compiler cannot follow through the table
  return (algorithm as (session: Session, settings: Strategy, verifier: Verifier | null) => StrategyRun)(
    session,
    strategy,
    verifier,
  );
}

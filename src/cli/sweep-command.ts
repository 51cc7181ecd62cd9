import { availableParallelism } from 'node:os';
import type { Problem } from '#experiment/problem.ts';
import { progressOf, secondsLeft, shapeOf, type SweepShape } from '#lab/sweeps/cells.ts';
import { sweepFaults } from '#lab/sweeps/check.ts';
import { problemsOf } from '#lab/sweeps/problems.ts';
import type { SweepResult } from '#lab/sweeps/results-file.ts';
import { runCells } from '#lab/sweeps/run-cells.ts';
import { inShard, shardShape } from '#lab/sweeps/shards.ts';
import type { Cell, Sweep } from '#lab/sweeps/spec.ts';
import { sweepCommandWords } from '#words/en/sweep-commands.ts';
import { sweepFaultText } from './sweep-fault-text.ts';
import { armText } from './arm-text.ts';
import { exitCodes } from './exit-codes.ts';
import { type Flags, numberFlag, shardFlag } from './flags.ts';
import { type ModelsAtHand, modelsAtHand } from './models-at-hand.ts';
import { interrupted } from './open.ts';
import { readSweep } from './read-sweep.ts';
import { modelsOf } from './run-command.ts';
import { openCores } from './sweep-cores.ts';
import { measureHere } from './sweep-measure.ts';
import { openOutput, type SweepOutput } from './sweep-output.ts';
import { summaryTable } from './sweep-summary.ts';
import { SweepTally } from './sweep-tally.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a sweep on all cores and prints what came of it. With `--out` each run's outcome stands in the file as soon as it is
 * there; with `--resume` what stands there is not run again, but for runs that failed; with `--shard` one part of it is run.
 * Returns the exit code: 0 when all runs ended, 1 where some failed, 130 after Ctrl+C. Throws UsageError.
 */
export async function sweepCommand(flags: Flags): Promise<number> {
  const { out, resume = false } = flags;
  const cores =
    numberFlag('--cores', flags.cores, { min: 1, max: 256, whole: true }) ?? availableParallelism();
  const shard = shardFlag(flags.shard);
  if (shard && out === undefined) throw new UsageError(sweepCommandWords.shardWhat);
  const signal = interrupted();
  const models = modelsAtHand(flags, signal);
  const asked = await readSweep(flags, models);
  if (resume && out === undefined) throw new UsageError(sweepCommandWords.resumeWhat);
  if (asked) await problemsChecked(asked, models);
  const before: SweepResult[] = [];
  const output = out === undefined ? null : await openOutput(out, asked, resume, inShort(before));
  const sweep = output?.sweep ?? asked;
  if (!sweep) throw new UsageError(sweepCommandWords.nothingAsked);
  const problems = await problemsChecked(sweep, models);
  const whole = shapeOf(sweep, problems.length);
  const isAsked = (cell: Cell) => !shard || inShard(shard, cell);
  const shape = shard ? shardShape(whole, shard) : whole;
  const tally = new SweepTally(whole);
  for (const result of before.splice(0)) if (isAsked(result.cell)) tally.add(result);
  try {
    await measureAll({ models, sweep, problems, shape, isAsked, tally, output, cores, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    output?.close();
  }
  console.log(summaryTable(sweep, tally.cells));
  if (signal.aborted) {
    const kept = out === undefined ? null : { file: out, shard: flags.shard ?? null };
    console.error(sweepCommandWords.interrupted({ ...progressOf(shape, tally.arms), kept }));
    return exitCodes.stopped;
  }
  const failed = tally.cells.filter(({ outcome }) => outcome.failure).length;
  if (failed > 0) console.error(sweepCommandWords.failed(failed));
  return failed > 0 ? 1 : 0;
}

/** Keeps results without their traces. */
const inShort =
  (kept: SweepResult[]) =>
  ({ cell, outcome }: SweepResult): void =>
    void kept.push({ cell, outcome: { ...outcome, traces: [], rounds: [] } });

/** The problems of a sweep that can be run. Throws UsageError where it cannot. */
async function problemsChecked(sweep: Sweep, models: ModelsAtHand): Promise<readonly Problem[]> {
  await models.look(sweep.arms.flatMap(modelsOf));
  const { problems, missing } = await problemsOf(sweep.problems);
  const nameOf = (place: number) => {
    const arm = sweep.arms[place];
    return arm ? armText(arm, sweep.arms, sweep.tokens) : '';
  };
  const faults = sweepFaults(sweep, problems, models.find);
  if (faults.length > 0)
    throw new UsageError(faults.map((fault) => sweepFaultText(fault, nameOf)).join('\n'));
  if (missing > 0)
    console.error(sweepCommandWords.fewer({ there: problems.length, asked: problems.length + missing }));
  return problems;
}

interface Work {
  readonly models: ModelsAtHand;
  readonly sweep: Sweep;
  readonly problems: readonly Problem[];
  /** Of what is asked for, a shard perhaps. */
  readonly shape: SweepShape;
  readonly isAsked: (cell: Cell) => boolean;
  readonly tally: SweepTally;
  readonly output: SweepOutput | null;
  readonly cores: number;
  readonly signal: AbortSignal;
}

async function measureAll(work: Work): Promise<void> {
  const { models, sweep, problems, shape, isAsked, tally, output, cores, signal } = work;
  const { done, of } = progressOf(shape, tally.arms);
  // Runs that ask a server wait for it: as many at once as requests may be in flight, all in this process.
  const elsewhere = sweep.arms.some(({ model }) => models.find(model)?.engine === 'remote');
  const lanes = Math.max(1, Math.min((elsewhere ? models.concurrency : null) ?? cores, of - done));
  const progress = progressLine();
  const { lanes: measures, close } = elsewhere
    ? {
        lanes: Array.from({ length: lanes }, () => measureHere(signal, models.open)),
        close: async () => undefined,
      }
    : openCores(lanes, signal);
  const tell = () =>
    progress({
      ...progressOf(shape, tally.arms),
      seconds: secondsLeft(shape, tally.arms, lanes),
      cores: lanes,
    });
  try {
    tell();
    const isDone = (cell: Cell) => !isAsked(cell) || tally.isDone(cell);
    await runCells(sweep, problems, measures, isDone, (result) => {
      output?.append(result);
      tally.add(result);
      tell();
    });
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\n');
    await close();
  }
}

type Progress = Parameters<typeof sweepCommandWords.progress>[0];

/** Where a terminal shows it, one line that changes; else a line at the start and at each tenth. */
function progressLine(): (progress: Progress) => void {
  let tenth = -1;
  return (progress) => {
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${sweepCommandWords.progress(progress)}\u001b[K`);
      return;
    }
    const now = Math.floor((10 * progress.done) / progress.of);
    if (now > tenth) console.error(sweepCommandWords.progress(progress));
    tenth = now;
  };
}

import { poolOf } from '#train/lane-pool.ts';
import type { TrainingEntry, TrainingEvent } from '#train/events.ts';
import { trainModel } from '#train/train.ts';
import { encodeTraining } from '#train/training-link.ts';
import { explainAll } from '#words/explain.ts';
import { trainCommandWords } from '#words/en/train-commands.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Flags } from '../flags.ts';
import { interrupted } from '../open.ts';
import { openLanes } from './lanes.ts';
import { readTraining } from './read-training.ts';
import { openTrainingFolder } from './training-folder.ts';

/**
 * Trains an embedded model and prints how it goes. With `--out` the log stands in a folder as it grows, and the model at its end, or as
 * far as it came. Returns the exit code: 0 when it finished, 1 where it failed or diverged, 130 after Ctrl+C. Throws UsageError.
 */
export async function trainCommand(preset: string | undefined, flags: Flags): Promise<number> {
  const setup = await readTraining(preset, flags);
  const { out } = flags;
  const folder = out === undefined ? null : await openTrainingFolder(out);
  const signal = interrupted();
  const { lanes, model } = await openLanes(setup.model, flags.cores, signal);
  const pool = poolOf(lanes);
  const log: TrainingEntry[] = [];
  try {
    for await (const entry of trainModel(setup, { pool, model, now: () => performance.now(), signal })) {
      log.push(entry);
      folder?.add(entry);
      const line = lineOf(entry, setup.steps);
      if (line !== null) console.log(line);
    }
    await folder?.keepModel(log, await pool.exported(), await encodeTraining(setup));
    if (out !== undefined) console.error(trainCommandWords.written(out));
  } finally {
    pool.close();
  }
  return exitCodeOf(log.at(-1)?.event);
}

function lineOf({ at, event }: TrainingEntry, of: number): string | null {
  switch (event.type) {
    case 'step-done': {
      const { accuracy, thinking, tokens, silentGroups, groups } = event.measures;
      const { step } = event;
      return trainCommandWords.step({
        step,
        of,
        seconds: at,
        accuracy,
        thinking,
        tokens,
        silent: silentGroups,
        groups,
      });
    }
    case 'held-out-measured':
      return trainCommandWords.heldOut(event);
    case 'watched':
      return trainCommandWords.watched(event.trace.text);
    case 'training-finished':
      return trainCommandWords.finished(at);
    case 'training-paused':
      return trainCommandWords.paused(event.step);
    case 'training-diverged':
      return trainCommandWords.diverged(event.step);
    case 'training-failed':
      return explainAll(event.failure);
    case 'training-started':
    case 'training-resumed':
      return null;
  }
}

function exitCodeOf(event: TrainingEvent | undefined): number {
  if (event?.type === 'training-finished') return 0;
  return event?.type === 'training-paused' ? exitCodes.stopped : exitCodes.failed;
}

import type { Experiment } from '#experiment/experiment.ts';
import { itemAt } from '#experiment/surely.ts';
import { groupOf, type Policy, type TraceGroup } from '#lab/grpo/group.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import type { LabWorkers } from '#worker/lab-client.ts';

/** A group as it is drawn, to its end; a run that failed throws. */
export async function drawGroup(
  workers: LabWorkers,
  experiment: Experiment,
  signal: AbortSignal,
  onGroup?: (group: TraceGroup) => void,
): Promise<TraceGroup> {
  const log = await workers.run(experiment, {
    signal,
    ...(onGroup && { onEntries: (entries) => entries.length > 0 && onGroup(wholeGroup(entries)) }),
  });
  const end = log.at(-1)?.event;
  if (end?.type === 'run-failed') throw new PolicyError(end.failure);
  return wholeGroup(log);
}

function wholeGroup(log: readonly LogEntry[]): TraceGroup {
  const group = groupOf(fold(emptyRun, log));
  if (!group) throw new Error('what was drawn is no group');
  return group;
}

/** A group's traces as a policy reads them: split over the cores, in the order of the traces. */
export async function logsUnder(
  workers: LabWorkers,
  { model, temperature }: Policy,
  { traces }: TraceGroup,
  signal: AbortSignal,
) {
  const texts = traces.map(({ prompt, tokens }) => ({
    prefix: prompt.map(({ id }) => id),
    continuation: tokens.map(({ id }) => id),
  }));
  const share = Math.ceil(texts.length / workers.cores);
  const parts = Array.from({ length: Math.ceil(texts.length / share) }, (_, at) =>
    workers.score({ model, temperature, texts: texts.slice(at * share, (at + 1) * share) }, { signal }),
  );
  return (await Promise.all(parts)).flat();
}

/** Does each thing once, as many at a time as there are lanes, and ends early once `enough`. */
export async function eachInLanes<Item>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<void>,
  enough: () => boolean = () => false,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < items.length && !enough(); at = next++) await work(itemAt(items, at), at);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

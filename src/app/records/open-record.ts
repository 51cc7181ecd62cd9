import type { LogEntry } from '#run/events.ts';
import { records } from '#words/en/records.ts';
import type { App } from '../store/app.ts';
import { problemNotice } from '../store/transitions.ts';
import { openRecord } from './here.ts';

/** Something the page cannot do, in the words of a part that came later. */
export function complain(app: App, message: () => string): void {
  app.store.setState({ notice: { kind: 'problem', what: { kind: 'in-words', message } } });
}

/** The logs of kept runs; where one of them cannot be read that is said, and there are none. */
export async function readKept(
  app: App,
  ids: readonly string[],
): Promise<readonly (readonly LogEntry[])[] | null> {
  const logs: (readonly LogEntry[])[] = [];
  for (const id of ids) {
    const result = await openRecord(id).catch(() => null);
    if (result?.ok) logs.push(result.entries);
    else {
      if (result) app.store.setState({ notice: problemNotice(result.failure) });
      else complain(app, () => records.gone);
      return null;
    }
  }
  return logs;
}

/** Shows kept runs on the stage; several side by side. Resolves with whether they are there. */
export async function showKept(app: App, ids: readonly string[]): Promise<boolean> {
  const logs = await readKept(app, ids);
  if (logs) app.runs.openKept(logs);
  return logs !== null;
}

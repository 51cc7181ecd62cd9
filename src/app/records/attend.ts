import { records } from '#words/en/records.ts';
import type { App } from '../store/app.ts';
import { onNotKept, recorder } from './here.ts';
import { complain } from './open-record.ts';
import { shownRecord } from './shown-record.ts';

/** Says, once for each reason, that runs are not kept; and has a reload of this tab find the run that it shows. */
export function attend(app: App): void {
  const said = new Set<string>();
  onNotKept((why) => {
    if (said.has(why)) return;
    said.add(why);
    complain(app, () => records.notKept[why]);
  });
  addEventListener('pagehide', () => {
    const { log } = app.store.getState();
    const id = log && recorder.idOf(log.entries);
    shownRecord.set(id);
  });
}

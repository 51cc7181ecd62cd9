import { records } from '#words/en/records.ts';
import type { App } from '../store/app.ts';
import { shownRecord } from './entry.ts';
import { onNotKept, recorder } from './here.ts';
import { complain } from './open-record.ts';

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
    try {
      if (id) sessionStorage.setItem(shownRecord, id);
      else sessionStorage.removeItem(shownRecord);
    } catch {
      // Then a reload shows the setup alone.
    }
  });
}

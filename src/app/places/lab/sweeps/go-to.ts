import type { Sweep } from '#lab/sweeps/spec.ts';
import { areaFragment } from '#app/store/areas.ts';
import type { Sweeps } from '#app/sweeps/sweeps-around.ts';

/** Leads to another place of the lab, with a place of its own in the history. */
function goTo(within: string): void {
  location.hash = areaFragment('lab', within);
}

let justStarted: string | null = null;

/** To a sweep that a button started: the focus goes along, as the button is gone. */
export function goToSweep(id: string): void {
  justStarted = id;
  goTo(`sweeps/${id}`);
}

/** Whether the focus is to go to this sweep; told once. */
export function takesFocus(id: string): boolean {
  const takes = justStarted === id;
  justStarted = null;
  return takes;
}

export const goToSweeps = (): void => goTo('sweeps');

/** Where a sweep is set up. */
export const draftAddress = 'sweeps/new';

/** A sweep to be changed before it runs. */
export function edit(sweeps: Sweeps, sweep: Sweep): void {
  sweeps.setDraft(sweep);
  goTo(draftAddress);
}

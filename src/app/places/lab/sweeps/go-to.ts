import type { Sweep } from '#lab/sweeps/spec.ts';
import { areaFragment } from '#app/store/areas.ts';
import type { Sweeps } from '#app/sweeps/sweeps-around.ts';

/** Leads to another place of the lab, with a place of its own in the history. */
function goTo(within: string): void {
  location.hash = areaFragment('lab', within);
}

export const goToSweep = (id: string): void => goTo(`sweeps/${id}`);

export const goToSweeps = (): void => goTo('sweeps');

/** Where a sweep is set up. */
export const draftAddress = 'sweeps/new';

/** A sweep to be changed before it runs. */
export function edit(sweeps: Sweeps, sweep: Sweep): void {
  sweeps.setDraft(sweep);
  goTo(draftAddress);
}

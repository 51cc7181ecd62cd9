import { laterPart } from '../later-part.ts';
import type { App } from '../store/app.ts';
import { sweepMark } from './sweep-mark.ts';

/** All of sweeps; fetched when it is first needed. */
export const sweepsPart = laterPart(() => import('./here.ts'));

/** Goes on with the sweep that this tab ran when it was reloaded. */
export function wakeSweeps(app: App): void {
  if (sweepMark.get() === null) return;
  sweepsPart.come().then(
    ({ sweepsOf }) => sweepsOf(app).wake(),
    () => undefined,
  );
}

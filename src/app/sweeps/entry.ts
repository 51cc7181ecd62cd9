import { laterPart } from '../later-part.ts';
import type { App } from '../store/app.ts';

/** All of sweeps; fetched when it is first needed. */
export const sweepsPart = laterPart(() => import('./here.ts'));

const key = 'second-thought.sweep';

/** Which sweep goes on in this tab, as a reload finds it. */
export const sweepMark = {
  get(): string | null {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(id: string | null): void {
    try {
      if (id === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, id);
    } catch {
      // Then a reload offers to go on, and does not by itself.
    }
  },
};

/** Goes on with the sweep that this tab ran when it was reloaded. */
export function wakeSweeps(app: App): void {
  if (sweepMark.get() === null) return;
  sweepsPart.come().then(
    ({ sweepsOf }) => sweepsOf(app).wake(),
    () => undefined,
  );
}

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

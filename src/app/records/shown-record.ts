const key = 'second-thought.shown';

/** Which record this tab shows, as a reload finds it. */
export const shownRecord = {
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
      // Then a reload shows the setup alone.
    }
  },
};

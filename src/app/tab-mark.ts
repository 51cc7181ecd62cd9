/** What a tab remembers over a reload; null where there is nothing, or the browser keeps nothing. */
export interface TabMark {
  get(): string | null;
  set(id: string | null): void;
}

/** Kept in the tab's own storage. Where that is refused, a reload finds nothing. */
export function tabMark(name: string): TabMark {
  const key = `second-thought.${name}`;
  return {
    get() {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(id) {
      try {
        if (id === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, id);
      } catch {
        // Not remembered.
      }
    },
  };
}

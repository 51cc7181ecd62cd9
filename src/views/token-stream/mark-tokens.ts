/** Gives the tokens at these places of the trace a `data-` attribute, and takes it from all others of a stream. */
export function markTokens(root: HTMLElement, name: string, places: readonly number[]): void {
  const wanted = new Set(places);
  for (const token of root.querySelectorAll<HTMLElement>(`[data-${name}]`))
    if (!wanted.has(Number(token.dataset['index']))) delete token.dataset[name];
  if (wanted.size === 0) return;
  for (const token of root.querySelectorAll<HTMLElement>('[data-index]'))
    if (wanted.has(Number(token.dataset['index']))) token.dataset[name] = '';
}

/**
 * Asks anew for the style sheets that have not come. A part's script asks once for those it needs: from then on it would
 * come without them.
 *
 * Rejects where one does not come.
 */
export async function fetchMissingStyles(): Promise<void> {
  const missing = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(
    ({ sheet }) => sheet === null,
  );
  await Promise.all(missing.map(fetchAnew));
}

async function fetchAnew(link: HTMLLinkElement): Promise<void> {
  const again = document.createElement('link');
  again.rel = 'stylesheet';
  again.crossOrigin = link.crossOrigin;
  again.href = link.href;
  const come = new Promise((resolve, reject) => {
    again.addEventListener('load', resolve);
    again.addEventListener('error', () => reject(new Error(`${link.href} did not come`)));
  });
  // The old one is left until then: it may still be on its way.
  link.after(again);
  try {
    await come;
    if (link.sheet === null) link.remove();
  } catch (error) {
    again.remove();
    throw error;
  }
}

/** Style sheets that did not come. Browsers say so once, and differ in what sheet such a link has from then on. */
const failed = new Set<HTMLLinkElement>();

/** Called once, before parts are fetched: the page's own sheets have come or failed by then, as scripts wait for them. */
export function watchStyles(): void {
  for (const link of underway()) failed.add(link);
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failed.add(target);
    },
    { capture: true },
  );
}

const underway = () =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(
    (link) => link.sheet === null && !failed.has(link),
  );

/**
 * Waits for the style sheets that have been asked for, and asks anew for those that did not come. The build's loader asks
 * once for a sheet: it lets the first of several parts that share it wait for it, and the others come without it.
 *
 * Rejects where one does not come.
 */
export async function stylesHaveCome(): Promise<void> {
  if (!('document' in globalThis)) return;
  await Promise.all([...underway().map(come), ...[...failed].map(fetchAnew)]);
}

async function fetchAnew(link: HTMLLinkElement): Promise<void> {
  const again = document.createElement('link');
  again.rel = 'stylesheet';
  again.crossOrigin = link.crossOrigin;
  again.href = link.href;
  const coming = come(again);
  link.replaceWith(again);
  failed.delete(link);
  await coming;
}

const come = (link: HTMLLinkElement) =>
  new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${link.href} did not come`)));
  });

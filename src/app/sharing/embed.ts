/** What an embedded page may show, in the order it stands there. */
export const embedPanels = ['stage', 'timeline', 'result', 'teacher'] as const;
export type EmbedPanel = (typeof embedPanels)[number];
const usual: readonly EmbedPanel[] = ['stage', 'timeline', 'result'];

/** The panels that an address asks for with `?embed=stage,timeline`; null where it asks for the whole page. */
export function embedOf(search: string): readonly EmbedPanel[] | null {
  const asked = new URLSearchParams(search).get('embed');
  if (asked === null) return null;
  const names = asked.split(',').slice(0, 20);
  const panels = embedPanels.filter((panel) => names.includes(panel));
  return panels.length > 0 ? panels : usual;
}

/** The lines to be put into a page that embeds this one. */
export function embedSnippet(of: {
  readonly address: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}): string {
  const attributes = {
    src: of.address,
    title: of.title,
    width: String(of.width),
    height: String(of.height),
    loading: 'lazy',
    allow: 'fullscreen',
    style: 'border:0;max-width:100%',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

import type { Plugin } from 'vite';

/**
 * What messengers and social sites show of a shared address asks for the whole address of its picture, which a page that may stand
 * anywhere does not know. A build for a known place does: `SITE_URL=https://example.org/thoughts/ npm run build`.
 */
export function previewCard(site: string | undefined): Plugin {
  return {
    name: 'preview-card',
    apply: 'build',
    transformIndexHtml: (html) => (site === undefined || site === '' ? html : withSite(html, site)),
  };
}

/** The page's card with whole addresses. @throws where the site is no address of the web */
export function withSite(html: string, site: string): string {
  const base = new URL(site.endsWith('/') ? site : `${site}/`);
  if (!/^https?:$/.test(base.protocol)) throw new Error(`SITE_URL is no address of the web: ${site}`);
  const picture = 'property="og:image" content="./preview.png"';
  if (!html.includes(picture)) throw new Error('index.html names no picture for its card');
  const card = `<meta property="og:url" content="${base.href}" />
    <meta property="og:image" content="${new URL('preview.png', base).href}"`;
  return html.replace(`<meta ${picture}`, () => card);
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withSite } from './preview-card.ts';

const html = readFileSync('index.html', 'utf8');

describe('the card of shared addresses', () => {
  it('has whole addresses where the place of the page is known, with or without a slash at its end', () => {
    for (const site of ['https://example.org/thoughts', 'https://example.org/thoughts/']) {
      const card = withSite(html, site);
      expect(card).toContain(
        '<meta property="og:image" content="https://example.org/thoughts/preview.png" />',
      );
      expect(card).toContain('<meta property="og:url" content="https://example.org/thoughts/" />');
      expect(card).not.toContain('content="./preview.png"');
    }
  });
  it('takes addresses of the web only, and nothing that would end its attribute', () => {
    expect(() => withSite(html, 'javascript:alert(1)')).toThrow('SITE_URL');
    expect(() => withSite(html, 'thoughts')).toThrow();
    expect(withSite(html, 'https://example.org/"><script>')).not.toContain('"><script>');
  });
});

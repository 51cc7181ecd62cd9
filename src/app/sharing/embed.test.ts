import { expect, it } from 'vitest';
import { embedOf, embedSnippet } from './embed.ts';

it('an address asks for panels, in their own order, and is read as no more than that', () => {
  expect(embedOf('')).toBeNull();
  expect(embedOf('?lang=x')).toBeNull();
  expect(embedOf('?embed')).toEqual(['stage', 'timeline', 'result']);
  expect(embedOf('?embed=teacher,stage,<script>')).toEqual(['stage', 'teacher']);
});

it('a title cannot leave the snippet’s attribute', () => {
  expect(
    embedSnippet({ address: 'https://a.test/?embed#v6.x', title: '"><script>', width: 640, height: 400 }),
  ).toBe(
    '<iframe src="https://a.test/?embed#v6.x" title="&quot;&gt;&lt;script&gt;" width="640" height="400" loading="lazy" allow="fullscreen" style="border:0;max-width:100%"></iframe>',
  );
});

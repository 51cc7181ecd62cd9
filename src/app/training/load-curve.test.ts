import { explain } from '#words/explain.ts';
import { failures } from '#words/en/failures.ts';
import { learnFailures } from '#words/explain.ts';
import { describe, expect, it } from 'vitest';
import { curveBytes } from './curve-file.ts';
import { loadCurve } from './load-curve.ts';

learnFailures(failures);

const point = { accuracy: 0.1, thinking: 0.13, tokens: 13, waits: 0.1, kl: 0 };
const good = JSON.stringify({
  format: 1,
  what: 'GRPO on the base.',
  steps: [
    { step: 1, ...point },
    { step: 2, ...point },
  ],
});
const json = { 'content-type': 'application/json' };
const load = (answer: () => Response | Promise<Response>) =>
  loadCurve('a-model', new AbortController().signal, async () => answer());

describe('loadCurve', () => {
  it('brings the curve', async () =>
    expect(await load(() => new Response(good, { headers: json }))).toMatchObject({
      ok: true,
      curve: { what: 'GRPO on the base.' },
    }));

  it.each([
    ['curve-missing', () => new Response('', { status: 404 })],
    // What servers of single-page applications send for a file they do not have.
    ['curve-missing', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
    ['curve-unreadable', () => new Response('{', { headers: json })],
    ['curve-not-reached', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('says %s', async (code, answer) => {
    const result = await load(answer);
    expect(result).toMatchObject({ ok: false, failure: { code } });
    expect(result.ok || explain(result.failure).advice).toMatch(/\w/);
  });

  it('stops reading what is too long', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    expect(await load(() => new Response(endless, { headers: json }))).toMatchObject({
      ok: false,
      failure: { code: 'curve-unreadable' },
    });
    expect(sent).toBeLessThan(curveBytes * 3);
  });
});

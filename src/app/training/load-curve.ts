import type { Failure } from '#run/events.ts';
import { curveBytes, type CurveFile, parseCurve } from './curve-file.ts';

export type LoadedCurve =
  | { readonly ok: true; readonly curve: CurveFile }
  | { readonly ok: false; readonly failure: Failure };

/** Fetches how a model that ships with the page was trained. Never rejects; once aborted, its result means nothing. */
export async function loadCurve(
  model: string,
  signal: AbortSignal,
  fetchFile: typeof fetch = fetch,
): Promise<LoadedCurve> {
  try {
    const response = await fetchFile(`models/${model}/curve.json`, { signal });
    // Servers of single-page applications answer with the page itself where a file is missing.
    if (!response.ok || response.headers.get('content-type')?.startsWith('text/html'))
      return failed(notThere);
    const text = await boundedText(response, curveBytes);
    const curve = text === null ? null : parseCurve(text);
    return curve ? { ok: true, curve } : failed(unreadable);
  } catch {
    return failed(notReached);
  }
}

const failed = (failure: Failure): LoadedCurve => ({ ok: false, failure });

const notReached: Failure = { code: 'curve-not-reached' };
const notThere: Failure = { code: 'curve-missing' };
const unreadable: Failure = { code: 'curve-unreadable' };

/** The text of a response; null where it is longer than allowed, which is found out before all of it is read. */
async function boundedText(response: Response, most: number): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

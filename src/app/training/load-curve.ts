import { boundedText, TooBigError } from '#experiment/bounded-stream.ts';
import { ownFile } from '#policy/own-models.ts';
import type { Failure } from '#run/events.ts';
import { curveBytes, type CurveFile, parseCurve } from './curve-file.ts';

export type LoadedCurve =
  | { readonly ok: true; readonly curve: CurveFile }
  | { readonly ok: false; readonly failure: Failure };

/** Fetches how an embedded model was trained. Never rejects; once aborted, its result means nothing. */
export async function loadCurve(
  model: string,
  signal: AbortSignal,
  fetchFile: typeof fetch = fetch,
): Promise<LoadedCurve> {
  try {
    const path = `${model}/curve.json`;
    const own = ownFile(path);
    const response = own ? new Response(own) : await fetchFile(`models/${path}`, { signal });
    // Servers of single-page applications answer with the page itself where a file is missing.
    if (!response.ok || response.headers.get('content-type')?.startsWith('text/html'))
      return failed(notThere);
    const curve = response.body && parseCurve(await boundedText(response.body, curveBytes));
    return curve ? { ok: true, curve } : failed(unreadable);
  } catch (error) {
    return failed(error instanceof TooBigError ? unreadable : notReached);
  }
}

const failed = (failure: Failure): LoadedCurve => ({ ok: false, failure });

const notReached: Failure = { code: 'curve-not-reached' };
const notThere: Failure = { code: 'curve-missing' };
const unreadable: Failure = { code: 'curve-unreadable' };

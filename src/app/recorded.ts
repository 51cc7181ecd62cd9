import type { LogEntry } from '#run/events.ts';
import { side } from './panels/side.ts';
import { readRunFile } from './store/files.ts';

/** Set by the bundler: whether public/recorded/first-visit.json is there. */
declare const HAS_RECORDED_RUN: boolean;

/** The run that plays on a first visit, if the site has one. It is a saved run like any other, and read as carefully. */
export async function loadRecorded(): Promise<readonly LogEntry[] | null> {
  if (!HAS_RECORDED_RUN) return null;
  try {
    const response = await fetch(new URL('recorded/first-visit.json', document.baseURI));
    // A site without one may answer with its own page instead of 404.
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) return null;
    // With what says its steps, so that no words come after it.
    const [result] = await Promise.all([readRunFile(await response.blob()), side.come().catch(() => null)]);
    return result.ok ? result.entries : null;
  } catch {
    return null;
  }
}

import type { Failure } from '#run/events.ts';

/** Milliseconds that the server has to answer. */
const patience = 3000;

/** The module scripts that a page names, in their order: their names change with what is in them. */
export function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/<script\b[^>]*\stype="module"[^>]*\ssrc="([^"]+)"/g)].map(
    ([, address = '']) => address,
  );
}

/** Whether a server that answers with this page has another version than the one with these scripts. Another page says nothing. */
export function isOtherVersion(html: string, own: readonly string[]): boolean {
  const served = scriptsOf(html);
  return (
    /<title>Second Thought<\/title>/.test(html) &&
    served.length > 0 &&
    own.some((address) => !served.includes(address))
  );
}

/** Whether the page on the server is another version than the one that is open. False where the server does not answer. */
export async function isNewVersionOut(): Promise<boolean> {
  try {
    const response = await fetch(location.href.replace(/#.*/s, ''), {
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    const own = [...document.querySelectorAll('head > script[type=module][src]')].map(
      (script) => script.getAttribute('src') ?? '',
    );
    return response.ok && isOtherVersion(await response.text(), own);
  } catch {
    return false;
  }
}

/** After a new version, these are what an old page fails with: its files are gone, or other ones are in their place. */
const mayBeGone: readonly string[] = ['part-missing', 'model-not-found', 'model-damaged'];

/** The reason for a failure, where a new version of the page is what is behind it. */
export async function explainMissing(failure: Failure, isOut = isNewVersionOut): Promise<Failure> {
  return mayBeGone.includes(failure.code) && (await isOut()) ? { code: 'new-version' } : failure;
}

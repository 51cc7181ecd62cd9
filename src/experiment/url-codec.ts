import { fromBase64Url, toBase64Url } from './base64url.ts';
import { deflate, inflate } from './bounded-deflate.ts';
import { TooBigError } from './bounded-stream.ts';
import type { Comparison } from './comparison.ts';
import type { Experiment } from './experiment.ts';
import { checked, withCheck } from './link-check.ts';
import type { LinkFailure } from './link-failure.ts';
import { asksForBlank, fromLink, type LinkContent, toLink } from './link-v1.ts';
import { newestVersion, upgraded, versionOf } from './link-version.ts';
import type { Moment } from './moment.ts';

export type DecodedLink =
  | ({ readonly ok: true } & LinkContent)
  | { readonly ok: false; readonly failure: LinkFailure };

/**
 * Characters of a fragment, and bytes it may decompress to. A link of today has about a hundred, and up to some thousand
 * more where it carries a thought to start from.
 */
export const linkLimits = { characters: 24 * 1024, bytes: 64 * 1024 } as const;

/**
 * The experiment, what it is to be compared by and what it is opened at, as a URL fragment: `#v1.` and so on, base64url of deflated
 * compact JSON, defaults left out, and a check.
 * One experiment always gives one text in one browser; another browser may compress to other bytes, which read back as the same.
 */
export async function encodeExperiment(
  experiment: Experiment,
  compare?: Comparison,
  moment?: Moment,
): Promise<string> {
  const bytes = await deflate(JSON.stringify(toLink(experiment, compare, moment)));
  return withCheck(`#v${versionOf(experiment, compare, moment)}.${toBase64Url(bytes)}`);
}

/** Whether a fragment claims to be a link to an experiment; others, `#main` say, are none of this codec's business. */
export function isExperimentLink(fragment: string): boolean {
  return /^#?v[0-9]{1,6}\./.test(fragment);
}

/**
 * A link as it is copied from a sentence, without the full stop, bracket or quote that follows it; browsers write some of
 * these as `%22`. Bounded, so that a long text is gone through once.
 */
export function withoutTail(fragment: string): string {
  return fragment.replace(/(?:%[0-9a-f]{2}|[^a-z0-9_-]){1,20}$/i, '');
}

/** Reads a fragment, with or without its `#` and what followed it in a sentence. Never rejects: whatever it is given, the outcome is a value. */
export async function decodeExperiment(fragment: string): Promise<DecodedLink> {
  if (fragment.length > linkLimits.characters) return { ok: false, failure: { code: 'link-too-big' } };
  const text = checked(withoutTail(fragment)) ?? '';
  const [, digits, payload] = /^#?v([1-9][0-9]{0,5})\.([A-Za-z0-9_-]*)$/.exec(text) ?? [];
  if (Number(digits) > newestVersion) return { ok: false, failure: { code: 'link-newer' } };
  if (digits === undefined || payload === undefined) return { ok: false, failure: { code: 'link-damaged' } };
  try {
    const written: unknown = JSON.parse(await inflate(fromBase64Url(payload), linkLimits.bytes));
    const content = upgraded(written, Number(digits));
    const read = fromLink(content);
    return read
      ? { ok: true, ...read }
      : { ok: false, failure: { code: asksForBlank(content) ? 'link-blank-word' : 'link-damaged' } };
  } catch (error) {
    // Bad base64, bad compression, bad UTF-8 or bad JSON: a person can do the same about each of them.
    return { ok: false, failure: { code: error instanceof TooBigError ? 'link-too-big' : 'link-damaged' } };
  }
}

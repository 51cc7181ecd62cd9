import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '#experiment/base64url.ts';
import { deflate, inflate } from '#experiment/bounded-deflate.ts';
import { TooBigError } from '#experiment/bounded-stream.ts';
import { familySheet } from '#experiment/families.ts';
import { checked, withCheck } from '#experiment/link-check.ts';
import type { LinkFailure } from '#experiment/link-failure.ts';
import { newestVersion, versionOf } from '#experiment/link-version.ts';
import type { Problem } from '#experiment/problem.ts';
import { linkLimits, withoutTail } from '#experiment/url-codec.ts';
import { experimentOfCell, type Sweep, sweepSchema } from './spec.ts';

/** How the fragment of a sweep's link begins. */
export const sweepLinkStart = '#/lab/sweep/';

/** Bytes that a fragment may decompress to: arms that differ little pack well. */
const mostBytes = 1_000_000;

export type SweepLink =
  | { readonly ok: true; readonly fragment: string }
  /** It is too large for an address, its own problems most likely: a file holds it. */
  | { readonly ok: false; readonly characters: number; readonly most: number };

export type DecodedSweep =
  | { readonly ok: true; readonly sweep: Sweep }
  | { readonly ok: false; readonly failure: LinkFailure };

/**
 * A sweep as a URL fragment: `#/lab/sweep/v1.` and so on, and base64url of deflated JSON, and a check. The version is the oldest one whose
 * readers know everything in it, in the counting of links to experiments.
 */
export async function encodeSweep(sweep: Sweep): Promise<SweepLink> {
  const payload = toBase64Url(await deflate(JSON.stringify(sweep)));
  const fragment = withCheck(`${sweepLinkStart}v${versionOfSweep(sweep)}.${payload}`);
  return fragment.length > linkLimits.characters
    ? { ok: false, characters: fragment.length, most: linkLimits.characters }
    : { ok: true, fragment };
}

/** Whether a fragment claims to be a link to a sweep. */
export const isSweepLink = (fragment: string): boolean => fragment.startsWith(sweepLinkStart);

/** Reads a fragment, what followed it in a sentence left out. Never rejects: whatever it is given, the outcome is a value. */
export async function decodeSweep(fragment: string): Promise<DecodedSweep> {
  const failed = (code: LinkFailure['code']) => ({ ok: false, failure: { code } }) as const;
  if (fragment.length > linkLimits.characters) return failed('link-too-big');
  const [, digits, payload] =
    /^#\/lab\/sweep\/v([1-9][0-9]{0,5})\.([A-Za-z0-9_-]*)$/.exec(checked(withoutTail(fragment)) ?? '') ?? [];
  if (Number(digits) > newestVersion) return failed('link-newer');
  if (digits === undefined || payload === undefined) return failed('link-damaged');
  try {
    const read = v.safeParse(sweepSchema, JSON.parse(await inflate(fromBase64Url(payload), mostBytes)));
    return read.success ? { ok: true, sweep: read.output } : failed('link-damaged');
  } catch (error) {
    // Bad base64, bad compression, bad UTF-8 or bad JSON: a person can do the same about each of them.
    return failed(error instanceof TooBigError ? 'link-too-big' : 'link-damaged');
  }
}

/** The oldest version of links whose readers know all arms and problems. */
function versionOfSweep({ arms, problems: source, tokens }: Sweep): number {
  const problems: readonly Problem[] =
    source.kind === 'own' ? source.problems : [familySheet(source.family).usual];
  const [first] = problems;
  const cell = { arm: 0, problem: 0, repeat: 0 };
  return Math.max(
    1,
    ...(first ? arms.map((arm) => versionOf(experimentOfCell(arm, first, cell, tokens))) : []),
    problems.reduce((newest, problem) => Math.max(newest, familySheet(problem).link.since(problem)), 1),
  );
}

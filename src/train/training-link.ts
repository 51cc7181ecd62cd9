import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '#experiment/base64url.ts';
import { deflate, inflate } from '#experiment/bounded-deflate.ts';
import { TooBigError } from '#experiment/bounded-stream.ts';
import { checked, withCheck } from '#experiment/link-check.ts';
import type { LinkFailure } from '#experiment/link-failure.ts';
import { linkLimits, withoutTail } from '#experiment/url-codec.ts';
import { type TrainingSetup, trainingSetupSchema } from './setup.ts';

/** How the fragment of a training's link begins. */
export const trainingLinkStart = '#/lab/training/';

/** What is written. A setup that older pages cannot read needs a new one. */
const version = 1;

export type DecodedTraining =
  | { readonly ok: true; readonly setup: TrainingSetup }
  | { readonly ok: false; readonly failure: LinkFailure };

/** A training as a URL fragment: `#/lab/training/v1.`, base64url of the deflated setup, and a check. */
export async function encodeTraining(setup: TrainingSetup): Promise<string> {
  return withCheck(`${trainingLinkStart}v${version}.${toBase64Url(await deflate(JSON.stringify(setup)))}`);
}

/** Whether a fragment claims to be a link to a training. */
export const isTrainingLink = (fragment: string): boolean => fragment.startsWith(trainingLinkStart);

/** Reads a fragment, what followed it in a sentence left out. Never rejects: whatever it is given, the outcome is a value. */
export async function decodeTraining(fragment: string): Promise<DecodedTraining> {
  const failed = (code: LinkFailure['code']) => ({ ok: false, failure: { code } }) as const;
  if (fragment.length > linkLimits.characters) return failed('link-too-big');
  const [, digits, payload] =
    /^#\/lab\/training\/v([1-9][0-9]{0,5})\.([A-Za-z0-9_-]*)$/.exec(checked(withoutTail(fragment)) ?? '') ??
    [];
  if (Number(digits) > version) return failed('link-newer');
  if (digits === undefined || payload === undefined) return failed('link-damaged');
  try {
    const text = await inflate(fromBase64Url(payload), linkLimits.bytes);
    const read = v.safeParse(trainingSetupSchema, JSON.parse(text));
    return read.success ? { ok: true, setup: read.output } : failed('link-damaged');
  } catch (error) {
    // Bad base64, bad compression, bad UTF-8 or bad JSON: a person can do the same about each of them.
    return failed(error instanceof TooBigError ? 'link-too-big' : 'link-damaged');
  }
}

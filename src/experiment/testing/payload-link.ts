import { deflate } from '../bounded-deflate.ts';
import { decodeExperiment } from '../url-codec.ts';

/** A link with anything in it. */
export const payloadLink = async (payload: unknown, version = 1): Promise<string> =>
  `#v${version}.${Buffer.from(await deflate(typeof payload === 'string' ? payload : JSON.stringify(payload))).toString('base64url')}`;

/** How a link is read: `ok`, or the code of its failure. */
export const codeOf = async (fragment: string): Promise<string> => {
  const result = await decodeExperiment(fragment);
  return result.ok ? 'ok' : result.failure.code;
};

import { isKeyOf } from '#experiment/keys-of.ts';
import { PolicyError } from '#policy/policy-error.ts';

const algorithms = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const;

/**
 * Checks a file against its subresource-integrity hash (`sha256-…`). Without a hash nothing is checked.
 * Rejects with PolicyError `model-damaged`.
 */
export async function checkIntegrity(
  bytes: Uint8Array<ArrayBuffer>,
  integrity: string | undefined,
  address: string,
): Promise<void> {
  if (integrity === undefined) return;
  const [, algorithm, expected] = /^(sha256|sha384|sha512)-(.+)$/.exec(integrity) ?? [];
  const digest =
    algorithm !== undefined && isKeyOf(algorithms, algorithm)
      ? await crypto.subtle.digest(algorithms[algorithm], bytes)
      : null;
  if (digest && btoa(String.fromCharCode(...new Uint8Array(digest))) === expected) return;
  throw new PolicyError({ code: 'model-damaged', why: { kind: 'file-hash', file: address } });
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The part of Trusted Types that is used; browsers without it have none. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { readonly createScriptURL: (address: string) => string }): unknown;
}

/**
 * Scripts and workers come from the page's own server: the browser asks here for each address that is a string, and takes
 * nothing where this throws. The page calls it, and each worker that starts others. Strings never become code or markup at all, so there is no rule for those.
 * (Trusted Types, W3C; the policy is in scripts/content-policy.ts.)
 */
export function trustOwnAddresses(): void {
  const { trustedTypes }: typeof globalThis & { readonly trustedTypes?: TrustedTypes } = globalThis;
  trustedTypes?.createPolicy('default', {
    createScriptURL(address) {
      if (new URL(address, location.href).origin === location.origin) return address;
      throw new TypeError(`A script from another server was asked for: ${address}`);
    },
  });
}

import type { Plugin } from 'vite';

/**
 * What the page may load and run. Only its own scripts, WebAssembly and workers; no inline script or style. It may connect to
 * any server over https, and over http to this computer and, from a page that came over http itself, to others of its network: where a
 * person's own models and downloads are. Pictures are made of
 * what is drawn, as `data:` and `blob:`. Strings become scripts' addresses only through `src/worker/trusted-addresses.ts`.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https: http: data: blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** What a server should say besides; any page may show ours in a frame, for slides and notebooks. `npm start` sends it. */
export const pageHeaders = {
  'Content-Security-Policy': `${contentPolicy}; frame-ancestors *`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** Vite plugin: the policy in the built page, so that it holds on servers that send no headers. The server of `npm run dev` needs inline scripts. */
export function contentPolicyInPage(): Plugin {
  return {
    name: 'content-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

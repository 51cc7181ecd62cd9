/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core/clientsClaim.js';
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { CacheFirst } from 'workbox-strategies/CacheFirst.js';
import type { BuildFiles } from './build-files.ts';
import { keptWhenUsed, keptKey, takeOver } from './kept.ts';

/**
 * Keeps the page working with the server gone. A build is kept as a whole with the first visit, models when they are first
 * used. A new build waits beside the old one until a person asks for it, so that an open page never meets another's files.
 */

declare const self: ServiceWorkerGlobalScope;
/** Set by the bundler (scripts/offline.ts). */
declare const BUILD_FILES: BuildFiles;

const { page, used } = BUILD_FILES;

const revisions = new Map(
  used.map(({ url, revision }) => [new URL(url, self.registration.scope).href, revision ?? '']),
);
const cacheName = keptWhenUsed(self.registration.scope);

const build = new PrecacheController();
build.precache(page.map(({ url, revision }) => ({ url, revision })));

// Who asks what the server has now is not answered from what is kept.
const asksTheServer = (request: Request) => request.cache === 'no-store';
const ofBuild = new PrecacheRoute(build, { ignoreURLParametersMatching: [/./], cleanURLs: false });
const { match } = ofBuild;
ofBuild.match = (asked) => (asksTheServer(asked.request) ? undefined : match(asked));
registerRoute(ofBuild);

const bare = ({ origin, pathname }: URL) => origin + pathname;
registerRoute(
  ({ url, request }) => revisions.has(bare(url)) && !asksTheServer(request),
  new CacheFirst({
    cacheName,
    plugins: [
      {
        cacheKeyWillBeUsed: async ({ request }) => {
          const url = bare(new URL(request.url));
          return keptKey(url, revisions.get(url) ?? '');
        },
        // Some servers answer with their page where a file is missing.
        cacheWillUpdate: async ({ response }) =>
          response.status === 200 && !response.headers.get('content-type')?.startsWith('text/html')
            ? response
            : null,
      },
    ],
  }),
);

self.addEventListener('activate', (event) => event.waitUntil(forgetOtherRevisions()));

/** Files of builds before that are others now. */
async function forgetOtherRevisions(): Promise<void> {
  const cache = await caches.open(cacheName);
  const current = new Set([...revisions].map(([url, revision]) => keptKey(url, revision)));
  for (const request of await cache.keys()) if (!current.has(request.url)) await cache.delete(request);
}

self.addEventListener('message', ({ data }) => {
  if (data === takeOver) void self.skipWaiting();
});
clientsClaim();

import { partMissing } from '#policy/policy-error.ts';
import { whilePartComes } from './arrival.ts';
import type { LibraryHost } from './library-host.ts';

/**
 * The library as a part that is fetched with the first call of it, or the first model that does not ship with the page. Calls
 * reject with PolicyError `part-missing` where it does not come.
 */
export function laterLibrary(
  load: () => Promise<{ readonly browserLibrary: () => LibraryHost }> = () => import('./library-part.ts'),
): LibraryHost {
  let host: Promise<LibraryHost> | null = null;
  const come = () =>
    (host ??= whilePartComes(load())
      .then(({ browserLibrary }) => browserLibrary())
      .catch((cause: unknown) => {
        host = null; // so that a later try may succeed
        throw partMissing('model-list', cause);
      }));
  const handlers = async () => (await come()).handlers;
  return {
    find: async (id) => (await come()).find(id),
    handlers: {
      report: async (...call) => (await handlers()).report(...call),
      size: async (...call) => (await handlers()).size(...call),
      download: async (...call) => (await handlers()).download(...call),
      remove: async (...call) => (await handlers()).remove(...call),
      custom: async (...call) => (await handlers()).custom(...call),
    },
  };
}

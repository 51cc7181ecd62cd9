import { sleep } from '../webllm/files/browser-platform.ts';
import { serverEngine } from './server-engine.ts';

/** Servers as a page or its workers ask them. */
export const servers = serverEngine(
  {
    fetch: (...ask) => fetch(...ask),
    sleep,
    secure: globalThis.location?.protocol === 'https:',
  },
  () => performance.now() / 1000,
);

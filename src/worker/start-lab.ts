import { createLab, type Lab } from './lab-client.ts';

/** The lab in its own worker, as the bundler builds it. */
export function startLab(): Lab {
  const models = new URL('models/', document.baseURI).href;
  return createLab(() => new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module', name: 'lab' }), models);
}

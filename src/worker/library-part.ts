import { browserPlatform } from '#policy/webllm/files/browser-platform.ts';
import { loadGpuModels } from '#policy/webllm/models/model-list.ts';
import { readMachine } from '#policy/webllm/models/read-machine.ts';
import { hostLibrary } from './library-host.ts';

/** The library on the browser's own machine, files and list of models. */
export const browserLibrary = () =>
  hostLibrary({
    listed: loadGpuModels,
    machine: () => readMachine(navigator),
    platform: browserPlatform,
  });

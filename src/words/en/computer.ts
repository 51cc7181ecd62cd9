import { room } from '../language.ts';
import { bytes } from './format.ts';

/** This computer: what it offers to models on the graphics processor, and what to do where it offers nothing. */
export const computer = room('computer', {
  title: 'This computer',
  gpu: 'Graphics processor',
  noWebGpu: 'not available to this page',
  noAdapter: 'none that can be used',
  software: (name: string) => `${name} (computed by the processor, very slow)`,
  halfFloats: '16-bit floats',
  yes: 'yes',
  onlyFullFloats: 'no, so f32 versions',
  free: 'Free for this page',
  freeBytes: (count: number) => bytes(count),
  unknown: 'unknown',
  kept: 'Downloads are kept',
  keptUntilRemoved: 'until you remove them',
  keptWhileSpace: 'unless space runs out',

  noneHere: 'No WebGPU',
  lacksWebGpu:
    '<b>This browser does not offer WebGPU, which these models need.</b> Everything else works: the models that come with the page need none, and runs of others can be imported and stepped through.',
  findsNoAdapter:
    '<b>WebGPU is here, but it finds no graphics processor that it can use.</b> Everything else works: the models that come with the page need none, and runs of others can be imported and stepped through.',
  howTo: 'How to get it',
  versions:
    'Chrome or Edge 113 and later have it on Windows, macOS and ChromeOS; Safari from version 26; Firefox from version 141 on Windows and 145 on macOS.',
  flags:
    'On Linux, or where the graphics driver is on the browser’s list of doubtful ones: open <c>chrome://flags</c>, set <c>Unsafe WebGPU Support</c> and <c>Vulkan</c> to Enabled, and restart the browser.',
  settings:
    'In the browser’s settings, <q>Use graphics acceleration when available</q> must be on. Update the graphics driver; <c>chrome://gpu</c> says what is wrong.',
  secure: 'The page must be opened over https or from localhost.',
});

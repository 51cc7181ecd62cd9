import { room } from '../language.ts';
import { bytes } from './format.ts';

/** This computer: what it offers to models on the graphics processor, and what to do where it offers nothing. */
export const computer = room('computer', {
  title: 'This device',
  gpu: 'Graphics processor',
  noWebGpu: 'not available to this page',
  noAdapter: 'none that can be used',
  noAnswer: 'the browser did not answer',
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

  noneHere: 'No graphics processor',
  lacksWebGpu:
    '<b>This browser does not offer WebGPU, which these models need.</b> Everything else works: the models that come with the page need none, and runs of others can be imported and stepped through.',
  findsNoAdapter:
    '<b>The browser finds no graphics processor that it can use, and these models need one.</b> Everything else works: the models that come with the page need none, and runs of others can be imported and stepped through.',
  didNotAnswer:
    '<b>The browser did not answer when it was asked for a graphics processor, which these models need.</b> Its driver may hang. Ask again, or restart the browser. Everything else works: the models that come with the page need none.',
  /** By what is missing. */
  wordsNeed: {
    'no-webgpu':
      'Questions in words need a graphics processor; this browser offers none to this page (no WebGPU).',
    'no-adapter': 'Questions in words need a graphics processor; the browser finds none.',
    'no-answer':
      'Questions in words need a graphics processor; the browser did not answer when asked for one.',
  },
  /** In place of a question in words, by preset. */
  instead: {
    title: 'Any device can run:',
    'word-problem': 'A word problem',
    'knights-and-knaves': 'Knights and knaves',
    'vote-of-8': 'A vote on a sum',
  },
  getOne: 'How to get one',
  askAgain: 'Ask again',
  asking: 'Asking',
  howTo: 'How to get it',
  versions:
    'Chrome or Edge 113 and later have it on Windows, macOS and ChromeOS; Safari from version 26; Firefox from version 141 on Windows and 145 on macOS.',
  flags:
    'On Linux, or where the graphics driver is on the browser’s list of doubtful ones: open <c>chrome://flags</c>, set <c>Unsafe WebGPU Support</c> and <c>Vulkan</c> to Enabled, and restart the browser.',
  settings:
    'In the browser’s settings, <q>Use graphics acceleration when available</q> must be on. Update the graphics driver; <c>chrome://gpu</c> says what is wrong.',
  secure: 'The page must be opened over https or from localhost.',
});

import type { DriverReason } from '#run/facts/driver-reason.ts';
import { room } from '../language.ts';
import type { Sayings } from '../say.ts';
import { bytes, number, plural, roughPercent } from './format.ts';

/** Two digits of a difference that may be a hundredth of a thousandth. */
const shareOfSpread = (difference: number | null) =>
  difference === null ? 'more than a number can tell' : roughPercent(difference);

/** The list of models, and what is known of one. */
export const modelList = room('modelList', {
  all: 'All models',
  /** By engine: where a model runs. */
  origins: 'Where models come from',
  exact: 'Gives everyone the same tokens: its sums are exact to the bit, on every machine.',
  inexact: 'Results can differ between machines: arithmetic on graphics processors is not exact to the bit.',
  mayNotFit: (name: string) => `${name} (does not fit)`,

  trainIt: 'Train it yourself',
  embeddedIntro:
    'Trained by this project, each for one kind of problem. They run on any device, start at once, and give everyone the same tokens.',
  offline: 'Without a connection',
  keptOffline: ({ kept, of }: { readonly kept: number; readonly of: number }) =>
    kept === of
      ? 'This page and all of its models work without a connection.'
      : `This page works without a connection, and ${number(kept)} of its ${number(of)} models: those that were used.`,
  keepAll: (size: number) => `Keep all (${bytes(size)})`,
  stopKeeping: 'Stop',
  notKept: 'Not all could be fetched. Those that were are kept.',
  verifiers: 'Verifiers',
  verifiersWhat:
    'They judge what a model thinks, and think nothing themselves. Chosen in the setup, under Verifier.',
  parameters: (amount: string) => `${amount} parameters`,
  hasValueHead: 'says how promising a thought is',
  judges: { process: 'judges every step', outcome: 'judges outcomes' },
  use: 'Use',
  takeOne: (name: string) => `Use ${name}`,
  inUse: 'in use',
  chosenInVain: 'chosen, cannot run',

  gpuIntro:
    'Language models of general use, from half a billion parameters up. They answer questions in words and every problem of this page. Each is fetched once, when you ask for it; the thinking stays on this device.',
  lookAgain: 'Look again',
  reload: 'Reload the page',
  own: 'Your own',
  sizes: {
    small: 'Under 1 billion parameters',
    medium: '1 to 2 billion',
    large: '3 to 4 billion',
    largest: '7 to 9 billion',
    huge: 'Larger',
  },
  contrast: (count: number) =>
    plural(count, {
      one: 'For contrast: # that follows instructions and was not trained to reason',
      other: 'For contrast: # that follow instructions and were not trained to reason',
    }),
  reasons: 'reasons',
  sizeUnknown: 'size unknown',
  toDownload: (count: number) => `about ${bytes(count)} to download`,
  memory: (count: number) => `${bytes(count)} of memory`,
  context: (tokens: number) => `${number(tokens)} tokens of context`,
  stored: (count: number) => `On this device, ${bytes(count)}`,
  storedInPart: (count: number) => `${bytes(count)} are here; the rest can still be fetched`,
  version: (name: string) => `Version of ${name}`,
  recommended: (precision: string) => `${precision} (recommended here)`,
  /** How weights are stored: `f16, weights in 4 bits`. */
  precision: ({ floats, bits }: { readonly floats: string; readonly bits: string }) =>
    bits === '0' ? `f${floats}, unquantised` : `f${floats}, weights in ${bits} bits`,
  fullPrecision: 'Use the f32 version',

  fits: '<b>Fits this device.</b>',
  mayNotWork: (why: string) => `<b>May not work.</b> ${why}`,
  doesNotFit: (why: string) => `<b>Does not fit.</b> ${why}`,
  cannotRun: 'Cannot run here: no graphics processor.',
  remove: 'Remove',
  removeOne: (name: string) => `Remove ${name}`,
  removing: 'Removing',
  keep: 'Keep',
  askRemove: (name: string) => `Remove ${name}?`,
  removeStored: ({ name, size }: { readonly name: string; readonly size: number }) =>
    `Remove ${name} and free ${bytes(size)}? It can be downloaded again.`,
  removeOwn: (name: string) => `Take ${name} off the list? You would have to fill in the form again.`,
  removeOwnStored: ({ name, size }: { readonly name: string; readonly size: number }) =>
    `Remove ${name} and free ${bytes(size)}? You would have to fill in the form again.`,

  factNames: {
    parameters: 'Parameters',
    size: 'Size',
    context: 'Context',
    runsOn: 'Runs on',
    speed: 'Speed',
    driver: 'Driver',
    weights: 'Weights',
    verifier: 'Verifier model',
    discriminator: 'Second samplings by',
  },
  contextTokens: (tokens: number) => `${number(tokens)} tokens`,
  speedLater: 'known after a run',
  speed: (speed: string) => `${speed} tokens a second, measured in this run`,
  drivers: { batched: 'many texts at once', sequential: 'one text after another' },
  samplings: {
    gpu: 'Likely tokens are picked out on the graphics processor, as was checked too.',
    processor: 'Tokens are drawn on the processor.',
  },
  /** Why a model is driven like that, in a sentence or two. */
  driverReasons: {
    checked: ({ difference }) =>
      `Sequences run together and share what they have in common. Checked when the model was loaded: forked and batched steps gave the logits of single ones, to ${shareOfSpread(difference)} of their spread.`,
    'wrong-logits': ({ difference }) =>
      `Forked and batched steps did not give what single ones give: their logits differ by up to ${shareOfSpread(difference)} of their spread.`,
    'running-state': () =>
      'This model also keeps a running state, which can be forked at its end only; sequences run one after another.',
    'sliding-window': () =>
      'This model forgets the beginning of long texts, so no two sequences can share it.',
    'missing-functions': ({ functions }) =>
      `The model’s library lacks what batching needs (${functions.join(', ')}).`,
    'unknown-build': () => 'This version of WebLLM is not built the way batching needs.',
    'step-refused': () => 'The graphics processor refused a step over several sequences.',
    'library-ended': () => 'The model’s library stopped over a batch of several sequences.',
    'by-choice': () => 'Batching was left alone.',
    'as-saved': (saved) => saved.text,
  } satisfies Sayings<DriverReason>,
  secondModel: (name: string) => `${name}, weights <hash></hash>`,
});

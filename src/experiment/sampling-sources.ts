import type { Sampling } from './experiment.ts';
import { sources, type Source } from './sources.ts';

/** Where the usual values of sampling come from; the values stand in the words. */
export const samplingSources: { readonly [Knob in keyof Sampling]?: Source } = {
  temperature: sources.wangVote,
  topK: sources.fan,
  topP: sources.holtzman,
  minP: sources.nguyen,
};

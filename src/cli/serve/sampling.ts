import { randomInt } from 'node:crypto';
import type { SampleOptions } from '#policy/language-model.ts';
import type { SamplingRequest } from './schemas.ts';

/** How a request samples, in the runtime's terms. Without a seed it gets one by chance. */
export function samplingOf(
  request: SamplingRequest,
  { maxTokens, alternatives }: Required<Pick<SampleOptions, 'maxTokens' | 'alternatives'>>,
): SampleOptions & { readonly alternatives: number } {
  return {
    n: request.n,
    temperature: request.temperature,
    topK: Math.max(0, request.top_k),
    topP: request.top_p,
    minP: request.min_p,
    maxTokens,
    stop: request.stop,
    seed: request.seed ?? randomInt(2 ** 32),
    alternatives,
  };
}

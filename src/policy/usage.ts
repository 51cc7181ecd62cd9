import type { Usage } from '#run/events.ts';

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    prefilledTokens: a.prefilledTokens + b.prefilledTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    decodedTokens: a.decodedTokens + b.decodedTokens,
    forwards: a.forwards + b.forwards,
    modelSeconds: a.modelSeconds + b.modelSeconds,
  };
}

export function subtractUsage(a: Usage, b: Usage): Usage {
  return addUsage(a, {
    prefilledTokens: -b.prefilledTokens,
    cachedTokens: -b.cachedTokens,
    decodedTokens: -b.decodedTokens,
    forwards: -b.forwards,
    modelSeconds: -b.modelSeconds,
  });
}

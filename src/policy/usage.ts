import type { ServerUsage, Usage } from '#run/events.ts';

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    prefilledTokens: a.prefilledTokens + b.prefilledTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    decodedTokens: a.decodedTokens + b.decodedTokens,
    forwards: a.forwards + b.forwards,
    modelSeconds: a.modelSeconds + b.modelSeconds,
    ...(a.takenBackTokens || b.takenBackTokens
      ? { takenBackTokens: (a.takenBackTokens ?? 0) + (b.takenBackTokens ?? 0) }
      : {}),
    ...(a.server || b.server ? { server: addServer(a.server, b.server) } : {}),
  };
}

function addServer(a: Usage['server'], b: Usage['server']): ServerUsage {
  return {
    retries: (a?.retries ?? 0) + (b?.retries ?? 0),
    estimatedTokens: (a?.estimatedTokens ?? 0) + (b?.estimatedTokens ?? 0),
  };
}

export function subtractUsage(a: Usage, b: Usage): Usage {
  return addUsage(a, {
    prefilledTokens: -b.prefilledTokens,
    cachedTokens: -b.cachedTokens,
    decodedTokens: -b.decodedTokens,
    forwards: -b.forwards,
    modelSeconds: -b.modelSeconds,
    ...(b.takenBackTokens ? { takenBackTokens: -b.takenBackTokens } : {}),
    ...(b.server
      ? { server: { retries: -b.server.retries, estimatedTokens: -b.server.estimatedTokens } }
      : {}),
  });
}

import type { Family } from './problem.ts';

/** What this room needs to know of a model; every ModelInfo is one. */
export interface ModelAbilities {
  readonly families: readonly Family[];
  readonly capabilities: { readonly valueHead: boolean; readonly fewShot: boolean; readonly instructions: boolean };
}
export type Capability = keyof ModelAbilities['capabilities'];

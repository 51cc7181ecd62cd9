import type { Family } from './problem.ts';

/** What this room needs to know of a model; every ModelInfo is one. */
export interface ModelAbilities {
  readonly families: readonly Family[];
  readonly capabilities: { readonly valueHead: boolean; readonly fewShot: boolean; readonly instructions: boolean };
  /** Has learnt to say whether a step is right (`ModelInfo.verdicts`). Who follows instructions can be asked instead. */
  readonly judges?: boolean;
  /** Marks where its thinking ends (`ModelInfo.thinking`); taken for granted where it is not said. */
  readonly thinks?: boolean;
}
export type Capability = keyof ModelAbilities['capabilities'];

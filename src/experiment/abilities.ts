import type { Family } from './problem.ts';

/** What this room needs to know of a model; every ModelInfo is one. */
export interface ModelAbilities {
  readonly families: readonly Family[];
  readonly capabilities: {
    readonly valueHead: boolean;
    readonly fewShot: boolean;
    readonly instructions: boolean;
    /** Has learnt to say whether a step is right. Who follows instructions can be asked instead; so with the others below. */
    readonly judge?: boolean;
    /** Has learnt to call a thought sure, likely or impossible. */
    readonly value?: boolean;
    /** Has learnt to ask itself sub-questions and to put the problem in other words. */
    readonly questions?: boolean;
  };
  /** Marks where its thinking ends (`ModelInfo.thinking`); taken for granted where it is not said. */
  readonly thinks?: boolean;
}
export type Capability = keyof ModelAbilities['capabilities'];

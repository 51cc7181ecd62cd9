import type { Experiment, StrategyKind } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';

/** What would be changed of a run, as facts: the words make a button of it. */
export type Next =
  | { readonly kind: 'vote'; readonly samples: number; readonly before: number }
  | { readonly kind: 'best-of'; readonly samples: number }
  | { readonly kind: 'judge'; readonly verifier: VerifierSpec['kind']; readonly model: string | null }
  | { readonly kind: 'scores-vote' }
  | { readonly kind: 'stop-early'; readonly samples: number }
  | {
      readonly kind: 'search';
      readonly strategy: StrategyKind;
      /** In place of another search. */
      readonly another: boolean;
    }
  | { readonly kind: 'wider'; readonly width: number; readonly before: number }
  | { readonly kind: 'narrower'; readonly width: number; readonly before: number }
  | { readonly kind: 'simulations'; readonly simulations: number; readonly before: number }
  | { readonly kind: 'deeper'; readonly steps: number; readonly before: number }
  | { readonly kind: 'think-first' }
  | { readonly kind: 'check-itself' }
  | { readonly kind: 'no-waits'; readonly waits: number }
  | { readonly kind: 'tokens'; readonly tokens: number; readonly before: number }
  | { readonly kind: 'budget' }
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'another-problem'; readonly problem: Problem };

export interface NextExperiment {
  readonly next: Next;
  readonly experiment: Experiment;
}

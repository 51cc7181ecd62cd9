import type { StrategyKind } from './strategies.ts';
import type { VerifierKind } from './verifier.ts';

/** What a program of an experiment does (`lab/as-code`). */
export type CodePlanKind = 'one' | 'vote' | 'vote-until-decided' | 'best' | 'wait' | 'revise' | 'search';

/** What it scores by. `likelihood`: the geometric mean of the tokens' probabilities. */
export type CodeScoreKind = 'likelihood' | 'agreement' | 'by-rule' | 'yes-or-no' | 'sure-or-not';

/** Where it does something else than the page: a fact, for words to say. */
export type CodeGap =
  /** It cannot do the strategy, and does the nearest that it can. */
  | { readonly kind: 'nearest'; readonly strategy: StrategyKind; readonly does: CodePlanKind }
  /** The strategy in its simplest form. */
  | { readonly kind: 'simple-search' }
  | { readonly kind: 'scored'; readonly verifier: VerifierKind; readonly by: CodeScoreKind }
  | { readonly kind: 'later-seeds' }
  | { readonly kind: 'no-budget' }
  | { readonly kind: 'no-start' }
  | { readonly kind: 'no-pruned' }
  | { readonly kind: 'chat-template' }
  | { readonly kind: 'more-tokens'; readonly tokens: number };

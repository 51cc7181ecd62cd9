import type { Family } from './problem.ts';
import type { ValueHeadSpec } from './verifier.ts';

/** What this room needs to know of a model; every ModelInfo is one. */
export interface ModelAbilities {
  readonly families: readonly Family[];
  readonly capabilities: ModelCapabilities;
  /** Marks where its thinking ends (`ModelInfo.thinking`); taken for granted where it is not said. */
  readonly thinks?: boolean;
  /** What it was trained to judge, of a model that only judges. */
  readonly verifier?: ValueHeadSpec['kind'];
}

/** What a model can carry. A strategy that needs more is greyed out with the reason. */
export interface ModelCapabilities {
  /** Can say how likely a prefix still reaches a right answer. */
  readonly valueHead: boolean;
  /** Makes use of worked examples in its prompt. */
  readonly fewShot: boolean;
  /** Follows instructions given in words: whatever is below can then be asked of it without having been learnt. */
  readonly instructions: boolean;
  /** Has learnt to say whether a step is right. */
  readonly judge?: boolean;
  /** Has learnt to call a thought sure, likely or impossible. */
  readonly value?: boolean;
  /** Goes on from any text, its own included; taken for granted where it is not said. */
  readonly goesOn?: boolean;
  /** Says how likely a text is that it did not draw; taken for granted where it is not said. */
  readonly scores?: boolean;
  /** Has learnt to ask itself sub-questions and to put the problem in other words. */
  readonly questions?: boolean;
}

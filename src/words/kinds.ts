import type { StrategyKind, StrategyKnob, StrategyOf } from '#experiment/strategies.ts';
import type { VerifierKind, VerifierKnob, VerifierOf } from '#experiment/verifier.ts';
import type { SharedKnob } from './shared-knobs.ts';

/** One of several that can be chosen. */
export interface OptionWords {
  readonly name: string;
  /** One line. */
  readonly does: string;
}

/** What a knob is called and does; of a choice, each of its options. */
export type KnobWords<Value = unknown> = OptionWords & {
  /** What the paper that the sheet names sets it to. */
  readonly paper?: string;
  /** Why it makes no difference, where the sheet knows when. */
  readonly idle?: string;
} & Options<Value>;

type Options<Value> = string extends Value
  ? unknown
  : [Value] extends [string]
    ? { readonly options: { readonly [Each in Value]: OptionWords } }
    : unknown;

/** The words of one kind of strategy. Knobs that others have too are worded in `knobs.ts`; what is different here stands here. */
export interface StrategyWords<Kind extends StrategyKind> extends OptionWords {
  /** The strategy and what matters most of its settings, in a few words; its name where nothing is said. */
  readonly brief?: (settings: StrategyOf<Kind>) => string;
  readonly knobs: {
    readonly [Knob in Exclude<StrategyKnob<Kind>, SharedKnob>]: KnobWords<
      NonNullable<StrategyOf<Kind>[Knob & keyof StrategyOf<Kind>]>
    >;
  } & { readonly [Knob in StrategyKnob<Kind> & SharedKnob]?: Partial<KnobWords> };
}
export type StrategiesWords = { readonly [Kind in StrategyKind]: StrategyWords<Kind> };

export interface VerifierWords<Kind extends VerifierKind> extends OptionWords {
  readonly knobs: {
    readonly [Knob in VerifierKnob<Kind>]: KnobWords<
      NonNullable<VerifierOf<Kind>[Knob & keyof VerifierOf<Kind>]>
    >;
  };
}
export type VerifiersWords = { readonly [Kind in VerifierKind]: VerifierWords<Kind> };

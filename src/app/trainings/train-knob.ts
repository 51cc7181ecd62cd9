import type { TrainingSetup } from '#train/setup.ts';

interface KnobParts {
  readonly group: 'from' | 'reward' | 'objective';
  /** Whether it has a say in such a setup. */
  readonly applies?: (setup: TrainingSetup) => boolean;
}

export interface AmountKnob extends KnobParts {
  readonly kind: 'amount';
  /** The values that it can have, in order. */
  readonly stops: readonly number[];
  readonly get: (setup: TrainingSetup) => number;
  readonly set: (setup: TrainingSetup, value: number) => TrainingSetup;
}

export interface FlagKnob extends KnobParts {
  readonly kind: 'flag';
  readonly get: (setup: TrainingSetup) => boolean;
  readonly set: (setup: TrainingSetup, value: boolean) => TrainingSetup;
}

export interface PickKnob extends KnobParts {
  readonly kind: 'pick';
  readonly options: (setup: TrainingSetup) => readonly string[];
  readonly get: (setup: TrainingSetup) => string;
  readonly set: (setup: TrainingSetup, value: string) => TrainingSetup;
}

export type TrainKnob = AmountKnob | FlagKnob | PickKnob;

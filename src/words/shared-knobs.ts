/** Knobs that several strategies have, and mean alike unless their own words say otherwise. */
export type SharedKnob =
  | 'effort'
  | 'samples'
  | 'verifier'
  | 'aggregation'
  | 'choose'
  | 'expansion'
  | 'maxSteps'
  | 'exploration'
  | 'parallel'
  | 'threshold';

/** Moves in time: of the run on the stage, or of all that stand side by side together. */
export interface TimeActions {
  readonly seek: (cursor: number) => void;
  readonly step: (by: number) => void;
  /** To the next or the last step of the algorithm, which may be many events away. */
  readonly stepAlgorithm: (way: 1 | -1) => void;
  readonly toEnd: () => void;
  readonly togglePlay: () => void;
}

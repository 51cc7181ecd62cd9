/** Looking closely at how one run's traces are rewarded, judged, or decided. In the order of the index. */
export const lensKinds = ['grpo', 'shepherd', 'anchors'] as const;
export type LensKind = (typeof lensKinds)[number];

export interface LensProps {
  /** What it is to be set to, where the address says so: `lens/grpo.far`. */
  readonly target: string | null;
}

/** `#/lab/lens/NAME` without its beginning. */
export const lensAddress = (kind: LensKind): string => `lens/${kind}`;

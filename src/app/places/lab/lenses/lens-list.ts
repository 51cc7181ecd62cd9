import type { ComponentType } from 'react';
import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';

/** Looking closely at how one run's traces are rewarded, judged, or decided. In the order of the index. */
export const lensKinds = ['grpo', 'shepherd', 'anchors'] as const;
export type LensKind = (typeof lensKinds)[number];

export interface LensProps {
  /** What it is to be set to, where the address says so: `lens/grpo.far`. */
  readonly target: string | null;
}

/** Each is fetched when it is first opened. A lens reads the run on Play's stage from the app, and says so where there is none. */
export const lenses: Readonly<Record<LensKind, ComponentType<LensProps>>> = {
  grpo: lazyPart(
    laterPart(() => import('./grpo/grpo-lens.tsx')),
    (part) => part.GrpoLens,
  ),
  shepherd: lazyPart(
    laterPart(() => import('./shepherd/shepherd-lens.tsx')),
    (part) => part.ShepherdLens,
  ),
  anchors: lazyPart(
    laterPart(() => import('./anchors/anchors-lens.tsx')),
    (part) => part.AnchorsLens,
  ),
};

/** `#/lab/lens/NAME` without its beginning. */
export const lensAddress = (kind: LensKind): string => `lens/${kind}`;

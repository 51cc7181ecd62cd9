import type { ComponentType } from 'react';
import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import type { LensKind, LensProps } from './lens-list.ts';

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

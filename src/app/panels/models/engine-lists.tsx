import type { ReactNode } from 'react';
import type { EngineKind } from '#policy/model-handle.ts';
import { EmbeddedModels } from './embedded-models.tsx';
import { GpuModels } from './gpu-models.tsx';

/** The list of each engine's models, in the order of the tabs. */
export const engineLists = {
  embedded: () => <EmbeddedModels />,
  gpu: () => <GpuModels />,
} as const satisfies Record<EngineKind, () => ReactNode>;

export const engineKinds = Object.keys(engineLists) as readonly EngineKind[];

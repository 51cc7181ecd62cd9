import type { ReactNode } from 'react';
import type { EngineKind } from '#policy/model-handle.ts';
import { EmbeddedModels } from './embedded-models.tsx';
import { GpuModels } from './gpu-models.tsx';

/** The list of each engine's models. */
export const engineLists = {
  embedded: () => <EmbeddedModels />,
  gpu: () => <GpuModels />,
} as const satisfies Record<EngineKind, () => ReactNode>;

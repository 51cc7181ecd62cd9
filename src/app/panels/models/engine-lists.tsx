import type { ReactNode } from 'react';
import type { EngineKind } from '#policy/model-handle.ts';
import { EmbeddedModels } from './embedded-models.tsx';
import { GpuModels } from './gpu-models.tsx';
import { RemoteModels } from './remote-models.tsx';

/** The list of each engine's models. */
export const engineLists = {
  embedded: () => <EmbeddedModels />,
  gpu: () => <GpuModels />,
  remote: () => <RemoteModels />,
} as const satisfies Record<EngineKind, () => ReactNode>;

import type { EngineKind } from './model-handle.ts';

/** What is true of all models that an engine runs. */
export interface Engine {
  /** Gives everyone the same tokens: its sums are exact to the bit on every machine. */
  readonly exact: boolean;
  /** Its models' files ship with the page; those of others are fetched when a person says so. */
  readonly ships: boolean;
  /** Browsers slow it down in tabs that are hidden. */
  readonly slowWhenHidden: boolean;
}

export const engines = {
  embedded: { exact: true, ships: true, slowWhenHidden: false },
  gpu: { exact: false, ships: false, slowWhenHidden: true },
} as const satisfies Record<EngineKind, Engine>;

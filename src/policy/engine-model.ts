import type { ModelAbilities } from '#experiment/abilities.ts';

/** What is known of a model that an engine runs, before anything of it is loaded. */
export interface EngineModel<E extends string> extends ModelAbilities {
  /** What runs it; `engines` (`model-handle.ts`) says what that means. */
  readonly engine: E;
  /** What an experiment names. */
  readonly id: string;
  /** As a person reads it; variants of one model may share it. */
  readonly name: string;
  /** Null where nobody says. */
  readonly parameters: number | null;
  /** Bytes that are fetched before it can run, possibly estimated; null where unknown. */
  readonly downloadBytes: number | null;
}

import type { Failure } from '#run/failure.ts';

/** What is wrong with the files of a model that a person opens. */
export type ModelFileFault =
  | { readonly kind: 'zip-unreadable' | 'no-manifest' | 'no-weights' | 'several' | 'curve' }
  | { readonly kind: 'bad-path'; readonly path: string }
  | { readonly kind: 'too-many-files'; readonly most: number }
  | { readonly kind: 'too-large'; readonly name: string; readonly most: number }
  /** The files are there, and are not what they should be. */
  | { readonly kind: 'damaged'; readonly failure: Failure };

export class ModelFileError extends Error {
  constructor(
    readonly fault: ModelFileFault,
    options?: ErrorOptions,
  ) {
    super(fault.kind, options);
  }
}

import { instantiateModule } from '../kernel-module.ts';

/** A block of parameters in the module's memory, by its number there. */
export const block = {
  policy: 0,
  reference: 1,
  gradient: 2,
  givenGradient: 3,
  moment1: 4,
  moment2: 5,
} as const;

/** A table of a batch, by its number. */
export const table = { tokens: 0, sequences: 1, logs: 2, pushes: 3, labels: 4 } as const;

/** What `kernel/index.ts` exports. Addresses are in bytes. */
export interface TrainerExports {
  readonly memory: WebAssembly.Memory;
  setup(
    vocabulary: number,
    width: number,
    layers: number,
    heads: number,
    feedForward: number,
    context: number,
    rows: number,
  ): number;
  blockAddress(index: number): number;
  rotaryAddress(index: number): number;
  batchAddress(index: number): number;
  forward(sequences: number, block: number, temperature: number): void;
  backward(labels: number, valueWeight: number): void;
  step(rate: number, maxNorm: number, update: number): number;
}

/** A new instance with its own memory. Throws PolicyError `kernel-failed`. */
export async function instantiateTrainer(wasm: WebAssembly.Module | BufferSource): Promise<TrainerExports> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the exports are those of the module that this build compiled
  return (await instantiateModule(wasm)) as unknown as TrainerExports;
}

import { fetchModule } from '../browser.ts';
import trainerUrl from './kernel/build/trainer.wasm?url';

/** Cached once compiled; a failed or aborted attempt leaves nothing behind. */
let trainer: WebAssembly.Module | null = null;

/** The module that trains, fetched and compiled once. Rejects with PolicyError `part-missing` or `kernel-failed`. */
export async function loadTrainerKernel(signal?: AbortSignal): Promise<WebAssembly.Module> {
  trainer ??= await fetchModule(trainerUrl, signal);
  return trainer;
}

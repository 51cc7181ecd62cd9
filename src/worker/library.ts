import type { DownloadProgress, DownloadSize } from '#policy/webllm/files/download.ts';
import type { CustomModel, GpuModel } from '#policy/webllm/models/gpu-model.ts';
import type { Fit, Machine } from '#policy/webllm/models/machine.ts';
import type { Stored } from '#policy/webllm/files/stored.ts';

// The page reaches models through the worker: their types too.
export type { DownloadProgress, DownloadSize } from '#policy/webllm/files/download.ts';
export type { CustomModel, GpuModel, GpuModelSource } from '#policy/webllm/models/gpu-model.ts';
export type { Doubt, Fit, Gpu, Machine, Misfit } from '#policy/webllm/models/machine.ts';
export type { Stored } from '#policy/webllm/files/stored.ts';

export interface LibraryModel {
  readonly model: GpuModel;
  readonly fit: Fit;
  readonly stored: Stored;
  /** Of the variants with the same name, the one to take on this machine. */
  readonly recommended: boolean;
}

export interface LibraryReport {
  readonly machine: Machine;
  /** WebLLM's own list and the custom ones; in the order of the list. */
  readonly models: readonly LibraryModel[];
}

/**
 * The WebLLM models and their files, from the page. Nothing is fetched unless `size` or `download` is called. All methods
 * reject with PolicyError, or with AbortError once their signal is aborted; what was fetched until then stays and is
 * not fetched again.
 */
export interface Library {
  report(): Promise<LibraryReport>;
  size(model: string, signal: AbortSignal): Promise<DownloadSize>;
  /** Asks for persistent storage, checks the quota, then fetches what is missing. */
  download(
    model: string,
    onProgress: (progress: DownloadProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
  remove(model: string): Promise<void>;
  /** The models a person added, all of them; kept by the page. Rejects where one is not valid. */
  setCustom(models: readonly CustomModel[]): Promise<void>;
}

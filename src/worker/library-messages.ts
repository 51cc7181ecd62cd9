import type { DownloadProgress, DownloadSize } from '#policy/webllm/files/download.ts';
import type { CustomModel } from '#policy/webllm/models/gpu-model.ts';
import type { Failure } from '#run/events.ts';
import type { LibraryReport } from './library.ts';

/** From the page to the library in the lab worker. Each request has its number; its answer carries the same. */
export type ToLibrary =
  | { readonly type: 'report'; readonly request: number }
  | { readonly type: 'size' | 'download' | 'remove'; readonly request: number; readonly model: string }
  | { readonly type: 'custom'; readonly request: number; readonly models: readonly CustomModel[] }
  /** The request before with this number is not wanted any more. Its answer may still come. */
  | { readonly type: 'cancel'; readonly request: number };

/** From the library: any number of `progress`, then one of the others. */
export type FromLibrary =
  | { readonly type: 'progress'; readonly request: number; readonly progress: DownloadProgress }
  | { readonly type: 'report'; readonly request: number; readonly report: LibraryReport }
  | { readonly type: 'size'; readonly request: number; readonly size: DownloadSize }
  | { readonly type: 'done'; readonly request: number }
  | { readonly type: 'failed'; readonly request: number; readonly failure: Failure };

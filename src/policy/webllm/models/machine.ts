/** What this browser and this computer offer to WebLLM. */
export interface Machine {
  readonly gpu: Gpu;
  /** Null where the browser does not tell. */
  readonly storage: {
    readonly quotaBytes: number;
    readonly usedBytes: number;
    readonly persisted: boolean;
  } | null;
}

export type Gpu =
  /** The browser has no WebGPU, or this page may not use it. */
  | { readonly kind: 'no-webgpu' }
  /** WebGPU is there, a graphics processor that it can use is not. */
  | { readonly kind: 'no-adapter' }
  | {
      readonly kind: 'adapter';
      /** `nvidia ampere`, `apple metal-3`: as much as the browser tells. */
      readonly name: string;
      /** A processor that only pretends: right, and hundreds of times slower. */
      readonly software: boolean;
      readonly features: readonly string[];
      readonly maxBufferBytes: number;
      readonly maxStorageBindingBytes: number;
      /** Memory that the invocations of one workgroup share. */
      readonly maxWorkgroupBytes: number;
      /** Storage buffers that one shader may use. */
      readonly maxStorageBuffers: number;
    };

/** Whether a model can run on a machine. `why` and `advice`: a sentence each. */
export type Fit =
  | { readonly kind: 'fits' }
  /** It may work: what speaks against it. */
  | { readonly kind: 'unsure'; readonly why: string }
  | { readonly kind: 'does-not-fit'; readonly why: string; readonly advice: string };

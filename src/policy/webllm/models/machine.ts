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
  /** WebGPU is there and was asked for a graphics processor, and nothing came back: a driver that hangs, say. */
  | { readonly kind: 'no-answer' }
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

/** Whether a model can run on a machine, with the reason where it may not or cannot. */
export type Fit =
  | { readonly kind: 'fits' }
  | { readonly kind: 'unsure'; readonly why: Doubt }
  | { readonly kind: 'does-not-fit'; readonly why: Misfit };

/** What speaks against a model that is not ruled out. */
export type Doubt =
  | { readonly kind: 'software' }
  | { readonly kind: 'memory-unknown' }
  | { readonly kind: 'much-memory'; readonly bytes: number };

/** Why a model cannot run on a machine. */
export type Misfit =
  | { readonly kind: 'no-webgpu' }
  | { readonly kind: 'no-adapter' }
  | { readonly kind: 'no-answer' }
  /** `variant`: the same model in 32 bits would fit. */
  | { readonly kind: 'no-16-bit'; readonly variant: boolean }
  | { readonly kind: 'lacks-features'; readonly features: readonly string[] }
  /** Below what WebLLM asks for, whatever the model. */
  | { readonly kind: 'weak-gpu' }
  /** Its largest weight is larger than one buffer may be. */
  | { readonly kind: 'large-weight'; readonly bytes: number; readonly most: number }
  | { readonly kind: 'no-space'; readonly bytes: number; readonly free: number };

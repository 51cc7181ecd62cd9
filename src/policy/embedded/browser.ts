import { partMissing, PolicyError } from '../policy-error.ts';
import kernelUrl from './kernel/build/kernel.wasm?url';

/** Kept once it is there; a try that failed, or never came to an end, leaves nothing behind. */
let kernel: WebAssembly.Module | null = null;

/** The kernel, fetched and compiled once. Rejects with PolicyError `part-missing` or `kernel-failed`. */
export async function loadKernel(signal?: AbortSignal): Promise<WebAssembly.Module> {
  if (kernel) return kernel;
  const bytes = await fetchBytes(kernelUrl, signal).catch((cause: unknown) => {
    throw partMissing('runs the model', cause);
  });
  kernel = await WebAssembly.compile(bytes).catch((cause: unknown) => {
    throw new PolicyError(
      'kernel-failed',
      'The WebAssembly kernel that runs the model could not be compiled.',
      'Use a browser with WebAssembly SIMD: Chrome 91, Firefox 89, Safari 16.4 or newer.',
      { cause },
    );
  });
  return kernel;
}

async function fetchBytes(address: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address, signal ? { signal } : {});
  // Servers of single-page applications answer with the page itself where a file is missing.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || isPage)
    throw new Error(`${address}: ${isPage ? 'there is no such file' : `HTTP ${response.status}`}`);
  return new Uint8Array(await response.arrayBuffer());
}

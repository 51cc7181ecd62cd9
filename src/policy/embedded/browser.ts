import { partMissing, PolicyError } from '../policy-error.ts';
import kernelUrl from './kernel/build/kernel.wasm?url';

/** Cached once compiled; a failed or aborted attempt leaves nothing behind. */
let kernel: WebAssembly.Module | null = null;

/** The kernel, fetched and compiled once. Rejects with PolicyError `part-missing` or `kernel-failed`. */
export async function loadKernel(signal?: AbortSignal): Promise<WebAssembly.Module> {
  kernel ??= await fetchModule(kernelUrl, signal);
  return kernel;
}

/** A module of this page, fetched and compiled. Rejects with PolicyError `part-missing` or `kernel-failed`. */
export async function fetchModule(address: string, signal?: AbortSignal): Promise<WebAssembly.Module> {
  const bytes = await fetchBytes(address, signal).catch((cause: unknown) => {
    throw partMissing('kernel', cause);
  });
  return WebAssembly.compile(bytes).catch((cause: unknown) => {
    throw new PolicyError({ code: 'kernel-failed', why: { kind: 'not-compiled' } }, { cause });
  });
}

async function fetchBytes(address: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address, signal ? { signal } : {});
  // Servers of single-page applications return the page itself if a file is missing.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || isPage)
    throw new Error(`${address}: ${isPage ? 'there is no such file' : `HTTP ${response.status}`}`);
  return new Uint8Array(await response.arrayBuffer());
}

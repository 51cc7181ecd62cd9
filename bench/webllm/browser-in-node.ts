import { createRequire } from 'node:module';
import { createFileCaches } from './file-cache.ts';

/** Dawn offers 16-bit floats on NVIDIA's processors only where it is told to. */
const dawnOptions = ['enable-dawn-features=allow_unsafe_apis,vulkan_enable_f16_on_nvidia'];

/** What the npm package `webgpu` offers: Dawn, the WebGPU of Chromium, for Node. */
interface Dawn {
  create(options: readonly string[]): GPU;
  readonly globals: Readonly<Record<string, unknown>>;
}

const howToInstall = `This script runs WebGPU in Node with the package "webgpu" (Dawn), which is no dependency of this project:

  npm install --no-save webgpu

It uses the machine's GPU. On Linux it needs the Vulkan loader (libvulkan1) and a driver; with VK_ICD_FILENAMES set to
the .json of a software driver (lavapipe of Mesa 25, SwiftShader), it runs without a GPU, hundreds of times slower.`;

/**
 * Makes of this process what WebLLM expects of a browser: WebGPU, a cache for downloads, an address of its own. The
 * package is looked for beside this project, or in the folder that NODE_PATH names.
 *
 * @param cacheFolder where downloads are kept
 */
export async function becomeBrowser(cacheFolder: string): Promise<void> {
  const dawn = await loadDawn();
  const gpu = dawn.create(dawnOptions);
  await spareTheProcessor(gpu);
  Object.assign(globalThis, dawn.globals, {
    caches: createFileCaches(cacheFolder),
    self: globalThis,
    location: new URL('http://localhost/'),
    importScripts: () => {},
  });
  // WebLLM's WebAssembly glue behaves differently, and wrongly once bundled, where it recognises Node by its version. Node's
  // own fetch wants to know it too, once, when it is first used.
  await fetch('data:,');
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: undefined } });
  Object.defineProperty(globalThis, 'navigator', {
    value: { gpu, onLine: true, userAgent: 'Node', languages: ['en'] },
    configurable: true,
  });
}

/**
 * Dawn looks for finished work in every turn of Node's event loop, which keeps one core busy. A graphics processor does
 * not mind; an adapter that computes on the cores does.
 */
async function spareTheProcessor(gpu: GPU): Promise<void> {
  const adapter = await gpu.requestAdapter();
  if (adapter === null || !isSoftware(adapter.info)) return;
  globalThis.setImmediate = ((action: () => void) => setTimeout(action, 2)) as unknown as typeof setImmediate;
}

const isSoftware = ({ architecture, description, isFallbackAdapter }: GPUAdapterInfo): boolean =>
  isFallbackAdapter || /swiftshader|llvmpipe|software/i.test(`${architecture} ${description}`);

async function loadDawn(): Promise<Dawn> {
  let address: string;
  try {
    address = createRequire(import.meta.url).resolve('webgpu');
  } catch {
    throw new Error(howToInstall);
  }
  return (await import(address)) as Dawn;
}

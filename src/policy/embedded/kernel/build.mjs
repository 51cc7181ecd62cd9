// Compiles the kernel: `node src/policy/embedded/kernel/build.mjs`. Writes build/kernel.wasm beside this file. Does
// nothing if the sources have not changed since the last build.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const output = `${here}build/kernel.wasm`;
const stamp = `${here}build/kernel.sources`;
const options = [
  '-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--enable', 'bulk-memory',
];

/** A hash of sources, options and compiler version. */
async function fingerprint() {
  const hash = createHash('sha256');
  hash.update(createRequire(import.meta.url)('assemblyscript/package.json').version).update(options.join(' '));
  for (const name of (await readdir(here)).filter((file) => file.endsWith('.ts')).sort()) {
    hash.update(name).update(await readFile(here + name));
  }
  return hash.digest('hex');
}

const wanted = await fingerprint();
const built = await Promise.all([readFile(stamp, 'utf8'), readFile(output)]).then(([text]) => text, () => '');
if (built === wanted) {
  console.log('kernel: up to date');
} else {
  const { default: asc } = await import('assemblyscript/asc');
  let problems = '';
  const { error } = await asc.main(['index.ts', ...options, '--baseDir', here, '--outFile', 'kernel.wasm'], {
    stderr: { write: (text) => (problems += text) },
    readFile: (name, base) => readFile(`${base}/${name}`, 'utf8').catch(() => null),
    writeFile: async (name, data) => {
      if (!name.endsWith('.wasm')) return;
      await mkdir(`${here}build`, { recursive: true });
      // Renamed when complete, so that a reader never sees half a module; commands may build it at once.
      const fresh = `${output}.${process.pid}.new`;
      await writeFile(fresh, data);
      await rename(fresh, output);
      console.log(`kernel: ${data.length} bytes`);
    },
  });
  if (error) throw new Error(`the kernel does not compile:\n${problems}`, { cause: error });
  await writeFile(stamp, wanted);
}

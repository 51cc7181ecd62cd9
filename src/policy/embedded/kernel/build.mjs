// Compiles the kernels, the one that runs models and the one that trains them: `node src/policy/embedded/kernel/build.mjs`. Writes
// build/NAME.wasm beside the sources of each. Does nothing if the sources have not changed since the last build.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const kernel = fileURLToPath(new URL('.', import.meta.url));
const trainer = fileURLToPath(new URL('../trainer/kernel/', import.meta.url));
/** The trainer's takes some files from the other. */
const modules = [
  { name: 'kernel', folder: kernel, sources: [kernel] },
  { name: 'trainer', folder: trainer, sources: [trainer, kernel] },
];
const options = [
  '-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--enable', 'bulk-memory',
];

/** A hash of sources, options and compiler version. */
async function fingerprint(folders) {
  const hash = createHash('sha256');
  hash.update(createRequire(import.meta.url)('assemblyscript/package.json').version).update(options.join(' '));
  for (const folder of folders) {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort()) {
      hash.update(name).update(await readFile(folder + name));
    }
  }
  return hash.digest('hex');
}

async function build({ name, folder, sources }) {
  const output = `${folder}build/${name}.wasm`;
  const stamp = `${folder}build/${name}.sources`;
  const wanted = await fingerprint(sources);
  const built = await Promise.all([readFile(stamp, 'utf8'), readFile(output)]).then(([text]) => text, () => '');
  if (built === wanted) {
    console.log(`${name}: up to date`);
    return;
  }
  const { default: asc } = await import('assemblyscript/asc');
  let problems = '';
  const { error } = await asc.main(['index.ts', ...options, '--baseDir', folder, '--outFile', `${name}.wasm`], {
    stderr: { write: (text) => (problems += text) },
    readFile: (path, base) => readFile(`${base}/${path}`, 'utf8').catch(() => null),
    writeFile: async (path, data) => {
      if (!path.endsWith('.wasm')) return;
      await mkdir(`${folder}build`, { recursive: true });
      // Renamed when complete, so that a reader never sees half a module; commands may build it at once.
      const fresh = `${output}.${process.pid}.new`;
      await writeFile(fresh, data);
      await rename(fresh, output);
      console.log(`${name}: ${data.length} bytes`);
    },
  });
  if (error) throw new Error(`the ${name} does not compile:\n${problems}`, { cause: error });
  await writeFile(stamp, wanted);
}

for (const module of modules) await build(module);

import { expect, test } from 'vitest';
import { instantiateKernel } from './kernel-module.ts';
import { readKernel } from './node.ts';

test('e^x is right to 2e-7 of itself from -87 to 0, and 0 below', async () => {
  const kernel = await instantiateKernel(await readKernel());
  const count = 100_000;
  const address = kernel.stage(count * 4);
  const inputs = Float32Array.from({ length: count }, (_, index) => (-90 * index) / count);
  const cells = new Float32Array(kernel.memory.buffer, address, count);
  cells.set(inputs);
  kernel.exponentials(address, count);
  let worst = 0;
  inputs.forEach((x, index) => {
    if (x < -87) expect(cells[index]).toBe(0);
    else worst = Math.max(worst, Math.abs((cells[index] ?? NaN) / Math.exp(x) - 1));
  });
  expect(cells[0]).toBe(1);
  expect(worst).toBeLessThan(2e-7);
});

test('the kernel imports nothing', async () => {
  const module = await WebAssembly.compile(await readKernel());
  expect(WebAssembly.Module.imports(module)).toEqual([]);
});

test('memory beyond what there can be is refused, and nothing is lost by asking', async () => {
  const kernel = await instantiateKernel(await readKernel());
  const before = kernel.stage(64);
  expect(kernel.stage(0xffff_fff0)).toBe(0);
  expect(kernel.stage(64)).toBe(before + 64);
});

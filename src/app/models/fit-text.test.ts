import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitOf } from '#policy/webllm/models/fit.ts';
import type { Machine } from '#policy/webllm/models/machine.ts';
import { loadGpuModels } from '#policy/webllm/models/model-list.ts';
import { fitText } from './fit-text.ts';

const models = await loadGpuModels();
const size = fc.double({ min: 2 ** 20, max: 2 ** 34, noNaN: true });
const anyMachine: fc.Arbitrary<Machine> = fc.record({
  gpu: fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('adapter' as const),
        name: fc.constant('x'),
        software: fc.boolean(),
        features: fc.subarray(['shader-f16', 'subgroups']),
        maxBufferBytes: size,
        maxStorageBindingBytes: size,
        maxWorkgroupBytes: fc.constantFrom(2 ** 14, 2 ** 15, 2 ** 16),
        maxStorageBuffers: fc.constantFrom(8, 10, 16),
      }),
    },
    fc.constant({ kind: 'no-webgpu' as const }),
    fc.constant({ kind: 'no-adapter' as const }),
    fc.constant({ kind: 'no-answer' as const }),
  ),
  storage: fc.option(fc.record({ quotaBytes: size, usedBytes: size, persisted: fc.boolean() })),
});

it('there are whole sentences for every answer but yes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...models), anyMachine, (model, machine) => {
      const fit = fitOf(model, machine, models);
      if (fit.kind !== 'fits') expect(fitText(fit.why)).toMatch(/^[A-Z].{10,}\.$/s);
    }),
  );
});

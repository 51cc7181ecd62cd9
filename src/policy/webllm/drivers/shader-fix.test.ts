import { describe, expect, it } from 'vitest';
import { fixShader, fixShaders } from './shader-fix.ts';

/** Shaped as the libraries have it. */
const kernel = `enable f16;

@group(0) @binding(0) var<storage, read_write> S : array<f32>;

@compute @workgroup_size(16, 14, 1)
fn merge_state_inplace_kernel(
  @builtin(workgroup_id) blockIdx : vec3<u32>
) {
  if (blockIdx.x > podArgs.packGridDimX) { return; }
  s_val[0i] = S[((v__1 * podArgs.H) + i32(threadIdx.y))];
  V[v__2 + 0] = v_vec[0i];
  S[((v__1 * podArgs.H) + i32(threadIdx.y))] = (log2((s_val[0i] + s_other_val[0i])) + s_max[0i]);
}
`;

describe('the shader fix', () => {
  it('puts one barrier between the last read of a scale and its write', () => {
    const lines = fixShader(kernel).split('\n');
    const at = lines.findIndex((line) => line.includes('storageBarrier();'));
    expect(lines[at + 1]).toContain('= (log2(');
    expect(lines[at - 1]).toContain('V[v__2');
    expect(lines.filter((line) => line.includes('Barrier'))).toHaveLength(1);
  });

  it('leaves a store within a branch alone, where a barrier is not allowed', () => {
    const branched = kernel.replace('  S[((v__1', '    S[((v__1');
    expect(fixShader(branched)).toBe(branched);
  });

  it('leaves other shaders alone', () => {
    const other = kernel.replaceAll('merge_state_inplace', 'softmax');
    expect(fixShader(other)).toBe(other);
  });

  it('is done to every module from then on', () => {
    const made: GPUShaderModuleDescriptor[] = [];
    class Device {
      createShaderModule(descriptor: GPUShaderModuleDescriptor): GPUShaderModule {
        made.push(descriptor);
        return this as never;
      }
    }
    fixShaders(Device.prototype);
    const device = new Device();
    expect(device.createShaderModule({ code: kernel, label: 'merge' })).toBe(device);
    expect(made).toEqual([{ code: fixShader(kernel), label: 'merge' }]);
  });
});

/** TVM's kernel that joins attention over shared pages with attention over a sequence's own. */
const kernel = /\bfn merge_state_inplace_kernel\b/;

/**
 * Its store into the shared scales `S`. Two spaces deep is the body of the function, which the whole workgroup runs through;
 * within a branch a barrier would not be allowed.
 */
const store = /\n {2}(S\[[^\n]*\] *= *\(?log2\()/;

/**
 * Puts a barrier in front of the line where `merge_state_inplace_kernel` overwrites a scale that other lanes of the same
 * row may not have read yet. Other shaders come back as they are.
 *
 * The lanes of a row (some 16 or 32 neighbours) all read one scale, and all write it. Where they run in lockstep, as in
 * subgroups of 32 or 64, all have read before one writes; with subgroups of 4 or 8 they need not, and each prefill or
 * step on a forked or non-empty cache can come out wrong by as much as the logits themselves.
 */
export function fixShader(code: string): string {
  return kernel.test(code) ? code.replace(store, '\n  storageBarrier();\n  $1') : code;
}

/**
 * From now on every shader module is made from fixed code. For all adapters: WGSL promises lockstep to none of them, the
 * kernel runs once a layer, and a barrier costs nothing next to it.
 *
 * @param prototype of GPUDevice; this worker's own, in which nothing else uses WebGPU.
 */
export function fixShaders(prototype: Pick<GPUDevice, 'createShaderModule'>): void {
  const create = prototype.createShaderModule;
  prototype.createShaderModule = function (this: GPUDevice, descriptor) {
    return create.call(this, { ...descriptor, code: fixShader(descriptor.code) });
  };
}

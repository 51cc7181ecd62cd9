/** Counts the bytes of GPU buffers from now on: what was made less what was destroyed. */
export function countGpuMemory(): () => number {
  let bytes = 0;
  // oxlint-disable-next-line typescript/unbound-method -- it is called on its device below
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    bytes += descriptor.size;
    const destroy = buffer.destroy.bind(buffer);
    let destroyed = false;
    buffer.destroy = () => {
      if (!destroyed) bytes -= descriptor.size;
      destroyed = true;
      return destroy();
    };
    return buffer;
  };
  return () => bytes;
}

// The module's linear memory: a bump allocator. Allocations are permanent, except for the staging area, which is always
// the last one and is released.

const ALIGNMENT: usize = 64; // a cache line

let top: usize = 0;
/** True once any allocation was refused. */
export let refused: bool = false;

/** Address of `bytes` zeroed bytes, aligned to a cache line; 0 if the host refuses more memory. */
export function reserve(bytes: usize): usize {
  if (top == 0) top = align(__heap_base);
  const start = top;
  const end = align(start + bytes);
  const missing = <i32>((end - 1) >>> 16) + 1 - memory.size();
  // Addresses have 32 bits: an end before the start means overflow.
  if (end < start || bytes > <usize>i32.MAX_VALUE || (missing > 0 && memory.grow(missing) < 0)) {
    refused = true;
    return 0;
  }
  top = end;
  return start;
}

/** Releases everything from `address` on and zeroes it for later allocations. */
export function release(address: usize): void {
  memory.fill(address, 0, top - address);
  top = address;
}

@inline
function align(address: usize): usize {
  return (address + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

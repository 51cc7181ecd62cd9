import { bytesText } from '#app/models/amounts.ts';
import type { Gpu, Machine } from '#worker/library.ts';
import { Icon } from '#app/ui/icon.tsx';

/** What this computer offers, as far as the browser tells. */
export function MachineLine({ machine: { gpu, storage } }: { readonly machine: Machine }) {
  const half = gpu.kind === 'adapter' && gpu.features.includes('shader-f16');
  return (
    <dl className="machine" aria-label="This computer">
      <div>
        <dt>Graphics processor</dt>
        <dd>{gpuText(gpu)}</dd>
      </div>
      {gpu.kind === 'adapter' && (
        <div>
          <dt>Computes in 16 bits</dt>
          <dd>
            <Icon name={half ? 'right' : 'none'} size={13} />
            {half ? 'yes' : 'no, so f32 versions'}
          </dd>
        </div>
      )}
      <div>
        <dt>Free for this page</dt>
        <dd>{storage ? bytesText(Math.max(0, storage.quotaBytes - storage.usedBytes)) : 'unknown'}</dd>
      </div>
      {storage && (
        <div>
          <dt>Downloads are kept</dt>
          <dd>{storage.persisted ? 'until you remove them' : 'unless space runs out'}</dd>
        </div>
      )}
    </dl>
  );
}

function gpuText(gpu: Gpu): string {
  switch (gpu.kind) {
    case 'no-webgpu':
      return 'not available to this page';
    case 'no-adapter':
      return 'none that can be used';
    case 'adapter':
      return gpu.software ? `${gpu.name} (computed by the processor, very slow)` : gpu.name;
  }
}

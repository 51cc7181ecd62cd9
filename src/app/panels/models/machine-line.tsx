import { computer } from '#words/en/computer.ts';
import type { Gpu, Machine } from '#worker/library.ts';
import { Icon } from '#app/ui/icon.tsx';
import styles from './machine-line.module.css';

/** What this computer offers, as far as the browser tells. */
export function MachineLine({ machine: { gpu, storage } }: { readonly machine: Machine }) {
  const half = gpu.kind === 'adapter' && gpu.features.includes('shader-f16');
  return (
    <dl className={styles.machine} aria-label={computer.title}>
      <div>
        <dt>{computer.gpu}</dt>
        <dd>{gpuText(gpu)}</dd>
      </div>
      {gpu.kind === 'adapter' && (
        <div>
          <dt>{computer.halfFloats}</dt>
          <dd>
            <Icon name={half ? 'right' : 'none'} size={13} />
            {half ? computer.yes : computer.onlyFullFloats}
          </dd>
        </div>
      )}
      <div>
        <dt>{computer.free}</dt>
        <dd>
          {storage
            ? computer.freeBytes(Math.max(0, storage.quotaBytes - storage.usedBytes))
            : computer.unknown}
        </dd>
      </div>
      {storage && (
        <div>
          <dt>{computer.kept}</dt>
          <dd>{storage.persisted ? computer.keptUntilRemoved : computer.keptWhileSpace}</dd>
        </div>
      )}
    </dl>
  );
}

function gpuText(gpu: Gpu): string {
  switch (gpu.kind) {
    case 'no-webgpu':
      return computer.noWebGpu;
    case 'no-adapter':
      return computer.noAdapter;
    case 'no-answer':
      return computer.noAnswer;
    case 'adapter':
      return gpu.software ? computer.software(gpu.name) : gpu.name;
  }
}

import { computer } from '#words/en/computer.ts';
import { Rich } from '#views/rich.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { inline } from './inline.tsx';
import styles from './without-gpu.module.css';

/** Why none of these models runs here, what does, and how to get there. */
export function WithoutGpu({ kind }: { readonly kind: 'no-webgpu' | 'no-adapter' }) {
  return (
    <section className={styles.notice} aria-label={computer.noneHere}>
      <Icon name="warning" size={18} />
      <div>
        <p>
          <Rich text={kind === 'no-webgpu' ? computer.lacksWebGpu : computer.findsNoAdapter} parts={inline} />
        </p>
        <details>
          <summary>{computer.howTo}</summary>
          <ul className={styles.hints}>
            {[computer.versions, computer.flags, computer.settings, computer.secure].map((hint) => (
              <li key={hint}>
                <Rich text={hint} parts={inline} />
              </li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
}

import { computer } from '#words/en/computer.ts';
import { Rich } from '#views/rich.tsx';
import type { missingGpu } from '#app/store/library-state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { AskAgain } from './ask-again.tsx';
import { inline } from './inline.tsx';
import styles from './without-gpu.module.css';

type Missing = NonNullable<ReturnType<typeof missingGpu>>;

const why: Readonly<Record<Missing, 'lacksWebGpu' | 'findsNoAdapter' | 'didNotAnswer'>> = {
  'no-webgpu': 'lacksWebGpu',
  'no-adapter': 'findsNoAdapter',
  'no-answer': 'didNotAnswer',
};

/** Why none of these models runs here, what does, and how to get there. */
export function WithoutGpu({ kind }: { readonly kind: Missing }) {
  return (
    <section className={styles.notice} aria-label={computer.noneHere}>
      <Icon name="warning" size={18} />
      <div>
        <p>
          <Rich text={computer[why[kind]]} parts={inline} />
        </p>
        {kind === 'no-answer' && <AskAgain />}
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

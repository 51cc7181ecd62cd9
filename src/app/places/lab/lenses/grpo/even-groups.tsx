import { useStore } from 'zustand';
import { grpo } from '#words/en/grpo.ts';
import styles from './grpo-lens.module.css';
import type { GrpoControl } from './lens-control.ts';
import type { EvenKind } from './lens-state.ts';

const kinds: readonly EvenKind[] = ['all-right', 'all-wrong'];

/** Groups without a difference, looked for among held-out problems. */
export function EvenGroups({ control }: { readonly control: GrpoControl }) {
  const busy = useStore(control.store, (state) => state.busy);
  const notFound = useStore(control.store, (state) => state.notFound);
  const ready = useStore(control.store, (state) => state.problems.length > 0);
  return (
    <section className={styles.part} aria-labelledby="grpo-even">
      <h3 className={styles.title} id="grpo-even">
        {grpo.even.title}
      </h3>
      <p>{grpo.even.about}</p>
      <div className="row">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            disabled={!ready || busy !== null}
            onClick={() => control.seek(kind)}
          >
            {grpo.even.seek[kind]}
          </button>
        ))}
      </div>
      <output className={styles.said}>
        {busy?.kind === 'seeking' && grpo.busy.seeking(busy.tried, busy.of)}
        {notFound && grpo.even.none[notFound.wanted](notFound.tried)}
      </output>
    </section>
  );
}

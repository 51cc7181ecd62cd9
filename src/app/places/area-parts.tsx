import type { Ref } from 'react';
import { type AreaKind, areaFragment } from '#app/store/areas.ts';
import styles from './area-parts.module.css';

/** The parts of Lab or Learn, as links: each has an address of its own. */
export function AreaParts({
  ref,
  area,
  label,
  parts,
  current,
}: {
  readonly ref: Ref<HTMLElement>;
  readonly area: AreaKind;
  readonly label: string;
  readonly parts: readonly { readonly id: string; readonly name: string; readonly within: string | null }[];
  readonly current: string;
}) {
  return (
    <nav ref={ref} aria-label={label} className={styles.parts}>
      <ul className={styles.list}>
        {parts.map(({ id, name, within }) => (
          <li key={id}>
            <a
              className={styles.part}
              href={areaFragment(area, within)}
              aria-current={id === current ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

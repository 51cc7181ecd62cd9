import { useLabActivity } from '#app/lab-activity.ts';
import { areaFragment, areaKinds, showsPlay } from '#app/store/areas.ts';
import { isLive } from '#app/store/transitions.ts';
import { useApp } from '#app/store/use-app.tsx';
import { places } from '#words/en/places.ts';
import styles from './place-links.module.css';

/** Play, Lab and Learn, as links: each has addresses of its own. */
export function PlaceLinks() {
  const current = useApp((state) => state.area.kind);
  const away = useApp((state) => isLive(state) && !showsPlay(state.area));
  const lab = useLabActivity();
  return (
    <nav aria-label={places.nav}>
      <ul className={styles.list}>
        {areaKinds.map((kind) => (
          <li key={kind}>
            <a
              className={styles.link}
              href={areaFragment(kind)}
              aria-current={kind === current ? 'page' : undefined}
            >
              {places.names[kind]}
              {kind === 'play' && away && <GoesOn what={places.runGoesOn} />}
              {kind === 'lab' && lab && <GoesOn what={places.labGoesOn[lab]} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function GoesOn({ what }: { readonly what: string }) {
  return (
    <span className={styles.live} data-live="" title={what}>
      <span className="pulse" />
      <span className="hidden-visually">{what}</span>
    </span>
  );
}

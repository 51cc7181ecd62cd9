import { areaFragment } from '#app/store/areas.ts';
import { useApp } from '#app/store/use-app.tsx';
import { lensAddress, lensKinds } from '#app/places/lab/lenses/lens-list.ts';
import { lensWords } from '#words/en/lenses.ts';
import styles from './teacher.module.css';

/** From the trace that is selected to the lenses that look at it. */
export function LensLinks() {
  const shown = useApp(
    ({ phase, view }) =>
      phase === 'idle' &&
      view.elsewhere === null &&
      view.sequences.some(({ end, thoughtTokens }) => end !== null && thoughtTokens > 0),
  );
  if (!shown) return null;
  return (
    <section className={styles.part} aria-label={lensWords.closer}>
      <h3 className={styles.head}>{lensWords.closer}</h3>
      <ul className={styles.closer}>
        {lensKinds.map((kind) => (
          <li key={kind}>
            <a href={areaFragment('lab', lensAddress(kind))} title={lensWords.ideas[kind]}>
              {lensWords.names[kind]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { areaFragment } from '#app/store/areas.ts';
import { classes } from '#views/classes.ts';
import { lensWords } from '#words/en/lenses.ts';
import { lab } from '#words/en/lab.ts';
import page from '../../area-page.module.css';
import { useKnownAddress } from '../../use-known-address.ts';
import { lensAddress, lensKinds } from './lens-list.ts';
import { lenses } from './lenses.ts';
import styles from './lenses-part.module.css';

const itself = () => lab.partNames.lenses;

/** The lenses: one of them, or which there are. @param within the lens that the address names. */
export function LensesPart({ within }: { readonly within: string | null }) {
  const [name, target = null] = within?.split('.') ?? [];
  const kind = lensKinds.find((one) => one === name);
  useKnownAddress(within === null || kind !== undefined, itself);
  if (!kind) return <LensIndex />;
  const Lens = lenses[kind];
  return (
    <div className={page.root}>
      <header className={page.head}>
        <p>
          <a href={areaFragment('lab', 'lenses')}>{lensWords.all}</a>
        </p>
        <h2 className={page.title}>{lensWords.names[kind]}</h2>
        <p className={page.intro}>{lensWords.ideas[kind]}</p>
      </header>
      <div className={styles.lens}>
        <Lens target={target} />
      </div>
    </div>
  );
}

function LensIndex() {
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{lensWords.title}</h2>
        <p className={page.intro}>{lensWords.intro}</p>
      </header>
      <ul className={styles.cards}>
        {lensKinds.map((kind) => (
          <li key={kind} className={styles.card}>
            <h3 className={styles.name}>
              <a href={areaFragment('lab', lensAddress(kind))}>{lensWords.names[kind]}</a>
            </h3>
            <p>{lensWords.ideas[kind]}</p>
            <p className={classes('quiet', styles.source)}>{lensWords.sources[kind]}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { areaFragment } from '#app/store/areas.ts';
import { useApp } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import { learn } from '#words/en/learn.ts';
import { topicWords } from '#words/en/topics.ts';
import page from '../area-page.module.css';
import { TrainingStories } from '../training-stories.tsx';
import { useScrollTo } from '../use-scroll-to.ts';
import { ExperimentCard } from './experiment-card.tsx';
import { presetsOn, type ShelfKind, shelfKinds } from './gallery.ts';
import styles from './experiment-cards.module.css';

const nameOf = (shelf: ShelfKind): string =>
  shelf === 'bigger' ? learn.bigger.title : topicWords.names[shelf];
const ideaOf = (shelf: ShelfKind): string =>
  shelf === 'bigger' ? learn.bigger.idea : topicWords.ideas[shelf];

const links = { play: (inner: string) => <a href={areaFragment('play')}>{inner}</a> };

/** The gallery: experiments as questions, by idea. @param within the shelf or the experiment that the address names. */
export function ExperimentsPart({ within }: { readonly within: string | null }) {
  const busy = useApp((state) => state.phase !== 'idle');
  useScrollTo('learn', within);
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{learn.title}</h2>
        <p className={page.intro}>{learn.intro}</p>
        {busy && (
          <p className={page.intro}>
            <Rich text={learn.busy} parts={links} />
          </p>
        )}
        <nav aria-label={learn.topics}>
          <ul className={page.chips}>
            {shelfKinds.map((shelf) => (
              <li key={shelf}>
                <a
                  className={page.chip}
                  href={areaFragment('learn', shelf)}
                  aria-current={within === shelf ? 'location' : undefined}
                >
                  {nameOf(shelf)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {shelfKinds.map((shelf) => (
        <section
          key={shelf}
          className={page.section}
          id={`learn-${shelf}`}
          aria-labelledby={`shelf-${shelf}`}
        >
          <h3 className={page.sectionTitle} id={`shelf-${shelf}`}>
            {nameOf(shelf)}
          </h3>
          <p className={classes('quiet', page.intro)}>{ideaOf(shelf)}</p>
          {shelf === 'training' ? (
            <TrainingStories />
          ) : (
            <ul className={styles.cards}>
              {presetsOn(shelf).map((preset) => (
                <ExperimentCard key={preset.id} preset={preset} named={within === preset.id} busy={busy} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
